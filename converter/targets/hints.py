"""Hints: the quick looks that tell whether a text can hold a target at all, before anything is read closely."""

from __future__ import annotations

import re

from converter.targets import multiples, ranks, relations
from converter.targets.numerals import START

# Where a relation, a rank or a multiple may stand, which are targets without a number.
HINT = re.compile("|".join((relations.HINTS, ranks.HINTS, multiples.HINTS)))

# Most quantities have a plain, wide or masked figure, which is found faster than the start of any numeral.
_FIGURE = re.compile(r"[0-9０-９X×*□某]")


def may_promise(text: str) -> bool:
    """Whether ``text`` has anything that a target needs."""
    return bool(_FIGURE.search(text) or START.search(text) or HINT.search(text))
