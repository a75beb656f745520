"""From a report back to the bytes it was made from."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Iterator
from heapq import merge

from converter.model import Report, Source
from converter.model.source_map import SourceMap
from converter.model.walk import leaves
from converter.source.encodings import find
from converter.source.errors import RestoreError
from converter.source.newlines import written_as
from converter.source.readings import write


def restore(report: Report) -> bytes:
    """The original bytes, checked against ``source.size`` and ``source.sha256``.

    Raises :class:`RestoreError` when the report is a public edition, does not hold the whole source or was changed, and
    when it was made from a file that is no plain text and does not hold its bytes.
    """
    source, edition = report.source, report.edition
    if edition.kind == "public":
        raise RestoreError(
            f"this is the public edition, which leaves out {edition.omitted_characters} paid characters; "
            "the original can be restored from the full edition only"
        )
    data = _projected(source) if source.projection is not None else _written(report)
    if len(data) != source.size:
        raise RestoreError(
            f"the report was changed after it was made: it gives {len(data)} bytes, the source had {source.size}"
        )
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise RestoreError(
            "the report was changed after it was made: the SHA-256 of what it gives is not source.sha256"
        )
    return data


def _projected(source: Source) -> bytes:
    """The bytes of a file that is no plain text: those embedded in the report."""
    if source.original is None:
        raise RestoreError(
            f"the report was made from a file of type {source.media_type} and does not hold its bytes; "
            "give the file itself, or convert it again with --embed"
        )
    try:
        return b64decode(source.original, validate=True)
    except ValueError:
        raise RestoreError("the report was changed after it was made: source.original is no Base64") from None


def _written(report: Report) -> bytes:
    """The bytes of a plain text, out of leaves and layout."""
    source = report.source
    encoding = find(source.encoding)
    if encoding is None:
        raise RestoreError(f"source.encoding is {source.encoding!r}, which is no encoding that could be written")
    text = source_text(report)
    try:
        odd = merge(sorted(source.undecodable), sorted(source.variants))
        data = write(text, encoding.codec, odd, written_as(source.newline))
    except ValueError as error:
        reason = "its text does not fit source.encoding" if isinstance(error, UnicodeError) else str(error)
        raise RestoreError(f"the report was changed after it was made: {reason}") from error
    return encoding.bom + data if source.bom else data


def source_text(report: Report) -> str:
    """The decoded text, put together from the leaves of the tree and the layout between and inside them.

    Raises :class:`RestoreError` where the two leave a gap or overlap (promise 1 of the design).
    """
    pieces: list[str] = []
    position = 0
    for start, text in merge(_content(report), _layout(report), key=lambda piece: piece[0]):
        if start != position:
            raise RestoreError(_break_at(position, start))
        pieces.append(text)
        position += len(text)
    if position != report.source.characters:
        raise RestoreError(_break_at(position, report.source.characters))
    return "".join(pieces)


def _layout(report: Report) -> list[tuple[int, str]]:
    return sorted((offset, text) for offset, text in report.source.layout)


def _content(report: Report) -> Iterator[tuple[int, str]]:
    """The texts of the leaves, cut where layout stands inside them, each with its place in the source."""
    source_map = SourceMap((offset, offset + len(text)) for offset, text in _layout(report))
    reached = 0
    for leaf in sorted(leaves(report), key=lambda leaf: leaf.span):
        if leaf.span[0] < reached:
            raise RestoreError(_break_at(reached, leaf.span[0]))
        reached, used = leaf.span[1], 0
        for start, end in source_map.segments(leaf.span):
            yield start, leaf.text[used : used + end - start]
            used += end - start
        if used != len(leaf.text):
            raise RestoreError(
                f"the report was changed after it was made: the {leaf.kind} at {leaf.span[0]} has {len(leaf.text)} "
                f"characters, its place in the source {used}"
            )


def _break_at(position: int, found: int) -> str:
    if found > position:
        return f"the report does not hold the whole source: characters {position} to {found} are missing"
    return f"the report was changed after it was made: two of its parts overlap at character {found}"
