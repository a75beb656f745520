"""Verbs of a clause and what they say about the number after them (lexicon/verbs.tsv)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.targets.words.tables import either, entries

CLASSES: dict[str, str] = {row[1]: row[0] for row in entries("verbs")}
_VERB = re.compile(either(CLASSES))


@dataclass(slots=True)
class Verb:
    """The verb that governs what follows it: its class, and the place where it ends."""

    kind: str
    end: int


def governing(text: str, start: int, end: int) -> Verb | None:
    """The last verb in ``text[start:end]``."""
    last = None
    for match in _VERB.finditer(text, start, end):
        last = match
    return Verb(CLASSES[last.group()], last.end()) if last else None
