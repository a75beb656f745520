"""Verbs of a clause and what they say about the number after them (lexicon/verbs.tsv)."""

from __future__ import annotations

import re

from converter.targets.lexicon import either, entries

CLASSES: dict[str, str] = {row[1]: row[0] for row in entries("verbs")}
_VERB = re.compile(either(CLASSES))


def verbs_in(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The verbs in ``text[start:end]`` in order, each with the place where it ends."""
    return [(match.group(), match.end()) for match in _VERB.finditer(text, start, end)]


def nearest_class(text: str, start: int, end: int) -> str | None:
    """The class of the last verb in ``text[start:end]``, which governs what follows."""
    last = None
    for match in _VERB.finditer(text, start, end):
        last = match
    return CLASSES[last.group()] if last else None
