"""Verbs of a clause and what they say about the number after them (lexicon/verbs.tsv)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.targets.words.tables import either, entries

CLASSES: dict[str, str] = {row[1]: row[0] for row in entries("verbs")}
# 建成区 and 服务贸易 are names: a verb in them does nothing.
_NAMES = [name for name in (row[0] for row in entries("names")) if any(verb in name for verb in CLASSES)]
_VERB = re.compile(either([*CLASSES, *_NAMES]))


@dataclass(slots=True)
class Verb:
    """The verb that governs what follows it: its class, and the place where it ends."""

    kind: str
    end: int


def governing(text: str, start: int, end: int) -> Verb | None:
    """The last verb in ``text[start:end]``."""
    last = None
    for match in _VERB.finditer(text, start, end):
        if match.group() in CLASSES:
            last = match
    return Verb(CLASSES[last.group()], last.end()) if last else None
