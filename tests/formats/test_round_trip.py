"""Promise 3: one model, two syntaxes. Promise 2: what is written is valid by both published schemas."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema_rs
from hypothesis import assume, given
from hypothesis import strategies as st

from converter import from_json, from_xml, restore, to_json, to_xml
from converter.formats import schema
from converter.formats.xml_parser import parse_xml
from converter.formats.xml_reader import report_schema
from converter.model import Edition, Report
from tests.strategies import hex_bytes, reports

JSON_SCHEMA = jsonschema_rs.validator_for(json.loads(schema("json")))


@given(reports())
def test_json_gives_the_report_back(report: Report) -> None:
    assert from_json(to_json(report)) == report


@given(reports(), st.sampled_from([1, 2, 4]))
def test_indented_json_is_the_same_json(report: Report, indent: int) -> None:
    assert json.loads(to_json(report, indent=indent)) == json.loads(to_json(report))


@given(reports())
def test_xml_gives_the_report_back(report: Report) -> None:
    assert from_xml(to_xml(report)) == report


@given(reports())
def test_both_are_valid(report: Report) -> None:
    assert [error.message for error in JSON_SCHEMA.iter_errors(json.loads(to_json(report)))] == []
    xsd = report_schema()
    assert xsd.validate(parse_xml(to_xml(report))), str(xsd.error_log)


@given(reports())
def test_a_generated_report_gives_its_source_back(report: Report) -> None:
    assume(report.source.projection is None or report.source.original is not None)
    assert len(restore(from_xml(to_xml(report)))) == report.source.size


@given(reports(), st.lists(st.tuples(st.integers(0, 10**6), hex_bytes()), max_size=3), st.integers(0, 10**9))
def test_facts_of_other_encodings_and_editions_come_back(
    report: Report, variants: list[tuple[int, str]], omitted: int
) -> None:
    report.source = replace(report.source, variants=variants, encoding="big5", confidence=0.25)
    report.edition = Edition("public", omitted, 1)
    assert from_xml(to_xml(report)) == report == from_json(to_json(report))
