"""The administrative divisions of China, from the lexicon of GB/T 2260: name, short name, level."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from converter.model import PlaceLevel
from converter.patterns import late

# Read as plain files: importlib.resources takes longer to import than the lexicons to read.
_LEXICONS = Path(__file__).with_name("lexicons")

# What a name ends in, longest first, and the noun a report uses for it (`全市`, `我县`, `州委`).
KINDS = {
    "特别行政区": "区",
    "维吾尔自治区": "区",
    "壮族自治区": "区",
    "回族自治区": "区",
    "自治区": "区",
    "自治州": "州",
    "自治县": "县",
    "自治旗": "旗",
    "地区": "地区",
    "林区": "区",
    "新区": "区",
    "省": "省",
    "市": "市",
    "州": "州",
    "盟": "盟",
    "县": "县",
    "旗": "旗",
    "区": "区",
}
#: Those that reports shorten to the noun; after all others the name is the same in full.
_LONG_KINDS = tuple(kind for kind, noun in KINDS.items() if kind != noun)
_AUTONOMOUS = ("自治州", "自治县", "自治旗")
# `阿坝藏族羌族自治州` is `阿坝`, `恩施土家族苗族自治州` is `恩施`
_NATIONS = late(
    "(?:藏族|羌族|彝族|苗族|侗族|土家族|布依族|傣族|白族|哈尼族|壮族|回族|满族|瑶族|黎族|土族|撒拉族|东乡族|保安族|裕固族"
    "|朝鲜族|蒙古族|蒙古|哈萨克|哈萨克族|柯尔克孜|景颇族|傈僳族|佤族|拉祜族|布朗族|纳西族|独龙族|怒族|普米族|仡佬族|水族"
    "|仫佬族|毛南族|畲族|达斡尔族|鄂温克族|锡伯|塔吉克|各族|维吾尔)+$"
)


class Division(NamedTuple):
    """A division: its full name, the name without its kind (`沁水` of `沁水县`), its level and its kind's noun.

    ``counted`` is the form in which it counts as named: the short one, unless that is an ordinary word as well.
    """

    code: str
    name: str
    short: str
    level: PlaceLevel
    noun: str
    counted: str


@cache
def divisions() -> tuple[Division, ...]:
    """All divisions down to county level, present names before former ones."""
    return tuple(_division(*row) for row in _codes_and_names())


def find(name: str) -> Division | None:
    """The division with this full name, or called so in reports (`阿坝州`, `广西区`); the higher level wins."""
    row = _by_name().get(name)
    return None if row is None else _division(*row)


@cache
def _by_name() -> dict[str, tuple[str, str]]:
    """Code and full name of the divisions, by both names; told without reading all of them as divisions."""
    found: dict[str, tuple[str, str]] = {}
    # Provinces, then prefectures, then counties.
    for code, name in sorted(_codes_and_names(), key=lambda row: -row[0].endswith("00") - row[0].endswith("0000")):
        found.setdefault(name, (code, name))
        if name.endswith(_LONG_KINDS):
            division = _division(code, name)
            if len(division.short) > 1:
                found.setdefault(division.short + division.noun, (code, name))
    return found


@cache
def _by_code() -> dict[str, str]:
    """The present name of each code."""
    found: dict[str, str] = {}
    for code, name in _codes_and_names():
        found.setdefault(code, name)
    return found


def all_named(name: str) -> list[Division]:
    """The divisions with this full name or called so in reports, each code once; a province before all others."""
    row = _by_name().get(name)
    if row is None:
        return []
    if row[0].endswith("00") or row[1] != name:
        return [_division(*row)]
    return [_division(*same) for same in dict.fromkeys(same for same in _codes_and_names() if same[1] == name)]


def names_above(division: Division) -> list[str]:
    """The names of the prefecture and the province that hold the division."""
    codes = (f"{division.code[:4]}00", f"{division.code[:2]}0000")
    return [_by_code()[code] for code in codes if code != division.code and code in _by_code()]


def province_of(division: Division) -> str | None:
    """The name of the province that holds the division, or that it is."""
    return _by_code().get(f"{division.code[:2]}0000")


@cache
def ordinary_words() -> frozenset[str]:
    """Short names that are ordinary words too, and name a place only together with its kind."""
    return frozenset(word for row in _rows("ordinary_words.txt") for word in row.split())


@cache
def candidates_of(noun: str) -> dict[str, tuple[Division, ...]]:
    """The divisions with a noun (`市`, `县`, `州`), by the first two characters of the form that counts.

    A short name that a higher division bears as well (`大同` of 大同县) speaks of that one: only the full name counts.
    """
    province = noun in ("省", "自治区")
    higher = frozenset[str]()
    if not province:
        levels = ("province", "prefecture") if noun in ("县", "区", "旗") else ("province",)
        higher = frozenset(division.short for division in divisions() if division.level in levels)
    found: dict[str, tuple[Division, ...]] = {}
    for division in divisions():
        if (province and division.level == "province") or (not province and division.noun == noun):
            if division.short in higher and division.level != "province":
                division = division._replace(counted=division.name)
            start = division.counted[:2]
            found[start] = (*found.get(start, ()), division)
    return found


@cache
def starts_of(noun: str) -> re.Pattern[str]:
    """Finds every two characters, each a group, that may start a division with this noun."""
    starts = candidates_of(noun)
    first, second = ("".join(sorted({start[place] for start in starts})) or "\n" for place in (0, 1))
    return re.compile(f"([{first}])(?=([{second}]))")


@cache
def _codes_and_names() -> tuple[tuple[str, str], ...]:
    return tuple((row[:6], row[7:]) for row in _rows("divisions.tsv"))


def _rows(name: str) -> list[str]:
    """The lines of a lexicon, without its comments."""
    return [row for row in (_LEXICONS / name).read_text(encoding="utf-8").splitlines() if not row.startswith("#")]


def _division(code: str, name: str) -> Division:
    kind = _kind(name)
    bare = name.removesuffix(kind)
    short = (_NATIONS.sub("", bare) or bare) if kind in _AUTONOMOUS else bare
    ordinary = len(short) < 2 or short in ordinary_words()
    return Division(code, name, short, _level(code), KINDS.get(kind, kind), name if ordinary else short)


def _level(code: str) -> PlaceLevel:
    if code.endswith("00"):
        return "province" if code.endswith("0000") else "prefecture"
    return "county"


def _kind(name: str) -> str:
    """What the name ends in: `县`, `自治州`."""
    last = name[-1]
    if last in "县市" and not name.endswith("自治县"):
        return last
    return next(filter(name.endswith, KINDS), "")
