"""Why a place does or does not part two paragraphs: the evidence by name, and its sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from converter.layout.lost_breaks.evidence.deciding import HEADING_AT_LEAST, PLAIN_AT_LEAST, Reading, second_look
from converter.layout.lost_breaks.evidence.paragraphs import PARAGRAPH_FACTS
from converter.layout.lost_breaks.evidence.plain_headings import PLAIN_FACTS
from converter.layout.lost_breaks.evidence.siblings import FACTS_AGAIN
from converter.layout.lost_breaks.evidence.weights import TREE_UNIT, Steps, Weights

Kind = Literal["end_of_sentence", "end_of_numbered_heading", "end_of_plain_heading"]


class Part(NamedTuple):
    """One piece of evidence: its name, what it means, the value it has here, and what it adds."""

    name: str
    meaning: str
    value: int
    evidence: float


class Explanation(NamedTuple):
    """What speaks for and against a place, the most telling first; ``total`` must reach ``least``."""

    kind: Kind
    parts: list[Part]
    total: int
    least: int
    parted: bool


def explain(reading: Reading, place: int, weights: Weights) -> list[Explanation]:
    """The evidence for each thing that ``place`` could be, in sixteenths of the log of the odds; often none."""
    parted = place in set(reading.borders())
    found: list[Explanation] = []
    for number, end in enumerate(reading.ends):
        if end.place == place:
            (facts,) = second_look(reading, [number])
            changes = [(feature, change * 16 / TREE_UNIT) for feature, change in weights.paragraphs.parts(facts)]
            parts = _parts(PARAGRAPH_FACTS, facts, changes)
            found.append(Explanation("end_of_sentence", parts, reading.paragraphs[number], 1, parted))
    if facts := reading.heading_facts.get(place, ()):
        found.append(_heading("end_of_numbered_heading", FACTS_AGAIN, facts, weights.headings_again, parted))
    if facts := reading.plain_facts.get(place, ()):
        found.append(_heading("end_of_plain_heading", PLAIN_FACTS, facts, weights.plain_headings, parted))
    return found


def _heading(
    kind: Kind, names: Sequence[tuple[str, str]], facts: tuple[int, ...], steps: Steps, parted: bool
) -> Explanation:
    least = HEADING_AT_LEAST if kind == "end_of_numbered_heading" else PLAIN_AT_LEAST
    return Explanation(kind, _parts(names, facts, steps.parts(facts)), steps.sum(facts), least, parted)


def _parts(names: Sequence[tuple[str, str]], facts: Sequence[int], changes: Iterable[tuple[int, float]]) -> list[Part]:
    """The changes added up by feature, the largest first."""
    sums: Counter[int] = Counter()
    for feature, change in changes:
        sums[feature] += change  # type: ignore[assignment]
    parts = [Part(*names[feature], facts[feature], float(total)) for feature, total in sums.items() if total]
    return sorted(parts, key=lambda part: (-abs(part.evidence), part.name))
