"""Hints: the quick looks that tell whether a text can hold a target at all, before anything is read closely."""

from __future__ import annotations

import re

from converter.targets import multiples, ranks, relations

# Where a relation, a rank or a multiple may stand, which are targets without a number.
HINT = re.compile("|".join((relations.HINTS, ranks.HINTS, multiples.HINTS)))

# What a quantity cannot do without: a figure, a masked figure, or a Chinese numeral before a unit.
_FIGURE = re.compile(r"[0-9０-９X×*□某]")
_COUNTS = r"(?=分之|[多余]?[万亿个家户件项条座所处栋口宗台套辆张片支人名位亩公平吨米场次成倍元美斤头])"
# Every branch starts with a plain character, so that the scan can skip to the next of these.
_WORDS = re.compile("|".join((HINT.pattern, *(numeral + _COUNTS for numeral in "一二两三四五六七八九十百千零〇万亿"))))


def may_promise(text: str) -> bool:
    """Whether ``text`` has anything that a target needs."""
    return _FIGURE.search(text) is not None or _WORDS.search(text) is not None
