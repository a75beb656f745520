"""Akoma Ntoso and TEI: every report is valid by the schema of the standard, and nothing of its text is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from converter import parse
from converter.exports import export
from converter.model import Report
from converter.model.walk import leaves
from tests.fixtures import regenerate
from tests.strategies import report_texts, reports

by_name = pytest.mark.parametrize("path", regenerate.texts(), ids=lambda path: path.stem)
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _report(path: Path) -> Report:
    return parse(path.read_bytes(), name=path.name)


def _faults(schema: etree.XMLSchema | etree.RelaxNG, report: Report, name: str) -> list[str]:
    document = etree.fromstring(export(report, name))
    schema.validate(document)
    return [f"{fault.line}: {fault.message}" for fault in schema.error_log]


@by_name
def test_fixtures_are_valid_akoma_ntoso(path: Path, akn_schema: etree.XMLSchema) -> None:
    assert _faults(akn_schema, _report(path), "akn") == []


@by_name
def test_fixtures_are_valid_tei(path: Path, tei_schema: etree.RelaxNG) -> None:
    assert _faults(tei_schema, _report(path), "tei") == []


@given(reports())
def test_any_report_is_valid_akoma_ntoso(akn_schema: etree.XMLSchema, report: Report) -> None:
    assert _faults(akn_schema, report, "akn") == []


@given(reports())
def test_any_report_is_valid_tei(tei_schema: etree.RelaxNG, report: Report) -> None:
    assert _faults(tei_schema, report, "tei") == []


@pytest.mark.parametrize("name", ["akn", "tei"])
def test_real_documents_are_valid(
    name: str, corpus: list[Path], akn_schema: etree.XMLSchema, tei_schema: etree.RelaxNG
) -> None:
    schema = {"akn": akn_schema, "tei": tei_schema}[name]
    faulty = {path.name: faults for path in corpus if (faults := _faults(schema, _report(path), name))}
    assert faulty == {}


@given(report_texts().filter(str.strip))
def test_no_character_is_lost(text: str) -> None:
    report = parse(text)
    whole = "".join("".join(leaf.text.split()) for leaf in leaves(report))
    for name, root in (("akn", "doc"), ("tei", "text")):
        document = etree.fromstring(export(report, name))
        found = next(element for element in document.iter() if etree.QName(element).localname == root)
        for meta in found.iter(f"{AKN}meta"):
            meta.clear()
        assert "".join("".join(map(str, found.itertext())).split()) == whole


@by_name
def test_ids_are_those_of_the_report(path: Path) -> None:
    report = _report(path)
    ids = {leaf.paragraph.id if leaf.paragraph else leaf.section.id for leaf in leaves(report) if leaf.section}
    akn, tei = (etree.fromstring(export(report, name)) for name in ("akn", "tei"))
    assert ids <= {element.get("eId") for element in akn.iter()}
    assert ids <= {element.get(XML_ID) for element in tei.iter()}
