"""Slips of the text itself: it breaks off in the middle of a sentence, or has a paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.language.stops import CLOSING_BRACKETS, CLOSING_QUOTES, DOTS, ELLIPSIS, FINAL_STOPS
from converter.layout import Block
from converter.model import Diagnostic
from converter.model.diagnostics import DiagnosticKind

KINDS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "text_breaks_off",
        "warning",
        "The text ends in the middle of a sentence.",
        "…新建幼儿园3所，改造卫生院",
        "Compare with the original: what follows may be missing.",
    ),
    DiagnosticKind(
        "paragraph_repeated",
        "info",
        "A paragraph is printed twice, word for word.",
        "the same paragraph at the end of one page and the start of the next",
        "Compare with the original; the tree keeps both, and targets count twice.",
    ),
)
_BROKEN_OFF, _REPEATED = KINDS
_ENDS = frozenset(FINAL_STOPS + DOTS + ELLIPSIS + CLOSING_QUOTES + CLOSING_BRACKETS + "*%％")
#: A paragraph shorter than this may be repeated on purpose: a slogan, a heading.
_SHORTEST_REPEATED = 40
#: A last line shorter than this, or without a comma, may be a heading or a signature.
_SHORTEST_BROKEN = 16


def text_slips(body: Sequence[Block]) -> Iterator[Diagnostic]:
    """What is odd in the blocks of the body, each with its place."""
    yield from _repeated(body)
    yield from _broken_off(body)


def _repeated(body: Sequence[Block]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for block in body:
        text = block.text
        if len(text) < _SHORTEST_REPEATED or block.role is not None:
            continue
        if text in seen:
            yield Diagnostic(_REPEATED.code, _REPEATED.severity, _REPEATED.meaning, block.span(0, len(text)))
        seen.add(text)


def _broken_off(body: Sequence[Block]) -> Iterator[Diagnostic]:
    """Nothing is said of a text that has lost its stops."""
    if len(body) < 2 or body[-1].role is not None:
        return
    last = body[-1].text
    if last[-1] in _ENDS or len(last) < _SHORTEST_BROKEN or "，" not in last:
        return
    long = [block.text for block in body[:-1] if len(block.text) > _SHORTEST_REPEATED and block.role is None]
    if 2 * sum(text[-1] in _ENDS for text in long) > len(long):
        span = body[-1].span(0, len(last))
        yield Diagnostic(_BROKEN_OFF.code, _BROKEN_OFF.severity, _BROKEN_OFF.meaning, span)
