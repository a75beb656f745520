"""Gold in the published form (CONVENTIONS §4): reading it, and scoring outlines and meta against it.

An outline is a file ``NAME.outline.tsv`` with a line a node: kind, depth, marker, heading, first characters. A meta
file ``NAME.meta.tsv`` has a line a field. Comparison ignores white space, emphasis marks and the width of characters.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.model import Report, Section

_WIDTH = str.maketrans("，。；：！？（）、“”‘’％．－—", ",.;:!?(),\"\"''%.--")
#: Right answers, answers given, answers wanted.
Counts = tuple[int, int, int]


def fold(text: str | None) -> str:
    """``text`` without white space and emphasis marks, in one width."""
    return re.sub(r"[\s*]+", "", unicodedata.normalize("NFKC", text or "").translate(_WIDTH))


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a gold file as cells; comments and empty lines are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A node as gold and report are compared: kind ``S`` or ``I``, depth, folded marker, heading and opening."""

    kind: str
    depth: int
    marker: str
    heading: str
    opening: str

    @property
    def key(self) -> str:
        """What two nodes must share to be the same node."""
        return f"{self.marker.rstrip(',.:')}|{self.opening[:6]}"


def gold_outline(path: Path) -> list[OutlineNode]:
    """The nodes of an outline file."""
    return [
        OutlineNode(kind, int(depth), fold(marker), fold(heading), fold(heading or start)[:8])
        for kind, depth, marker, heading, start in rows(path)
    ]


def report_outline(report: Report) -> list[OutlineNode]:
    """The nodes of a report in the same form."""
    nodes: list[OutlineNode] = []
    stack = list(reversed(report.sections))
    while stack:
        section = stack.pop()
        stack.extend(reversed(section.subsections))
        marker = section.marker.text if section.marker else ""
        opening = section.heading or (section.body[0].text if section.body else _first_child(section))
        kind = "I" if section.kind == "item" else "S"
        nodes.append(OutlineNode(kind, section.level, fold(marker), fold(section.heading), fold(opening)[:8]))
    return nodes


def _first_child(section: Section) -> str:
    if not section.subsections:
        return ""
    child = section.subsections[0]
    return (child.marker.text if child.marker else "") + (child.heading or "")


def score_outline(gold: list[OutlineNode], found: list[OutlineNode]) -> dict[str, Counts]:
    """``sections`` and ``items`` found, and ``outline``: all nodes with kind, depth and heading right as well."""
    matcher = difflib.SequenceMatcher(None, [n.key for n in gold], [n.key for n in found], autojunk=False)
    pairs = [(gold[a + i], found[b + i]) for a, b, size in matcher.get_matching_blocks() for i in range(size)]
    scores: dict[str, Counts] = {}
    for part, kind in (("sections", "S"), ("items", "I")):
        hits = sum(a.kind == kind == b.kind for a, b in pairs)
        scores[part] = hits, sum(n.kind == kind for n in found), sum(n.kind == kind for n in gold)
    right = sum((a.kind, a.depth, a.heading) == (b.kind, b.depth, b.heading) for a, b in pairs)
    scores["outline"] = right, len(found), len(gold)
    return scores


def score_meta(path: Path, report: Report) -> Counts:
    """Fields of the meta file that the report has right; an empty gold field must be absent."""
    meta = report.meta
    values = {
        "title": meta.title,
        "subtitle": meta.subtitle,
        "document_type": meta.document_type,
        "meeting": meta.meeting,
        "date": meta.date,
        "author_name": meta.author.name if meta.author else None,
        "author_position": meta.author.position if meta.author else None,
        "place": meta.place.name if meta.place else None,
        "place_level": meta.place.level if meta.place else None,
        "review_year": str(meta.review_year) if meta.review_year else None,
        "target_year": str(meta.target_year) if meta.target_year else None,
        "salutation": meta.salutation,
        "issuer": meta.issuer,
        "issued": meta.issued,
    }
    right = given = wanted = 0
    for field, value in ([*cells, ""][:2] for cells in rows(path)):
        found = fold(values.get(field))
        right += bool(value) and fold(value) == found
        given += bool(found)
        wanted += bool(value)
    return right, given, wanted


def f1(counts: Counts) -> float:
    """The harmonic mean of precision and recall; 0 when nothing is right."""
    hits, given, wanted = counts
    return 2 * hits / (given + wanted) if hits else 0.0
