"""Ratios: 三次产业结构比重为7∶43∶50, the shares of a whole in one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.language.numerals import decimal
from converter.model import Span
from converter.patterns import late
from converter.targets.where.clauses import Sentence

# What stands between the numbers; a clause can end at two of these, so that the whole figure is looked for.
HINTS = r"∶(?=\d)|：(?=\d)|:(?=\d)"
_MARKS = "∶：:"
_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_RATIO = late(
    rf"(?P<link>(?:调整|优化|提升|改善|变化)?[为到至])(?P<parts>{_NUMBER}(?:[{_MARKS}]{_NUMBER}){{2,3}})(?![\d.%％{_MARKS}])"
)
_WHOLE = re.compile(r"(?:结构|比重|比例|比|构成)$")


@dataclass(slots=True)
class Ratio:
    """The shares ``values`` at ``span``; ``subject`` is the stretch before it, whose parts they are."""

    span: Span
    subject: Span
    values: list[Decimal]


def find_ratios(sentence: Sentence, place: int) -> Iterator[Ratio]:
    """The ratio whose first mark stands at ``place``."""
    text = sentence.text
    if text[place] not in _MARKS:
        return
    start, _ = sentence.clause(place - 1)
    match = _RATIO.search(text, max(start, place - 8), min(place + 24, sentence.end))
    if (
        match is None
        or match.end() < place
        or _WHOLE.search(text, max(start, match.start() - 2), match.start()) is None
    ):
        return
    parts = match["parts"]
    if match.start("parts") + min(map(parts.index, set(parts) & set(_MARKS))) == place:
        values = [decimal(part) for part in re.split(f"[{_MARKS}]", parts)]
        yield Ratio(match.span("parts"), (start, match.start()), values)
