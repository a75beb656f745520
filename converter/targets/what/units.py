"""Units: what is written after a number, and the base unit behind it (``万人次`` → ten thousand 人次)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import prod

from converter.language.numerals import ONE
from converter.targets.words.tables import Endings, either, entries

# 1.3万亿斤, 8300万元, 千亿级; 千 also stands in 千瓦 and 千伏, which are units of their own.
_MULTIPLIERS = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_TWO = "[万千百十]亿|[千百十]万"
_MULTIPLIED = rf"(?:(?:{_TWO})(?:{_TWO}|[亿万千百])??|[亿万千百](?:{_TWO}|[亿万千百](?:{_TWO}|[亿万千百])??)??)"

KINDS = Endings({row[0]: row[1] for row in entries("units")})
# 百亿项目, 8方面工作: what follows shows that the character is part of a word and no unit.
_NO_UNIT_BEFORE = {row[0]: frozenset(row[1]) for row in entries("not_units")}

# 10个亿 is 10 亿, as one says it of money.
_OF_MONEY = frozenset({"个亿"})

# 套（间）, 万头(只), 场（次）: a second measure word in brackets belongs to the unit.
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


# 万亩, 亿多斤: the fewest multipliers before which a unit stands, or as many as there are.
# What more than one character makes a unit of, and is none before others (150个亿元以上项目), yields to a shorter one.
_YIELDING = "|".join(
    f"{word}(?![{''.join(sorted(after))}])" for word, after in _NO_UNIT_BEFORE.items() if len(word) > 1
)
_KIND = f"(?:{_YIELDING}|{either(word for word in KINDS if len(word) == 1 or word not in _NO_UNIT_BEFORE)})"
_UNIT = re.compile(rf"(?:({_MULTIPLIED})([多余])?)??({_KIND})")
_BARE = re.compile(_MULTIPLIED.replace("??", "?"))


def read_unit(text: str, start: int) -> Unit | None:
    """The unit that starts at ``text[start]``, with its multipliers; ``None`` when there is none."""
    if match := _UNIT.match(text, start):
        multipliers, vague, word = match.groups()
        end = match.end()
        if word not in _NO_UNIT_BEFORE or text[end : end + 1] not in _NO_UNIT_BEFORE[word]:
            return _unit(text, end, multipliers, word, vague is not None)
    if bare := _BARE.match(text, start):
        return Unit(bare.group(), "bare", None, _factor(bare.group()), bare.end(), False)
    return None


@lru_cache(maxsize=256)
def _factor(multipliers: str) -> Decimal:
    """How many 十万 or 万亿 are."""
    return Decimal(prod(_MULTIPLIERS[one] for one in multipliers))


def _unit(text: str, end: int, multipliers: str | None, word: str, vague: bool) -> Unit:
    base: str | None = "%" if word == "％" else word
    written, factor = (multipliers + word, _factor(multipliers)) if multipliers else (word, ONE)
    if word in _OF_MONEY:  # 10个亿: of what is not said
        written, base = word[1:], None
    if text[end : end + 1] in _GOES_ON:
        per = _per(text, end)
        bracketed = _bracketed(text, end + len(per))
        base, written, end = word + per, written + per + bracketed, end + len(per) + len(bracketed)
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
