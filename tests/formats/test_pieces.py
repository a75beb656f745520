"""Long reports are written in pieces, which join to what is written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import FormatError, parse, to_json, to_xml
from converter.formats.json_format import json_pieces
from converter.formats.lengths import LONG
from converter.formats.xml_writer import xml_pieces
from converter.model import Report
from tests.formats.example import example
from tests.strategies import reports


def long(report: Report) -> Report:
    """The report as if it were of a long text."""
    return replace(report, source=replace(report.source, size=LONG))


@given(reports(), st.sampled_from([None, 1, 2, 4]))
def test_pieces_join_to_the_document(report: Report, indent: int | None) -> None:
    report = long(report)
    assert b"".join(json_pieces(report, indent=indent)) == to_json(report, indent=indent)
    assert b"".join(xml_pieces(report)) == to_xml(report)


def test_no_piece_holds_a_large_part() -> None:
    sections = "".join(f"一、工作目标{number}\n\n新建道路{number}公里，改造老旧小区3个。\n\n" for number in range(2000))
    report = parse(f"政府工作报告\n\n各位代表：\n\n{sections}".encode())
    for pieces in (list(json_pieces(report, indent=2)), list(xml_pieces(report))):
        assert max(map(len, pieces)) * 20 < sum(map(len, pieces))


def test_a_short_report_is_one_piece() -> None:
    assert len(list(json_pieces(example()))) == len(list(xml_pieces(example()))) == 1


@pytest.mark.parametrize("pieces", [json_pieces, xml_pieces])
def test_what_cannot_be_written_is_refused(pieces: Callable[[Report], Iterable[bytes]]) -> None:
    for report in (long(example()), long(replace(example(), schema_version="\ud800"))):
        report.front[0].text = "\ud800"
        with pytest.raises(FormatError):
            list(pieces(report))
