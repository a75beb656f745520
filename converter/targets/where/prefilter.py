"""Hints: the quick looks that tell whether a text can hold a target at all, before anything is read closely."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from converter.language.numerals import START, STARTS
from converter.targets.what import multiples, ranks, ratios, relations

# Where a relation, a rank or a multiple may stand, which are targets without a number.
HINT = re.compile("|".join((relations.HINTS, ranks.HINTS, multiples.HINTS, ratios.HINTS)))

# What a target needs, tried only where it can start: most places are passed over by their character alone. Most
# quantities have a plain, wide or masked figure, which is known at once.
_FIGURES = "0-9０-９X×*□某"
_FIRST = "".join(sorted({word[0] for word in HINT.pattern.split("|")}))
_LOOK = re.compile(rf"[{_FIGURES}{STARTS}{_FIRST}](?<=(?=[{_FIGURES}]|{START.pattern}|{HINT.pattern}).)")


def promising(texts: Sequence[str]) -> Iterator[int]:
    """The places in ``texts``, in order, of those that have anything that a target needs."""
    # The texts are run together, a line each, for one scan; what follows the first hit of a line is passed over.
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
    joined = "\n".join(texts)
    place = 0
    while match := _LOOK.search(joined, place):
        line = bisect_right(starts, match.start())
        yield line - 1
        place = starts[line]
