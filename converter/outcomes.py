"""What became of each correction, read off the finished report: nothing is said to be applied that is not there."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.meta import corrections as meta_corrections
from converter.model import Correction, Paragraph, Report, Section, Span, Target
from converter.model.corrections import DEEPEST
from converter.model.walk import leaves, sections
from converter.targets import corrections as targets_corrections


def judge(report: Report) -> None:
    """Mark those corrections of ``report`` that were tried and are not there as impossible, each with the reason."""
    seen = _Seen(report)
    for correction in report.corrections:
        if correction.status == "applied":
            reason = _JUDGES[correction.op](seen, correction)
            if reason is not None:
                correction.status, correction.reason = "impossible", reason


@dataclass(slots=True)
class _Seen:
    """The report by place."""

    report: Report
    nodes: dict[int, Section] = field(default_factory=dict)
    paragraphs: dict[int, Paragraph] = field(default_factory=dict)
    targets: dict[Span, Target] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for section in sections(self.report):
            self.nodes[section.span[0]] = section
        for leaf in leaves(self.report):
            if leaf.paragraph is not None:
                self.paragraphs[leaf.span[0]] = leaf.paragraph
        for target in self.report.targets:
            self.targets.setdefault(target.span, target)

    def begins(self, place: int) -> bool:
        """Whether a paragraph, or a section of its own paragraph, begins at ``place``."""
        node = self.nodes.get(place)
        return node.kind == "section" if node is not None else place in self.paragraphs


def _start(correction: Correction) -> int:
    return correction.span[0] if correction.span else 0


def _break(seen: _Seen, correction: Correction) -> str | None:
    return None if seen.begins(_start(correction)) else "no paragraph can begin there: it is not the first of any words"


def _join(seen: _Seen, correction: Correction) -> str | None:
    return "there is no paragraph before it that it could go on from" if seen.begins(_start(correction)) else None


def _node(seen: _Seen, correction: Correction) -> str | None:
    node = seen.nodes.get(_start(correction))
    if node is None:
        return "no node can open there: it needs a marker or a heading, in the text between front and back"
    if correction.heading is not None and node.heading != correction.heading:
        return f"the words at the opening are not {correction.heading!r}"
    if correction.level is not None and node.level != correction.level:
        if correction.level > DEEPEST:
            return f"no node stands deeper than level {DEEPEST}"
        return f"level {correction.level} is not possible there; it stands at level {node.level}"
    if correction.kind is not None and node.kind != correction.kind:
        return f"it cannot be {'an item' if correction.kind == 'item' else 'a section'} there"
    return None


def _no_node(seen: _Seen, correction: Correction) -> str | None:
    return "a node still opens there" if _start(correction) in seen.nodes else None


def _role(seen: _Seen, correction: Correction) -> str | None:
    paragraph = seen.paragraphs.get(_start(correction))
    if paragraph is None:
        return "no paragraph begins there"
    return None if paragraph.role == correction.role else f"a paragraph at this place cannot be {correction.role}"


def _meta(seen: _Seen, correction: Correction) -> str | None:
    reason = meta_corrections.fault(correction.field, correction.value)
    if reason is not None or correction.field is None:
        return reason
    found = meta_corrections.value_of(seen.report.meta, correction.field)
    return None if found == correction.value else f"{correction.field} is {found!r}"


def _target(seen: _Seen, correction: Correction) -> str | None:
    reason = targets_corrections.fault(correction.field, correction.value)
    if reason is not None:
        return reason
    target = seen.targets.get(correction.span or (0, 0))
    if target is None:
        return "no target can stand there: it lies in one paragraph or heading, and states a value"
    if correction.field is None or targets_corrections.says(target, correction.field, correction.value):
        return None
    return "its fields would contradict each other"


def _no_target(seen: _Seen, correction: Correction) -> str | None:
    return "a target still stands there" if correction.span in seen.targets else None


_JUDGES = {
    "break": _break,
    "join": _join,
    "node": _node,
    "no_node": _no_node,
    "role": _role,
    "meta": _meta,
    "target": _target,
    "no_target": _no_target,
}
