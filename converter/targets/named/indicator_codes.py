"""Codes of common indicators: one code for GDP, 地区生产总值 and 生产总值, so that reports can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from converter.language.lookalikes import folded
from converter.model import Direction, Measure
from converter.targets.words.joints import JOINED
from converter.targets.words.tables import Endings, entries

#: What an indicator counts.
Family = Literal[
    "money", "mass", "area", "length", "volume", "power", "people", "visits", "count", "rate", "change", "any"
]


class CodedIndicator(NamedTuple):
    """A row of ``lexicon/indicators.tsv``: the code, its labels, what it counts, and the names that reports use."""

    code: str
    label_zh: str
    label_en: str
    family: Family
    direction: Direction
    aliases: tuple[str, ...]
    #: Those that fit only as a whole.
    whole: frozenset[str]

    @property
    def as_named(self) -> bool:
        """Whether the code says only what kind of thing is counted (项目, 企业)."""
        return self.label_en.endswith("(as named)")


def fold(name: str) -> str:
    """``name`` for a look-up: in simplified characters, without width, quotation marks and white space."""
    return unicodedata.normalize("NFKC", folded(name)).translate(_MARKS)


_MARKS = dict.fromkeys(map(ord, '“”"‘’「」 \u3000'))


def _coded(row: list[str]) -> CodedIndicator:
    code, label_zh, label_en, family, direction, names = row
    aliases = (label_zh, *(name for name in names.split("|") if name))
    whole = frozenset(fold(name[1:]) for name in aliases if name[0] == "=")
    plain = tuple(name.removeprefix("=") for name in aliases)
    return CodedIndicator(code, plain[0], label_en, cast("Family", family), cast("Direction", direction), plain, whole)


INDICATORS: dict[str, CodedIndicator] = {row[0]: _coded(row) for row in entries("indicators")}
_BY_NAME = Endings({fold(name): coded for coded in INDICATORS.values() for name in coded.aliases})
# Names that may stand behind others, too.
_ENDINGS = Endings({name: coded for name, coded in _BY_NAME.items() if name not in coded.whole})
_SCOPES = Endings(dict.fromkeys(row[0] for row in entries("scopes")))

# 全市地区生产总值: says nothing that the report does not.
_WHOLE = re.compile(r"^(?:全[市县省区州盟旗国]|全自治区|[我本][市县省区州]|今年|全年|年内|当年|新增|累计)")
# 高标准农田 | 建设任务: what may follow a name.
_TAIL = re.compile(
    r"(?:总量|数量|总数|个数|人数|规模|总额|增速|任务|建设|改造|整治|工程|面积|建设任务|改造任务|建设项目|改造项目)$"
)
# 人均财政收入, 亩均税收, 占地区生产总值: another figure than the name says.
_OTHER = re.compile(r"(?:人均|亩均|户均|劳均|地均|单位|万元|每.{0,4}|占|非|与|较|比|的|性|预期|参保|覆盖)$")
# 云岭高新区 | 规上工业增加值
_PARK = re.compile(
    r"^.{0,12}(?:经开区|高新区|开发区|园区|新区|综保区|保税区|自贸(?:试验)?区|度假区|片区|主城区|中心城区|新城|街道)$"
)
_PLACE = re.compile(r"^.{2,8}(?:(?<![小社景林灌地])区|县|市|镇|乡|州|盟|旗)$")
# Figures of statistics, which have parts; what is built and counted is what it is called.
_STATISTICS = frozenset({"money", "rate", "change", "people"})
# What a number of this kind can be of: else the name is only part of another (护理型床位占比 is no number of beds).
_COUNTED: dict[str, frozenset[str]] = {
    "money": frozenset({"money"}),
    "bare": frozenset({"money", "people", "visits", "count"}),
    "mass": frozenset({"mass"}),
    "area": frozenset({"area"}),
    "length": frozenset({"length"}),
    "volume": frozenset({"volume"}),
    "power": frozenset({"power"}),
    "energy": frozenset({"power", "volume"}),
    "capacity": frozenset({"power"}),
    "person": frozenset({"people", "visits", "count"}),
    "persontime": frozenset({"people", "visits"}),
    "household": frozenset({"count", "people"}),
    "count": frozenset({"count", "length", "volume"}),
    "variety": frozenset({"count"}),
    "heads": frozenset({"count", "volume"}),
    "percent": frozenset({"rate"}),
    "points": frozenset({"rate", "change"}),
}


class Named(NamedTuple):
    """What an indicator's name says: its code, if it has one, and whose number it is, where that is said."""

    coded: CodedIndicator | None
    scope: str | None


_UNKNOWN = Named(None, None)


def named(indicator: str | None, measure: Measure, kind: str | None) -> Named:
    """The code and the scope in ``indicator``; ``kind`` is that of the unit of its number, if it has one."""
    if not indicator:
        return _UNKNOWN
    found = _looked_up(indicator)
    if found.coded is not None and not _fits(found.coded.family, measure, kind):
        return Named(None, found.scope)
    return found


def code_of(indicator: str | None, measure: Measure = "relation", kind: str | None = None) -> str | None:
    """The code in ``indicator``; ``None`` when none fits."""
    coded = named(indicator, measure, kind).coded
    return coded.code if coded else None


def _fits(family: Family, measure: Measure, kind: str | None) -> bool:
    if family == "any" or kind is None or measure in ("relation", "rank"):
        return True
    if measure in ("growth", "decline") and kind in ("percent", "times", "points"):
        return True
    return kind in _COUNTED and family in _COUNTED[kind]


@lru_cache(maxsize=4096)
def _looked_up(indicator: str) -> Named:
    name = fold(indicator)
    if name in _BY_NAME:
        return Named(_BY_NAME[name], _part(name, _BY_NAME[name]))
    if whole := _WHOLE.match(name):
        name = name[whole.end() :]
        if name in _BY_NAME:
            return Named(_BY_NAME[name], _part(name, _BY_NAME[name]))
    if JOINED.search(name):
        return _UNKNOWN
    ends = [len(name)]
    if (tail := _TAIL.search(name)) and tail.start() >= 2:
        ends.append(tail.start())
    found = [(end, word) for end in ends if (word := _ENDINGS.ending_at(name, end))]
    if not found:
        return _UNKNOWN
    end, word = max(found, key=lambda one: len(one[1]))
    before = name[: end - len(word)]
    if before and _OTHER.search(before):
        return Named(None, None)
    coded = _BY_NAME[word]
    return Named(coded, _scope(before, coded) or _part(name, coded))


def _part(name: str, coded: CodedIndicator) -> str | None:
    """The part of the place or its economy that a statistic starts with: 规上工业增加值, but no 农村公路."""
    return _SCOPES.starting_at(name, 0) if coded.family in _STATISTICS and not coded.as_named else None


def _scope(before: str, coded: CodedIndicator) -> str | None:
    """The words before the name where they say whose number it is."""
    if before in _SCOPES or _PARK.match(before) or (not coded.as_named and _PLACE.match(before)):
        return before
    return None
