"""Units: what is written after a number, and the base unit behind it (``万人次`` → ten thousand 人次)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import prod

from converter.targets.lexicon import Endings, entries
from converter.targets.numerals import ONE

# 1.3万亿斤, 8300万元, 千亿级; 千 also stands in 千瓦 and 千伏, which are units of their own.
MULTIPLIERS = Endings(
    {
        "万亿": Decimal(10) ** 12,
        "千亿": Decimal(10) ** 11,
        "百亿": Decimal(10) ** 10,
        "十亿": Decimal(10) ** 9,
        "千万": Decimal(10) ** 7,
        "百万": Decimal(10) ** 6,
        "十万": Decimal(10) ** 5,
        "亿": Decimal(10) ** 8,
        "万": Decimal(10) ** 4,
        "千": Decimal(10) ** 3,
        "百": Decimal(10) ** 2,
    }
)

KINDS = Endings({row[0]: row[1] for row in entries("units")})
# 百亿项目, 8方面工作: what follows shows that the character is part of a word and no unit.
_NO_UNIT_BEFORE = {row[0]: frozenset(row[1]) for row in entries("not_units")}

# 套（间）, 万头(只), 场（次）: a second measure word in brackets belongs to the unit.
_VAGUE = frozenset("多余")
_BRACKETS = {"（": "）", "(": ")"}
_GOES_ON = frozenset(("/", *_BRACKETS))


@dataclass(slots=True)
class Unit:
    """A unit as written, its kind in the lexicon, the base unit, how many of those it is, and where it ends.

    ``vague`` says that 多 or 余 stands inside it (``3万多户``).
    """

    text: str
    kind: str
    base: str | None
    factor: Decimal
    end: int
    vague: bool


def read_unit(text: str, start: int) -> Unit | None:
    """The unit that starts at ``text[start]``, with its multipliers; ``None`` when there is none."""
    if word := _word_at(text, start):
        return _unit(text, start, (), word, False)
    multipliers: tuple[str, ...] = ()
    place = start
    while place - start < 3 and (more := MULTIPLIERS.starting_at(text, place)):
        multipliers += (more,)
        place += len(more)
        gap = place + (text[place : place + 1] in _VAGUE)
        if word := _word_at(text, gap):
            return _unit(text, gap, multipliers, word, gap > place)
    return Unit(text[start:place], "bare", None, _factor(multipliers), place, False) if multipliers else None


@lru_cache(maxsize=256)
def _factor(multipliers: tuple[str, ...]) -> Decimal:
    """How many 十万 or 万亿 are."""
    return prod((MULTIPLIERS[one] for one in multipliers), start=Decimal(1))


def _word_at(text: str, start: int) -> str | None:
    """The unit without multipliers at ``text[start]``, with what it is counted per (元/吨, 微克/立方米)."""
    word = KINDS.starting_at(text, start)
    if word is None:
        return None
    barred = _NO_UNIT_BEFORE.get(word)
    if barred is not None and text[start + len(word) : start + len(word) + 1] in barred:
        return None
    return word


def _unit(text: str, place: int, multipliers: tuple[str, ...], word: str, vague: bool) -> Unit:
    end = place + len(word)
    base = "%" if word == "％" else word
    written, factor = ("".join(multipliers) + word, _factor(multipliers)) if multipliers else (word, ONE)
    if text[end : end + 1] in _GOES_ON:
        per = _per(text, end)
        bracketed = _bracketed(text, end + len(per))
        base, written, end = base + per, written + per + bracketed, end + len(per) + len(bracketed)
    return Unit(written, KINDS[word], base, factor, end, vague)


def _per(text: str, start: int) -> str:
    """``/吨`` of 元/吨: the unit that the amount is counted per."""
    if text[start : start + 1] != "/":
        return ""
    word = KINDS.starting_at(text, start + 1)
    return f"/{word}" if word else ""


def _bracketed(text: str, start: int) -> str:
    closing = _BRACKETS.get(text[start : start + 1])
    if closing is None:
        return ""
    end = text.find(closing, start, start + 5)
    return text[start : end + 1] if end > 0 and text[start + 1 : end] in KINDS else ""
