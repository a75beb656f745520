"""Dates and years as Chinese reports print them, in Arabic or Chinese digits."""

from __future__ import annotations

import re
from datetime import date

from converter.language.normal_form import compact
from converter.language.numerals import ordinal
from converter.patterns import late

# `2023年2月21日`, `二〇二三年二月二十日`, `2023年2月`, `2007-03-02`, `2023.2.21`
DATE = (
    r"(?:\d{4}|[〇零0一二三四五六七八九]{4})"
    r"(?:年(?:(?:元|[\d〇零一二三四五六七八九十]{1,3})月(?:[\d〇零一二三四五六七八九十]{1,3}日)?)?|[-./]\d{1,2}[-./]\d{1,2})"
)

#: The same with its day: `2023年2月21日`
FULL_DATE = (
    r"(?:\d{4}|[〇零0一二三四五六七八九]{4})年"
    r"(?:元|[\d〇零一二三四五六七八九十]{1,3})月[\d〇零一二三四五六七八九十]{1,3}日"
)

_NUMERAL = r"[\d〇零一二三四五六七八九十]{1,3}"
# `2023`, `二〇二三`, and `二０二０` with a full-width nought
YEAR = r"(?:1[89]|20)\d\d|[一二][〇零九0][〇零一二三四五六七八九0]{2}"

_WRITTEN = re.compile(rf"({YEAR})年(?:({_NUMERAL})月(?:({_NUMERAL})日)?)?")
# `2007-03-02`, `2023.2.21`, `2001/02/20`
_NUMERIC = re.compile(r"((?:1[89]|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})")
# `19750121` in the reference of a newspaper
_RUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_MONTH_DAY = late(rf"({_NUMERAL})月({_NUMERAL})日")
_MENTIONED = re.compile(rf"(?<!\d)({YEAR})(?=年)")


def find_date(text: str) -> str | None:
    """The first date in ``text`` in ISO 8601, as exact as printed: ``2023-02-21``, ``2023-02``; a bare year is none."""
    line = compact(text).replace("元月", "1月")
    for pattern in (_WRITTEN, _NUMERIC, _RUN):
        for match in pattern.finditer(line):
            found = _iso(match[1], match[2], match[3])
            if found is not None:
                return found
    return None


def find_month_and_day(text: str, year: int) -> str | None:
    """The first date without a year in ``text`` (`新华社北京5月29日电`) in ISO 8601, as a day of ``year``."""
    match = _MONTH_DAY.search(compact(text))
    return _iso(str(year), match[1], match[2]) if match else None


def years_in(text: str) -> list[int]:
    """The years ``text`` names, in reading order: `２００３年`, `一九五八年`, `2023年`."""
    return [year_number(match[1]) for match in _MENTIONED.finditer(compact(text))]


def year_number(numeral: str) -> int:
    """The year that a match of :data:`YEAR` stands for: ``2023``, ``二〇二三``."""
    return ordinal(numeral) or 0


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    numbers = [ordinal(part) for part in (year, month or "", day or "1")]
    try:
        return date(*(number or 0 for number in numbers)).isoformat()[: 10 if day else 7]
    except ValueError:
        return None
