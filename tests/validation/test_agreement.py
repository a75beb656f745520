"""JSON and XML of the same report have the same verdict; so have the fast validators and the oracles beside them."""

from __future__ import annotations

import json
from functools import cache
from random import Random

import jsonschema
import xmlschema
from hypothesis import Phase, given, settings

from converter import FormatError, to_json, to_xml
from converter.formats import schema
from converter.model import Report
from converter.validation import judge, schema_json, schema_xml
from tests.strategies import reports
from tests.validation.mutating import mutated

#: 120 reports, 45 mutations each: more than 5,000 documents in every run.
_REPORTS, _MUTATIONS = 120, 45


def _both(report: Report) -> tuple[bytes, bytes] | None:
    """The report in JSON and XML; ``None`` when it holds what one of them cannot carry."""
    try:
        return to_json(report), to_xml(report)
    except (FormatError, UnicodeError):
        return None


@given(reports())
def test_a_report_that_is_right_by_construction_is_accepted(report: Report) -> None:
    for document in (to_json(report), to_json(report, indent=2), to_xml(report)):
        assert judge(document).accepts(), judge(document).findings


@settings(max_examples=_REPORTS, phases=[Phase.generate])
@given(reports())
def test_both_syntaxes_have_the_same_verdict(report: Report) -> None:
    random = Random(report.source.sha256)
    for _ in range(_MUTATIONS):
        changed = mutated(report, random)
        documents = _both(changed)
        if documents is None:
            continue
        in_json, in_xml = (judge(document) for document in documents)
        for strict in (False, True):
            findings = in_json.findings[:5], in_xml.findings[:5]
            assert in_json.accepts(strict) == in_xml.accepts(strict), (strict, *findings)


@cache
def _json_oracle() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema("json")))


@cache
def _xml_oracle() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(schema("xsd").decode())


@settings(phases=[Phase.generate])
@given(reports())
def test_the_oracles_have_the_same_verdict(report: Report) -> None:
    random = Random(report.source.sha256)
    for changed in (report, *(mutated(report, random) for _ in range(8))):
        documents = _both(changed)
        if documents is None:
            continue
        tree = json.loads(documents[0])
        assert schema_json.conforms(tree) == _json_oracle().is_valid(tree), tree
        accepted = schema_xml.read_conforming(documents[1]) is not None
        assert accepted == _xml_oracle().is_valid(documents[1].decode()), documents[1].decode()
