"""The diagnostics of the layout room: a table of kinds, and the makers that fill in place and number."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Diagnostic, Span
from converter.model.diagnostics import DiagnosticKind

#: Above this number the places of one kind are told in one diagnostic, so that a long scan does not drown the rest.
SINGLY_AT_MOST = 20

DIAGNOSTICS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "paid_begin_nested",
        "warning",
        "A paid-begin marker stands inside a paid part that is already open; it bounds nothing.",
        "##paidbegin##一、…##paidbegin##二、…##paidend##",
        "Check in the source where the paid part really begins.",
    ),
    DiagnosticKind(
        "paid_begin_unclosed",
        "warning",
        "A paid-begin marker is never closed; it bounds nothing and what follows counts as free.",
        "##paidbegin##二、… up to the end of the file",
        "Add the missing end marker to the source, or take the begin marker out.",
    ),
    DiagnosticKind(
        "paid_end_stray",
        "warning",
        "A paid-end marker has no begin before it; it bounds nothing.",
        "一、…##paidend##",
        "Add the missing begin marker to the source, or take the end marker out.",
    ),
    DiagnosticKind(
        "paid_placeholder_left",
        "warning",
        "The platform editor's placeholder was left in the text.",
        "##paidbegin##请替换付费标签内内容##paidend##",
        "Put the paid text where the placeholder stands, or delete it.",
    ),
    DiagnosticKind(
        "control_character_removed",
        "info",
        "Characters without a shape (control, zero-width, direction) were taken out as layout.",
        "一、\\u200b总体要求",
        "Nothing; they are restored with the original.",
    ),
    DiagnosticKind(
        "web_remains_removed",
        "info",
        "Remains of a web page (tags, blank entities, navigation, publication line) were taken out as layout.",
        "<p>各位代表：</p>",
        "Nothing, unless a line of the report is missing from the tree.",
    ),
    DiagnosticKind(
        "page_number_removed",
        "info",
        "Page numbers were taken out as layout.",
        "— 3 —",
        "Nothing, unless a number of the report is missing from the tree.",
    ),
    DiagnosticKind(
        "running_head_removed",
        "info",
        "A line repeated at page breaks was taken out as layout.",
        "青禾县人民政府工作报告 at the top of each page",
        "Nothing, unless a heading of the report is missing from the tree.",
    ),
    DiagnosticKind(
        "continuation_note_removed",
        "info",
        "A note that the text goes on elsewhere in a newspaper was taken out as layout.",
        "（下转第3版）",
        "Nothing.",
    ),
    DiagnosticKind(
        "contents_removed",
        "info",
        "A table of contents, whose lines come again as headings, was taken out as layout.",
        "第一章 发展环境………… 3",
        "Nothing, unless a heading of the report is missing from the tree.",
    ),
    DiagnosticKind(
        "broken_line_repaired",
        "info",
        "A line that ended inside a sentence, a heading or a name was joined with the next.",
        "规上工业增 / 加值增长9.5%",
        "Check the joint if the sentence does not read well.",
    ),
    DiagnosticKind(
        "break_restored",
        "warning",
        "Paragraphs or headings that had lost their line breaks were set apart again.",
        "…提出意见。一、2023年工作回顾",
        "Check that headings and paragraphs begin where they should.",
    ),
    DiagnosticKind(
        "emphasis_damaged",
        "warning",
        "An emphasis mark has lost its partner, or emphasis and quotation marks are tangled.",
        "“承诺制+标准 / “**地+全代办**”",
        "Compare with the original document; the mark itself is layout.",
    ),
    DiagnosticKind(
        "redaction_found",
        "info",
        "Names or numbers were masked in the source; the masks stay in the text and are marked.",
        "**同志、X县、某某",
        "Nothing; figures and names that depend on them are incomplete.",
    ),
)

_KINDS = {kind.code: kind for kind in DIAGNOSTICS}


def note(code: str, span: Span) -> Diagnostic:
    """One diagnostic of the kind ``code`` at ``span`` of the source."""
    kind = _KINDS[code]
    return Diagnostic(kind.code, kind.severity, kind.meaning, span)


def note_each(code: str, spans: Sequence[Span]) -> list[Diagnostic]:
    """A diagnostic for each place while they are few; one that gives the number and the first place when many."""
    if len(spans) > SINGLY_AT_MOST:
        return note_once(code, spans)
    return [note(code, span) for span in spans]


def note_once(code: str, spans: Sequence[Span]) -> list[Diagnostic]:
    """One diagnostic for the document, at the first of ``spans``, with their number; none when there are none."""
    if not spans:
        return []
    kind = _KINDS[code]
    times = "once" if len(spans) == 1 else f"{len(spans)} times"
    return [Diagnostic(kind.code, kind.severity, f"{kind.meaning[:-1]} ({times} in this document).", spans[0])]
