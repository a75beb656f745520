"""Places: line and column of what a path names, in JSON and in XML, whatever stands around it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter import to_json, to_xml, validate
from converter.model import Report
from converter.validation.json_places import duplicate_key, pointer, positions
from converter.validation.xml_document import XmlDocument
from tests.strategies import reports
from tests.validation.sample import sound_report

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


def _everything(tree: Any) -> list[tuple[tuple[str | int, ...], Any]]:
    found: list[tuple[tuple[str | int, ...], Any]] = []
    work: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    while work:
        path, value = work.pop()
        found.append((path, value))
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        work.extend(((*path, step), inner) for step, inner in steps)
    return found


@given(_JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_every_value_of_a_json_document_is_where_it_is_said_to_be(tree: Any, indent: int | None, ascii: bool) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii)
    everything = _everything(tree)
    found = positions(text, [path for path, _ in everything])
    assert len(found) == len(everything)
    lines = text.split("\n")
    decoder = json.JSONDecoder()
    for path, value in everything:
        line, column = found[path]
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert decoder.raw_decode(rest)[0] == value


def test_a_path_that_is_not_there_has_no_position() -> None:
    assert positions('{"a": [1, {"b": 2}]}', [("a", 2), ("a", 1, "c"), ("b",), ("a", "b")]) == {}


def test_pointers_are_escaped_as_the_standard_has_it() -> None:
    assert pointer(()) == ""
    assert pointer(("a/b", 0, "m~n", "")) == "/a~1b/0/m~0n/"


@given(_JSON)
def test_a_document_that_was_written_from_values_has_no_duplicate_key(tree: Any) -> None:
    assert duplicate_key(json.dumps(tree)) is None


def test_a_duplicate_key_is_found_in_its_object_only() -> None:
    assert duplicate_key('{"a": {"b": 1}, "b": [{"b": 1}, {"b": 2}]}') is None
    assert duplicate_key('{"a": [{"b": 1, "c": {}, "\\u0062": 2}]}') == (25, "b", "/a/0")


@given(reports())
def test_every_part_of_the_model_has_its_element(report: Report) -> None:
    data = to_xml(report)
    document = XmlDocument(data)
    tree = json.loads(to_json(report))
    places = document._places
    lines = data.decode().split("\n")
    for path, value in _everything(tree):
        if not isinstance(value, dict):
            continue
        part = places.of_path(path)
        assert part.attribute is None
        if "id" in value:
            assert part.element.get("id") == value["id"]
        root = part.element.getroottree()
        namespaces = {"g": "urn:gongwen:report:1.0"}
        assert root.xpath(places.xpath(part).replace("/", "/g:"), namespaces=namespaces) == [part.element]
        line, column = places.positions([part])[part]
        local = etree.QName(part.element).localname
        assert lines[line - 1][column - 1 :].startswith(f"<{local}")


def test_a_finding_names_file_line_column_path_and_span() -> None:
    report = sound_report()
    report.targets[0].text = "地区生产总值增长9%"
    span = report.targets[0].span
    text = to_json(report, indent=2).decode()
    (finding,) = validate(text, name="out/青禾.json")
    assert (finding.file, finding.path, finding.span) == ("out/青禾.json", "/targets/0/text", span)
    assert finding.line is not None and finding.column is not None
    assert text.split("\n")[finding.line - 1][finding.column - 1 :].startswith('"地区生产总值增长9%"')
    xml = to_xml(report).decode()
    (finding,) = validate(xml, name="out/青禾.xml")
    assert (finding.path, finding.span) == ("/report/targets/target[1]", span)
    assert finding.line is not None and finding.column is not None
    assert xml.split("\n")[finding.line - 1][finding.column - 1 :].startswith('<target id="t1"')


def test_comments_and_sections_of_text_do_not_move_the_places() -> None:
    xml = to_xml(sound_report()).decode()
    extra = '<!-- <target id="t9"> --><?note <target>?>\n'
    changed = xml.replace("<targets>", extra + "<targets>").replace('strength="stretch"', "strength='wish'")
    changed = changed.replace("大会秘书处</paragraph>", "<![CDATA[大会秘书处]]></paragraph>")
    (finding,) = validate(changed)
    assert finding.line is not None and finding.column is not None
    assert changed.split("\n")[finding.line - 1][finding.column - 1 :].startswith("strength='wish'")
