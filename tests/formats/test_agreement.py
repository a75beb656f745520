"""The two schemas refuse the same faults, and both let later versions 1.x pass."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from lxml import etree

from converter import FormatError, from_json, from_xml, to_json, to_xml
from converter.formats import schema, xml_names
from converter.formats.xml_reader import report_schema
from converter.model import Paragraph, Report
from tests.formats.example import example

DECIDES = jsonschema_rs.validator_for(json.loads(schema("json")))
EXPLAINS = jsonschema.Draft202012Validator(json.loads(schema("json")))


def set_at(path: str, value: Any) -> Callable[[Report], None]:
    """A change of the attribute that ``path`` names, such as ``sections.0.level``."""
    *steps, last = path.split(".")

    def change(report: Report) -> None:
        place: Any = report
        for step in steps:
            place = place[int(step)] if step.isdigit() else getattr(place, step)
        if last.isdigit():
            place[int(last)] = value
        else:
            setattr(place, last, value)

    return change


FAULTS: dict[str, Callable[[Report], None]] = {
    f"{path} is {value!r}": set_at(path, value)
    for path, value in [
        ("schema_version", "2.0"),
        ("schema_version", "1"),
        ("schema_version", "1.0\n"),
        ("schema_version", "1.01"),
        ("meta.title", ""),
        ("meta.document_type", "report"),
        ("meta.document_type", None),
        ("meta.date", "2024-13"),
        ("meta.date", "2024-02-21T00:00"),
        ("meta.date", "2024"),
        ("meta.issued", "20 February 2024"),
        ("meta.review_year", 24),
        ("meta.target_year", 12024),
        ("meta.place.level", "country"),
        ("meta.place.name", ""),
        ("meta.author.position", ""),
        ("front.0.id", "front.1"),
        ("front.0.id", "front.p0"),
        ("front.0.id", "front.p1\n"),
        ("front.0.role", "heading"),
        ("front.0.text", ""),
        ("front.0.access", "public"),
        ("front.0.span", (-1, 4)),
        ("front.0.span", (0, 2**53)),
        ("diagnostics.0.span", (0, 4, 8)),
        ("sections.0.id", "2"),
        ("sections.0.id", "s01"),
        ("sections.0.id", "s1."),
        ("sections.0.kind", "chapter"),
        ("sections.0.level", 0),
        ("sections.0.level", 33),
        ("sections.0.heading", ""),
        ("sections.0.heading", None),
        ("sections.0.heading_span", None),
        ("sections.0.run_in", None),
        ("sections.0.marker.text", ""),
        ("sections.0.marker.family", "roman"),
        ("sections.0.marker.ordinal", -1),
        ("sections.0.body.0.id", "s1.t1"),
        ("sections.1.subsections.0.body.0.marks.0.kind", "bold"),
        ("sections.1.subsections.0.body.0.marks.0.span", None),
        ("targets.0.id", "17"),
        ("targets.0.section", "front"),
        ("targets.0.paragraph", "s1"),
        ("targets.0.text", ""),
        ("targets.0.indicator", ""),
        ("targets.0.measure", "total"),
        ("targets.0.comparator", "=="),
        ("targets.0.value", 1e31),
        ("targets.0.unit", ""),
        ("targets.0.period", "2024-2"),
        ("targets.0.period", "2024Q5"),
        ("targets.0.strength", "sure"),
        ("targets.0.redacted", None),
        ("targets.0.indicator_code", "GDP"),
        ("targets.0.direction", "sideways"),
        ("targets.0.value_decimal", "1,200"),
        ("targets.0.value_decimal", "08"),
        ("paid_spans.0.opened_by", ""),
        ("diagnostics.0.code", "Gap in numbers"),
        ("diagnostics.0.severity", "fatal"),
        ("diagnostics.0.message", None),
        ("diagnostics.0.section", "preamble"),
        ("source.name", ""),
        ("source.sha256", "0" * 63),
        ("source.sha256", "G" * 64),
        ("source.size", -1),
        ("source.confidence", 1.5),
        ("source.newline", "nl"),
        ("source.layout.0", (3, "")),
        ("source.layout.0", (-3, "\n")),
        ("source.undecodable", [(3, "f")]),
        ("source.undecodable", [(3, "FF")]),
        ("source.variants", [(3, "")]),
        ("edition.kind", "partial"),
        ("edition.omitted_characters", -1),
        ("generator.name", ""),
        ("generator.version", None),
    ]
}


@pytest.mark.parametrize("fault", FAULTS)
def test_both_schemas_refuse_a_fault(fault: str) -> None:
    report = example()
    FAULTS[fault](report)
    document = json.loads(to_json(report))
    assert not DECIDES.is_valid(document)
    assert not EXPLAINS.is_valid(document)
    with pytest.raises(FormatError):
        from_xml(to_xml(report))


def test_what_the_faults_are_made_from_is_right() -> None:
    report = example()
    assert DECIDES.is_valid(json.loads(to_json(report)))
    assert from_xml(to_xml(report)) == report


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_what_xml_cannot_carry_stands_in_layout_only(character: str) -> None:
    report = example()
    report.source.layout.append((report.source.characters, character))
    assert DECIDES.is_valid(json.loads(to_json(report)))
    assert from_xml(to_xml(report)) == report
    report.front[0].text += character
    assert not DECIDES.is_valid(json.loads(to_json(report)))
    with pytest.raises(FormatError, match=f"U\\+{ord(character):04X}"):
        to_xml(report)


def test_a_lone_surrogate_is_refused_by_both_writers() -> None:
    report = example()
    report.front[0].text += "\ud800"
    with pytest.raises(FormatError, match="surrogate"):
        to_json(report)
    with pytest.raises(FormatError, match=r"U\+D800"):
        to_xml(report)


def nested(levels: int) -> Report:
    """The example with a chain of sections, one in the other."""
    report = example()
    section = report.sections[0]
    for level in range(2, levels + 1):
        child = example().sections[0]
        child.level, child.id = level, section.id + ".1"
        child.body = [Paragraph(f"{child.id}.p1", None, "正文。", (0, 3))]
        section.subsections = [child]
        section = child
    return report


def test_the_deepest_tree_that_the_schemas_allow_is_read() -> None:
    report = nested(32)
    assert DECIDES.is_valid(json.loads(to_json(report)))
    assert from_json(to_json(report)) == report == from_xml(to_xml(report))


def test_deeper_trees_are_refused_by_both() -> None:
    report = nested(33)
    assert not DECIDES.is_valid(json.loads(to_json(report)))
    with pytest.raises(FormatError, match="level"):
        from_xml(to_xml(report))


def with_new_fields(value: Any) -> Any:
    """A JSON document as a later version might write it."""
    if isinstance(value, dict):
        return {name: with_new_fields(item) for name, item in value.items()} | {"since_1_7": {"text": ["new"]}}
    return [with_new_fields(item) for item in value] if isinstance(value, list) else value


def test_json_of_a_later_minor_version_is_read() -> None:
    later = with_new_fields(json.loads(to_json(example())))
    later["schema_version"] = "1.7"
    assert DECIDES.is_valid(later)
    report = from_json(json.dumps(later))
    report.schema_version = "1.0"
    assert report == example()


def test_xml_of_a_later_minor_version_is_read() -> None:
    root = etree.fromstring(to_xml(example()))
    for element in root.iter():
        element.set("since_1_7", "new")
    for name in ("section", "source", "report"):
        for element in root.iter(f"{{{xml_names.NAMESPACE}}}{name}"):
            added = etree.SubElement(element, f"{{{xml_names.NAMESPACE}}}since_1_7")
            etree.SubElement(added, f"{{{xml_names.NAMESPACE}}}section").text = "new"
    root.set("schema_version", "1.7")
    assert report_schema().validate(root)
    report = from_xml(etree.tostring(root))
    report.schema_version = "1.0"
    assert report == example()
