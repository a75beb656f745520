"""The catalogue of diagnostics: one page, one code each, and every code that a report carries stands in it."""

from __future__ import annotations

from pathlib import Path

import converter
from converter.diagnostics import CATALOGUE, page

ROOT = Path(__file__).resolve().parent.parent
CODES = [kind.code for kinds in CATALOGUE.values() for kind in kinds]


def test_the_page_is_what_the_tables_give() -> None:
    assert (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8") == page()


def test_codes_are_unique() -> None:
    assert len(CODES) == len(set(CODES))


def test_mixed_newlines_and_cut_characters_are_noticed() -> None:
    data = "一、工作回顾\r\n过去一年，全县经济平稳运行。\n二、工作安排\n今年要抓好春耕。".encode()[:-1]
    codes = {diagnostic.code for diagnostic in converter.parse(data).diagnostics}
    assert {"newlines_mixed", "bytes_undecodable"} <= codes


def test_a_plain_text_has_no_diagnostics_of_the_source() -> None:
    codes = {d.code for d in converter.parse("一、工作回顾\n过去一年，全县经济平稳运行。\n").diagnostics}
    assert codes.isdisjoint(kind.code for kind in CATALOGUE["source"])
