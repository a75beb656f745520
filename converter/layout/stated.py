"""What a file format states about the lines of its projected text, given to lines and blocks before text rules ask."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from converter.layout.blocks import Block
from converter.layout.lines import Line
from converter.layout.offset_map import MappedText

if TYPE_CHECKING:
    from converter.model import Role
    from converter.model.projection import LineKind, Projected

#: What the lines of a kind are, whatever they say.
_ROLES: dict[LineKind, Role] = {"table_row": "table", "contents": "contents", "note": "note"}


#: From how many characters on a paragraph of running text counts, and how many of these tell how a file was made.
_LONG, _ENOUGH = 18, 30
#: Of them, how many end inside a sentence where each printed line was made a paragraph (a page's text pasted in Word).
_LEAST_CUT = 0.75
_ENDS = frozenset("。！？；：”’）).!?;:…")


def believed(projected: Projected | None) -> Projected | None:
    """``projected``, less its word that lines are paragraphs where these are printed lines of running text."""
    if projected is None or not projected.states_paragraphs:
        return projected
    lines = zip(projected.text.split("\n"), projected.facts, strict=False)
    long = [text.rstrip() for text, facts in lines if facts.kind == "paragraph" and len(text.strip()) >= _LONG]
    cut = [text for text in long if text[-1] not in _ENDS]
    widths = sorted(map(len, cut))
    if len(long) < _ENOUGH or len(cut) < _LEAST_CUT * len(long):
        return projected
    middle = widths[len(widths) // 2]
    near = sum(abs(width - middle) <= 2 for width in widths)
    return replace(projected, states_paragraphs=False) if near >= _LEAST_CUT * len(widths) else projected


def give_facts(lines: list[Line], mapped: MappedText, projected: Projected) -> None:
    """Give each of ``lines`` its facts; where the format states paragraphs, a line that is one certainly opens."""
    starts = _line_starts(projected.text)
    for line in lines:
        offset = mapped.segments(line.start, line.start + 1)[0][0]
        line.facts = projected.facts[bisect_right(starts, offset) - 1]
        if projected.states_paragraphs and line.facts.kind != "line":
            line.opens = True


def is_settled(line: Line) -> bool:
    """Whether the format states that the line is no running text: no page number, no part of a web page, no heading."""
    return line.facts is not None and line.facts.kind in _ROLES


def is_next_row(before: Line, line: Line) -> bool:
    """Whether two lines are rows of one table."""
    return _is_row(before) and _is_row(line) and line.gap <= 1


def _is_row(line: Line) -> bool:
    return line.facts is not None and line.facts.kind == "table_row"


def settle(block: Block, lines: list[Line]) -> None:
    """Give the block made of ``lines`` the role and the bold start that its format states, and a table its cells."""
    facts = lines[0].facts
    if facts is None:
        return
    if not facts.bold:
        block.bold_start = min(max(facts.bold_run - lines[0].indent, 0), len(lines[0].text))
    if facts.kind not in _ROLES:
        return
    block.role = _ROLES[facts.kind]
    if facts.kind == "table_row":
        block.rows = [line.facts.cells for line in lines if line.facts is not None and line.facts.cells]


def _line_starts(text: str) -> list[int]:
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts
