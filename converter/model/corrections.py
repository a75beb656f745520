"""What a person knows better than the parser, as the rooms of the parser look it up: by place, each thing once.

Places are code points of the decoded source. A ``break`` or ``join`` is about the paragraph that begins (or goes on) at
the start of its span, a ``node`` or ``no_node`` about the node whose marker or heading begins there, a ``role`` about
the paragraph that begins there, a ``target`` or ``no_target`` about the target with that very span.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from converter.model.report import Correction, CorrectionStatus, Role, Span

#: No outline is deeper; what nests below a node by itself adds to it.
DEEPEST = 12

#: What a correction speaks of: the kind of thing, and which.
_Subject = tuple[object, ...]


class CorrectionSet(NamedTuple):
    """Corrections as they were written down, and the SHA-256 of the source that they are about (``None``: of any)."""

    sha256: str | None
    corrections: list[Correction]


@dataclass(slots=True)
class Certain:
    """Corrections that may be applied, by place. The rooms take each as certain; an empty one changes nothing."""

    breaks: set[int] = field(default_factory=set)
    joins: set[int] = field(default_factory=set)
    nodes: dict[int, Correction] = field(default_factory=dict)
    no_nodes: set[int] = field(default_factory=set)
    roles: dict[int, Role | None] = field(default_factory=dict)
    meta: dict[str, str | None] = field(default_factory=dict)
    targets: dict[Span, dict[str, str | None]] = field(default_factory=dict)
    no_targets: set[Span] = field(default_factory=set)

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


#: No corrections at all.
NOTHING = Certain()


def settle(given: CorrectionSet, sha256: str, characters: int) -> tuple[list[Correction], Certain]:
    """Fresh copies of the corrections ``given``, and those of them that may be applied to a source.

    ``sha256`` and ``characters`` are those of the source. What is about another source or lies outside it is ``stale``,
    what contradicts an earlier one is in ``conflict`` with it; both have their reason, and neither is applied.
    """
    listed = [replace(correction, status="applied", reason=None) for correction in given.corrections]
    certain = Certain()
    said: dict[_Subject, tuple[int, object]] = {}
    for number, correction in enumerate(listed, 1):
        if given.sha256 is not None and given.sha256 != sha256:
            _refuse(correction, "stale", "the corrections are about another source: its SHA-256 differs")
        elif correction.span is not None and not 0 <= correction.span[0] < correction.span[1] <= characters:
            _refuse(correction, "stale", f"the place lies outside the text, which has {characters} characters")
        elif (earlier := _contradicted(said, number, correction)) is not None:
            _refuse(correction, "conflict", f"correction {earlier} says something else about the same place")
        else:
            _take(certain, correction)
    return listed, certain


def _refuse(correction: Correction, status: CorrectionStatus, reason: str) -> None:
    correction.status, correction.reason = status, reason


def _claims(correction: Correction) -> list[tuple[_Subject, object]]:
    """What ``correction`` says, each as the thing it speaks of and what it says of it."""
    start = correction.span[0] if correction.span else None
    if correction.op in ("break", "join"):
        return [(("paragraph", start), correction.op)]
    if correction.op in ("node", "no_node"):
        return [(("node", start), (correction.op, correction.kind, correction.level, correction.heading))]
    if correction.op == "role":
        return [(("role", start), correction.role)]
    if correction.op == "meta":
        return [(("meta", correction.field), correction.value)]
    there = (("target", correction.span), correction.op)
    if correction.field is None:
        return [there]
    return [there, (("field", correction.span, correction.field), correction.value)]


def subjects(correction: Correction) -> list[_Subject]:
    """What ``correction`` speaks of; two that speak of one thing are either the same or in conflict."""
    claims = [subject for subject, _ in _claims(correction)]
    return claims[1:] if correction.op == "target" and correction.field is not None else claims


def _contradicted(said: dict[_Subject, tuple[int, object]], number: int, correction: Correction) -> int | None:
    """The number of the first earlier correction that says something else of the same thing."""
    claims = _claims(correction)
    earlier = [said[subject][0] for subject, claim in claims if subject in said and said[subject][1] != claim]
    if earlier:
        return min(earlier)
    for subject, claim in claims:
        said.setdefault(subject, (number, claim))
    return None


def _take(certain: Certain, correction: Correction) -> None:
    """Note ``correction`` under its place."""
    span = correction.span or (0, 0)
    if correction.op == "break":
        certain.breaks.add(span[0])
    elif correction.op == "join":
        certain.joins.add(span[0])
    elif correction.op == "node":
        certain.nodes[span[0]] = correction
    elif correction.op == "no_node":
        certain.no_nodes.add(span[0])
    elif correction.op == "role":
        certain.roles[span[0]] = correction.role
    elif correction.op == "meta" and correction.field is not None:
        certain.meta[correction.field] = correction.value
    elif correction.op == "target":
        fields = certain.targets.setdefault(span, {})
        if correction.field is not None:
            fields[correction.field] = correction.value
    elif correction.op == "no_target":
        certain.no_targets.add(span)
