"""The diagnostics of the source room: what was guessed or could not be read when bytes became text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Diagnostic
from converter.model.diagnostics import DiagnosticKind
from converter.source.decoding import SourceText

#: Below this confidence the encoding is a guess that a person should look at.
SURE = 0.9

DIAGNOSTICS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "bytes_undecodable",
        "warning",
        "Bytes that are no character of the encoding stand as U+FFFD in the text and as hex in source.undecodable.",
        "a file cut in the middle of a character",
        "Compare with the original file; restore gives the bytes back.",
    ),
    DiagnosticKind(
        "encoding_guessed",
        "warning",
        "The encoding could not be told for certain.",
        "a short text in Big5 or GB18030 without a byte order mark",
        "Read a few lines; when they are no Chinese, convert again with --encoding.",
    ),
    DiagnosticKind(
        "lookalike_read",
        "info",
        "Radicals and compatibility forms were read as the characters that they look like; the text stays as written.",
        "⼀、政府⼯作报告",
        "Nothing; a search for the usual characters will not find the text as written.",
    ),
    DiagnosticKind(
        "reference_read",
        "info",
        "Character references and escapes that a program wrote out were read as the characters that they stand for.",
        "&ldquo;三链&rdquo;, \\u3000",
        "Nothing; in spans each is one character, and restore gives it back as it was written.",
    ),
    DiagnosticKind(
        "text_garbled",
        "warning",
        "The text, or a part of it, had been decoded wrongly before it came here.",
        "æ¿åº, 锟斤拷",
        "Look for a sound copy; what can be undone, convert with --repair-encoding.",
    ),
    DiagnosticKind(
        "encoding_repaired",
        "info",
        "A text that had been decoded wrongly before it came here was undone.",
        "æ¿åº read as 政府",
        "Read a few lines; restore gives the file back as it was.",
    ),
    DiagnosticKind(
        "newlines_mixed",
        "info",
        "The text ends its lines in more than one way.",
        "CRLF in one half of the file and LF in the other",
        "Nothing; the file was probably put together from several.",
    ),
)
_KINDS = {kind.code: kind for kind in DIAGNOSTICS}


def noticed(source: SourceText) -> list[Diagnostic]:
    """What is odd in how ``source`` was read, or was left out of its text."""
    return [*_found(source), *(source.projected.diagnostics if source.projected else ())]


def _found(source: SourceText) -> Iterator[Diagnostic]:
    if source.undecodable:
        offset, hexadecimal = source.undecodable[0]
        count = len(source.undecodable)
        yield _note("bytes_undecodable", f"Found {count}, the first: {hexadecimal}.", (offset, offset + 1))
    if source.confidence < SURE:
        yield _note("encoding_guessed", f"Read as {source.encoding}, confidence {source.confidence:.2f}.", None)
    for code, places in (("reference_read", source.references), ("lookalike_read", source.lookalikes)):
        if places:
            yield _note(code, f"Found {len(places)}.", places[0])
    if source.garbling is not None:
        kind, rounds, span, undoable = source.garbling
        times = ", twice" if rounds > 1 else ""
        advice = "convert --repair-encoding undoes it" if undoable else "it cannot be undone from this file alone"
        yield _note("text_garbled", f"Found {kind}{times}; {advice}.", span)
    if source.repair is not None:
        yield _note("encoding_repaired", f"Undone: {source.repair}.", None)
    if source.newline == "mixed":
        yield _note("newlines_mixed", "", None)


def _note(code: str, more: str, span: tuple[int, int] | None) -> Diagnostic:
    kind = _KINDS[code]
    return Diagnostic(code, kind.severity, f"{kind.meaning} {more}".strip(), span)
