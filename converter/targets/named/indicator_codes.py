"""Codes of common indicators: one code for GDP, 地区生产总值 and 生产总值, so that reports can be compared."""

from __future__ import annotations

from typing import NamedTuple

from converter.targets.words.tables import Endings, entries


class CodedIndicator(NamedTuple):
    """A row of ``lexicon/indicators.tsv``: the code, its labels and the names that reports use."""

    code: str
    label_zh: str
    label_en: str
    aliases: tuple[str, ...]


INDICATORS: dict[str, CodedIndicator] = {
    row[0]: CodedIndicator(row[0], row[1], row[2], (row[1], *(name for name in row[3].split("|") if name)))
    for row in entries("indicators")
}
_BY_NAME = Endings({name: coded.code for coded in INDICATORS.values() for name in coded.aliases})


def code_of(indicator: str | None) -> str | None:
    """The code of the longest known name that ``indicator`` ends with, or starts with; ``None`` when none fits."""
    if not indicator:
        return None
    if indicator in _BY_NAME:
        return _BY_NAME[indicator]
    name = _BY_NAME.ending_at(indicator, len(indicator)) or _BY_NAME.starting_at(indicator, 0)
    return _BY_NAME[name] if name else None
