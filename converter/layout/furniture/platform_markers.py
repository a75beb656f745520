"""Platform markers and characters without a shape: one scan takes them out and reads the paid spans.

CONVENTIONS §2, "Paid sections and other platform markers": a paid span runs from a begin to the first end after it,
whatever the spelling; a begin inside an open span, an end without a begin and a begin that is never closed bound
nothing. Everything after this stage works on what is left, so the tree is the same with and without the markers.
"""

from __future__ import annotations

import re

from converter.layout.diagnostics import note, note_once
from converter.layout.offset_map import Cut, MappedText
from converter.model import Diagnostic, PaidSpan, Span
from converter.patterns import late

#: Markers in lower case → what they say. Content platforms insert them by hand, in any case.
MARKERS = {
    "##paidbegin##": "begin",
    "$$paidbegin$$": "begin",
    "<paid>": "begin",
    "##paidend##": "end",
    "$$paidend$$": "end",
    "</paid>": "end",
    "##pagebreak##": "page",
    "$$pagebreak$$": "page",
}

#: What the editor of a platform inserts between its markers, to be overwritten.
PLACEHOLDER = "请替换付费标签内内容"

#: Controls other than white space, soft hyphen, zero-width and direction marks, and what XML cannot carry.
_SHAPELESS = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufffe\uffff\ud800-\udfff"
)
#: The first characters of the markers; most texts hold none of them.
_SIGNS = frozenset(marker[0] for marker in MARKERS)
#: Whether any marker stands in a text, by its sign.
_MARKED = tuple(
    (sign, re.compile("|".join(re.escape(marker) for marker in MARKERS if marker[0] == sign), re.IGNORECASE))
    for sign in sorted(_SIGNS)
)
_WITHOUT_MARKERS = late(f"[{_SHAPELESS}][{_SHAPELESS}]*")
#: A pattern that begins with a set is tried only where one of its characters stands.
_WITH_MARKERS = late(
    f"[{''.join(sorted(_SIGNS))}{_SHAPELESS}](?:"
    + "|".join(f"(?<={re.escape(marker[0])}){re.escape(marker[1:])}" for marker in MARKERS)
    + f"|(?<=[{_SHAPELESS}])[{_SHAPELESS}]*)",
    re.IGNORECASE,
)


class PaidReading:
    """What the scan finds: the text without markers, the paid spans, and what is wrong with them."""

    __slots__ = ("diagnostics", "mapped", "paid_spans")

    def __init__(self, mapped: MappedText, paid_spans: list[PaidSpan], diagnostics: list[Diagnostic]) -> None:
        self.mapped = mapped
        self.paid_spans = paid_spans
        self.diagnostics = diagnostics


def read_platform_markers(text: str) -> PaidReading:
    """Take markers and shapeless characters out of ``text``, the decoded source."""
    may_be_marked = any(sign in text and form.search(text) for sign, form in _MARKED)
    scan = _WITH_MARKERS if may_be_marked else _WITHOUT_MARKERS
    if (not may_be_marked and _has_shape(text)) or scan.search(text) is None:
        return PaidReading(MappedText(text), [], _placeholders(text))
    cuts: list[Cut] = []
    shapeless: list[Span] = []
    paid_spans: list[PaidSpan] = []
    diagnostics: list[Diagnostic] = []
    opened: re.Match[str] | None = None
    for found in scan.finditer(text):
        cuts.append(Cut(*found.span()))
        says = MARKERS.get(found[0].lower())
        if says is None:
            shapeless.append(found.span())
        elif says == "begin" and opened is None:
            opened = found
        elif says == "begin":
            diagnostics.append(note("paid_begin_nested", found.span()))
        elif says == "end" and opened is not None:
            paid_spans.append(PaidSpan((opened.end(), found.start()), opened[0], found[0]))
            opened = None
        elif says == "end":
            diagnostics.append(note("paid_end_stray", found.span()))
    if opened is not None:
        diagnostics.append(note("paid_begin_unclosed", opened.span()))
    diagnostics += note_once("control_character_removed", shapeless)
    return PaidReading(MappedText(text).without(cuts), paid_spans, diagnostics + _placeholders(text))


def _has_shape(text: str) -> bool:
    """Whether all characters certainly have a shape, told without a scan: no shapeless one counts as printable.

    Nor do line breaks and the blank of an indent, which nearly every text holds.
    """
    return text.replace("\n", "").replace("\u3000", "").isprintable()


def _placeholders(text: str) -> list[Diagnostic]:
    at = text.find(PLACEHOLDER)
    spans: list[Span] = []
    while at >= 0:
        spans.append((at, at + len(PLACEHOLDER)))
        at = text.find(PLACEHOLDER, at + len(PLACEHOLDER))
    return note_once("paid_placeholder_left", spans)
