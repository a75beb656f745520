"""Marks inside blocks: emphasis taken out and remembered, redactions and footnotes marked."""

from __future__ import annotations

from converter.layout.blocks import Block
from converter.layout.diagnostics import note_each, note_once
from converter.layout.inline_marks.emphasis import EmphasisReading, read_emphasis
from converter.layout.inline_marks.footnotes import may_hold_footnotes, note_marks, read_footnotes
from converter.layout.inline_marks.redaction import may_hold_masks, read_masks
from converter.layout.offset_map import Cut
from converter.model import Diagnostic, Span


def mark_blocks(text: str, blocks: list[Block]) -> tuple[list[Block], list[Diagnostic]]:
    """``blocks`` of ``text`` with their marks set and emphasis marks taken out (blocks of nothing else are dropped)."""
    diagnostics: list[Diagnostic] = []
    if "*" in text:
        diagnostics += _take_out_emphasis([block for block in blocks if "*" in block.text])
        blocks = [block for block in blocks if block.text]
    if may_hold_masks(text):
        for block in blocks:
            if may_hold_masks(block.text):
                block.redactions = sorted([*block.redactions, *read_masks(block.text)])
    if may_hold_footnotes(text) and any(may_hold_footnotes(block.text) for block in blocks):
        notes = note_marks([block.text for block in blocks])
        for block in blocks:
            block.footnotes = read_footnotes(block.text, notes)
    masked = [block.span(*span) for block in blocks if block.redactions for span in block.redactions]
    return blocks, diagnostics + note_once("redaction_found", masked)


def _take_out_emphasis(starred: list[Block]) -> list[Diagnostic]:
    """Take the emphasis marks out of the blocks with asterisks."""
    damaged: list[Span] = []
    for block, reading in zip(starred, read_emphasis([block.text for block in starred]), strict=True):
        damaged += [block.span(*span) for span in reading.damaged]
        _take_out(block, reading)
    return note_each("emphasis_damaged", damaged)


def _take_out(block: Block, reading: EmphasisReading) -> None:
    """Take the emphasis marks of ``reading`` out of ``block``, and move its ranges to where their text now stands."""
    if not reading.marks:
        block.redactions = reading.masks
        return
    kept = block.without([Cut(start, end) for start, end in reading.marks])
    block.emphasis = _moved(reading.phrases, reading.marks)
    block.redactions = _moved(reading.masks, reading.marks)
    block.text, block.starts, block.offsets = kept.text, kept.starts, kept.offsets


def _moved(ranges: list[Span], marks: list[Span]) -> list[Span]:
    """``ranges`` (in order) after ``marks`` (in order) were taken out before them."""
    moved: list[Span] = []
    taken = index = 0
    for start, end in ranges:
        while index < len(marks) and marks[index][1] <= start:
            taken += marks[index][1] - marks[index][0]
            index += 1
        moved.append((start - taken, end - taken))
    return moved
