"""Readings: files of sentences as reports have them, each with the targets it states, for a domain expert to correct.

A sentence stands at the start of a line; under it, indented, one target a line (or ``(none)``)::

    地区生产总值增长6%左右，力争6.5%以上。
        地区生产总值 | growth ~ 6 % | 2024 planned
        地区生产总值 | growth >= 6.5 % | 2024 stretch

Fields: indicator | measure, comparator, value (of a range 3—5), unit | period, strength. Lines with ``#`` say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from converter import Target

FOLDER = Path(__file__).with_name("readings")
NOTHING = "(none)"


class Reading(NamedTuple):
    """A sentence and its targets, one line each; ``place`` is where it stands."""

    place: str
    sentence: str
    targets: list[str]


def readings(name: str) -> Iterator[Reading]:
    """The readings of ``readings/NAME.txt``, in order."""
    found: Reading | None = None
    for number, line in enumerate((FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            assert found is not None, f"{name}:{number}: a target without a sentence"
            if line.strip() != NOTHING:
                found.targets.append(line.strip())
            continue
        if found is not None:
            yield found
        found = Reading(f"{name}:{number}", line, [])
    if found is not None:
        yield found


def line_of(target: Target) -> str:
    """A target as readings write it."""
    value = "—".join(filter(None, (target.value_decimal, target.value_max_decimal)))
    stated = " ".join(filter(None, (target.measure, target.comparator, value, target.unit)))
    return f"{target.indicator} | {stated} | {target.period} {target.strength}"
