"""What stands in ``schemas/`` is what the model gives, complete and documented."""

from __future__ import annotations

import html
import json
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import jsonschema
import jsonschema_rs
import pytest
import xmlschema
from lxml import etree

from converter import from_json, from_xml, model, restore, to_json, to_xml, validate
from converter.formats import schema, xml_names
from converter.formats.fields import FIELDS, OBJECTS
from converter.formats.json_schema import json_schema
from converter.formats.reference import reference
from converter.formats.scalars import SCALARS
from converter.formats.vocabularies import VOCABULARIES
from tests.formats.example import SCHEMAS

XS = "{http://www.w3.org/2001/XMLSchema}"
XSD = etree.fromstring(schema("xsd"))

#: The attributes of each element with an object of its own; the rest of the object is content.
ATTRIBUTES = {
    "Meta": xml_names.META,
    "Place": xml_names.PLACE,
    "Author": xml_names.AUTHOR,
    "Section": xml_names.SECTION,
    "Marker": xml_names.MARKER,
    "Paragraph": xml_names.PARAGRAPH,
    "Mark": xml_names.MARK,
    "Target": xml_names.TARGET,
    "Result": xml_names.RESULT,
    "PaidSpan": xml_names.PAID_SPAN,
    "Diagnostic": xml_names.DIAGNOSTIC,
    "Correction": xml_names.CORRECTION,
    "Source": xml_names.SOURCE,
    "Projection": xml_names.PROJECTION,
    "Omitted": xml_names.OMITTED,
    "Edition": xml_names.EDITION,
    "Generator": xml_names.GENERATOR,
}


def is_optional(owner: str, field: str) -> bool:
    return type(None) in get_args(get_type_hints(getattr(model, owner))[field])


def xsd_type(name: str) -> Any:
    (found,) = (child for child in XSD if child.get("name") == name and child.tag != f"{XS}element")
    return found


def test_the_json_schema_is_what_the_types_give() -> None:
    assert json.loads(schema("json")) == json_schema(), (
        "python -m converter.formats.json_schema > schemas/report-1.0.schema.json"
    )


def test_the_page_is_what_the_tables_give() -> None:
    assert (SCHEMAS / "README.md").read_text("utf-8") == reference(), (
        "python -m converter.formats.reference > schemas/README.md"
    )


def test_the_schemas_are_schemas() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema("json")))
    assert xmlschema.XMLSchema(schema("xsd").decode()).target_namespace == xml_names.NAMESPACE
    assert etree.XMLSchema(XSD) is not None


def test_both_carry_their_version() -> None:
    assert json.loads(schema("json"))["$id"] == xml_names.NAMESPACE == "urn:gongwen:report:1.0"
    assert (XSD.get("targetNamespace"), XSD.get("version")) == (xml_names.NAMESPACE, "1.0")


@pytest.mark.parametrize("name", OBJECTS)
def test_every_field_of_the_model_is_in_the_table(name: str) -> None:
    assert [field.name for field in fields(getattr(model, name))] == list(FIELDS[name])


@pytest.mark.parametrize(("name", "field"), [(name, field) for name in FIELDS for field in FIELDS[name]])
def test_every_field_is_required_described_and_has_a_right_example(name: str, field: str) -> None:
    whole = json_schema()
    properties = whole if name == "Report" else whole["$defs"][name]
    assert field in properties["required"]
    assert properties["properties"][field]["description"]
    row = FIELDS[name][field]
    if row.example:
        validator = jsonschema_rs.validator_for(properties["properties"][field] | {"$defs": whole["$defs"]})
        assert validator.is_valid(json.loads(row.example))


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_is_explained(name: str) -> None:
    if name in SCALARS:
        assert SCALARS[name]["enum"] == list(VOCABULARIES[name])
        return
    owner, _, field = name.rpartition(".")
    owners = [owner] if owner else [each for each in FIELDS if field in FIELDS[each]]
    for each in owners:
        if f"{each}.{field}" in VOCABULARIES and not owner:
            continue
        found = json_schema()["$defs"][each]["properties"][field]
        words = next(choice["enum"] for choice in [found, *found.get("anyOf", [])] if "enum" in choice)
        assert words == list(VOCABULARIES[name])


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_the_xsd_has_the_attributes_of_the_model(name: str) -> None:
    found = {attribute.get("name"): attribute for attribute in xsd_type(name).iter(f"{XS}attribute")}
    assert list(found) == list(ATTRIBUTES[name])
    for field, attribute in found.items():
        assert (attribute.get("use") == "required") is not is_optional(name, field)
        scalar = FIELDS[name][field].scalar
        if scalar:
            assert attribute.get("type") == scalar


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_every_scalar_of_the_model_is_an_attribute_or_content(name: str) -> None:
    scalars = [field for field, row in FIELDS[name].items() if row.example and not row.example.startswith("[[")]
    assert set(scalars) - {"text", "heading", "heading_span", "original"} <= set(ATTRIBUTES[name])


@pytest.mark.parametrize("name", [name for name, kind in SCALARS.items() if "pattern" in kind and name != "Text"])
def test_strings_have_one_form_in_both_schemas(name: str) -> None:
    (pattern,) = xsd_type(name).iter(f"{XS}pattern")
    assert f"^({pattern.get('value')})$" == SCALARS[name]["pattern"]


def test_the_xsd_has_the_words_of_the_model() -> None:
    lists = {
        tuple(word.get("value") for word in kind.iter(f"{XS}enumeration"))
        for kind in XSD.iter(f"{XS}simpleType")
        if kind.find(f".//{XS}enumeration") is not None
    }
    assert lists == {tuple(words) for words in VOCABULARIES.values()}


def test_all_of_the_xsd_is_documented() -> None:
    for part in XSD.iter(f"{XS}attribute", f"{XS}complexType", f"{XS}simpleType", f"{XS}enumeration"):
        named = part.get("name") or part.get("value")
        assert not named or part.findtext(f"{XS}annotation/{XS}documentation"), html.escape(named)


@pytest.mark.parametrize("name", ["example", "example-docx"])
def test_an_example_is_one_valid_report_in_two_syntaxes(name: str) -> None:
    as_json, as_xml = SCHEMAS / f"{name}.json", SCHEMAS / f"{name}.xml"
    report = from_json(as_json.read_bytes())
    assert from_xml(as_xml.read_bytes()) == report
    assert to_json(report, indent=2) == as_json.read_bytes().rstrip(b"\n")
    assert to_xml(report) == as_xml.read_bytes().rstrip(b"\n")
    assert validate(as_json) == validate(as_xml) == []


def test_the_examples_hold_their_sources() -> None:
    assert restore(from_json((SCHEMAS / "example.json").read_bytes())).decode().startswith("青禾县2024年政府工作报告\n")
    assert restore(from_json((SCHEMAS / "example-docx.json").read_bytes())).startswith(b"PK")
