"""The layout room as a whole: text in, blocks out."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from converter.language.lookalikes import folded
from converter.layout.blocks import Block, Layout
from converter.layout.corrections import corrected
from converter.layout.diagnostics import note_each, note_once
from converter.layout.furniture.contents import contents_lines
from converter.layout.furniture.pages import (
    may_hold_numbers_inside,
    page_numbers,
    running_heads,
    split_at_page_numbers,
    take_continuation_notes,
)
from converter.layout.furniture.platform_markers import PLACEHOLDER, read_platform_markers
from converter.layout.furniture.tags import read_tags
from converter.layout.furniture.web_lines import web_lines
from converter.layout.inline_marks import mark_blocks, without_escapes
from converter.layout.joining import Pair, continues, ends_by_chance, read_typesetting, rules_for
from converter.layout.lines import Line, has_clauses, is_complete, read_lines
from converter.layout.lost_breaks import restore_breaks, sentence_starts, starts_behind_full_lines
from converter.layout.offset_map import WHOLE, MappedText
from converter.layout.stated import believed, give_facts, is_next_row, is_settled, settle
from converter.layout.tables import mark_tables
from converter.model import Diagnostic, Span
from converter.model.corrections import NOTHING, Certain

if TYPE_CHECKING:
    from converter.model.projection import Projected


def read(text: str, projected: Projected | None = None, certain: Certain = NOTHING) -> Layout:
    """Read the logical paragraphs of ``text``, the decoded source or the text of ``projected``.

    What the format of ``projected`` states goes before the rules for text: a line that is a paragraph is neither joined
    to another nor cut where a break could have been lost. Breaks and joins of ``certain`` go before both.
    Gives blocks in reading order, whose pieces neither overlap nor step back, the paid spans, and a diagnostic for each
    repair; all offsets are code points of ``text``. Look-alike characters are read as what they stand for.
    """
    projected = believed(projected)
    written = text
    text = folded(written)
    platform = read_platform_markers(text)
    web = read_tags(platform.mapped)
    mapped = without_escapes(web.mapped)
    diagnostics = list(platform.diagnostics)
    lines = read_lines(mapped.text)
    if projected is not None:
        give_facts(lines, mapped, projected)
    if projected is None or not projected.states_paragraphs:
        lines = mark_tables(lines, mapped, web.tables)
    lines, furniture = _without_furniture(mapped, lines, web.removed)
    diagnostics += furniture
    restored: list[Line] = []
    if projected is None or not projected.states_paragraphs:
        lines, restored = restore_breaks(mapped.text, lines)
    paragraphs = [lines[start:end] for start, end in pairwise([*_paragraph_starts(lines), len(lines)])]
    if certain.breaks or certain.joins:
        paragraphs = corrected(paragraphs, mapped, certain)
        begun = {paragraph[0].start for paragraph in paragraphs}
        restored = [line for line in restored if line.start in begun]
    diagnostics += note_once("break_restored", [mapped.span(line.start, line.end) for line in restored])
    joints = [joint for paragraph in paragraphs for joint in pairwise(paragraph) if not is_settled(joint[1])]
    diagnostics += note_each("broken_line_repaired", [_joint_span(mapped, before, after) for before, after in joints])
    blocks, noticed = mark_blocks(mapped.text, [_block(mapped, paragraph) for paragraph in paragraphs])
    return Layout(blocks, platform.paid_spans, diagnostics + noticed, folded=text is not written)


def _without_furniture(mapped: MappedText, lines: list[Line], tags: list[Span]) -> tuple[list[Line], list[Diagnostic]]:
    """``lines`` without what pages and web sites left between them, and the diagnostics for it."""
    numbers = page_numbers(lines)
    inside: list[Span] = []
    if not numbers and may_hold_numbers_inside(mapped.text):
        lines, stretches = split_at_page_numbers(lines)
        inside = [mapped.span(a, b) for a, b in stretches]
    heads = running_heads(lines, numbers)
    web = web_lines(lines, mapped.text)
    contents = contents_lines(lines)
    diagnostics: list[Diagnostic] = []
    dropped = _placeholders(lines) if PLACEHOLDER in mapped.text else set()
    kinds: tuple[tuple[str, Collection[int], list[Span]], ...] = (
        ("page_number_removed", numbers, inside),
        ("running_head_removed", heads, []),
        ("web_remains_removed", web, tags),
        ("contents_removed", contents, []),
    )
    for code, indices, others in kinds:
        indices = [i for i in sorted(indices) if not is_settled(lines[i])]
        spans = [mapped.span(lines[i].start, lines[i].end) for i in indices]
        spans = sorted(spans + others)
        diagnostics += note_once(code, spans)
        dropped.update(indices)
    lines, notes = take_continuation_notes(_without(lines, dropped))
    diagnostics += note_once("continuation_note_removed", [mapped.span(a, b) for a, b in notes])
    return lines, diagnostics


def _without(lines: list[Line], dropped: set[int]) -> list[Line]:
    """``lines`` less those at the indices ``dropped``, whose line breaks count for the next that is kept."""
    if not dropped:
        return lines
    kept: list[Line] = []
    gap = 0
    for index, line in enumerate(lines):
        gap += line.gap
        if index not in dropped:
            line.gap, gap = gap, 0
            kept.append(line)
    return kept


def _placeholders(lines: list[Line]) -> set[int]:
    """The lines that are nothing but the editor's placeholder; a text of nothing else keeps them."""
    found = {index for index, line in enumerate(lines) if line.text == PLACEHOLDER}
    return found if any(line.text and index not in found for index, line in enumerate(lines)) else set()


def _paragraph_starts(lines: list[Line]) -> list[int]:
    """The indices of the lines that begin a logical paragraph; the others go on from the line before."""
    if not lines:
        return []
    typesetting = read_typesetting(lines)
    if typesetting.sentences:
        return sentence_starts(lines)
    rules = rules_for(typesetting)
    starts = [0]
    doubtful: list[int] = []
    first = lines[0]
    pair = Pair(first, first, first, None, has_clauses(first.text), False, typesetting)
    for index, (line, beyond) in enumerate(zip_longest(lines[1:], lines[2:]), 1):
        pair.after, pair.beyond, pair.complete = line, beyond, is_complete(pair.last.text)
        if not is_next_row(pair.last, line) and (is_settled(line) or not continues(pair, rules)):
            starts.append(index)
            pair.first, pair.prose = line, has_clauses(line.text)
        else:
            if ends_by_chance(pair):
                doubtful.append(index)
            pair.prose = pair.prose or has_clauses(line.text)
        pair.last = line
    if doubtful:
        starts = sorted([*starts, *starts_behind_full_lines(lines, starts, doubtful)])
    return starts


def _joint_span(mapped: MappedText, before: Line, after: Line) -> Span:
    """From the last character before a pair to the first after it, in the source."""
    return mapped.span(before.end - 1, before.end)[0], mapped.span(after.start, after.start + 1)[1]


def _block(mapped: MappedText, lines: list[Line]) -> Block:
    if len(lines) == 1:
        line = lines[0]
        pieces = mapped.segments(line.start, line.end)
        if len(pieces) == 1:
            block = Block(line.text, WHOLE, (pieces[0][0],), facts=line.facts)
            settle(block, lines)
            return block
    starts: list[int] = []
    offsets: list[int] = []
    length = 0
    for line in lines:
        for a, b in mapped.segments(line.start, line.end):
            starts.append(length)
            offsets.append(a)
            length += b - a
    block = Block("".join(line.text for line in lines), starts, offsets, facts=lines[0].facts)
    settle(block, lines)
    return block
