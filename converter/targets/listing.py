"""Lists that share numbers: 分别 pairs names and numbers in order, 均 gives all names one number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Span
from converter.targets.standings import Standing

_JOINT = re.compile(r"[、和及与]")
_SHARED = ("均", "都", "各")


def distribute(text: str, standing: Standing, named: Span) -> Sequence[Span]:
    """The indicators that one number belongs to: ``named`` itself, or each name of a list before 均."""
    if not any(link in _SHARED for link in standing.links) and text[named[1] : named[1] + 1] not in _SHARED:
        return [named]
    names = names_of(text, named)
    return names if all(end - start >= 3 for start, end in names) else [named]


def names_of(text: str, span: Span) -> list[Span]:
    """The names of the list ``text[span]``."""
    start, end = span
    names: list[Span] = []
    for match in _JOINT.finditer(text, start, end):
        if match.start() > start:
            names.append((start, match.start()))
        start = match.end()
    if end > start:
        names.append((start, end))
    return names
