"""From a report back to the bytes it was made from."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from heapq import merge

from converter.model import Report, Source
from converter.model.errors import RestoreError, SourceError
from converter.model.source_text import source_text
from converter.source.decoding import decode, projection_of
from converter.source.encodings import find
from converter.source.garbling import as_it_was
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


def embed(report: Report, original: bytes) -> None:
    """Put ``original``, the file that ``report`` was made from, into it; a plain text is in its report anyway."""
    source = report.source
    if source.projection is not None and hashlib.sha256(original).hexdigest() == source.sha256:
        source.original = b64encode(original).decode("ascii")


def restore_from(report: Report, original: bytes) -> bytes:
    """``original`` again, once it has been checked to be the file that ``report`` was made from.

    Its size and SHA-256 are those of the report; where it is no plain text, so is the SHA-256 of what is read in it.
    Raises :class:`RestoreError`.
    """
    source = report.source
    if len(original) != source.size or hashlib.sha256(original).hexdigest() != source.sha256:
        raise RestoreError("this is not the file that the report was made from: its SHA-256 is not source.sha256")
    if source.projection is not None:
        try:
            found = decode(original).projected
        except SourceError as error:
            raise RestoreError(f"the file cannot be read any more: {error}") from error
        if found is None or projection_of(found).sha256 != source.projection.sha256:
            reader = f"{source.projection.reader} {source.projection.version}"
            raise RestoreError(
                f"the text of the file is no longer the one of the report, which the reader {reader} gave; "
                "the file itself is unchanged, so convert it again"
            )
    return original


def _projected(source: Source) -> bytes:
    """The bytes of a file that is no plain text: those embedded in the report."""
    if source.original is None:
        raise RestoreError(
            f"the report was made from a file of type {source.media_type} and does not hold its bytes; "
            "give the file with --original FILE, or --text for its text"
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
        odd: Iterable[tuple[int, str]] = merge(sorted(source.undecodable), sorted(source.variants))
        if source.repair is not None:
            text, odd = as_it_was(text, odd, source.repair)
        data = write(text, encoding.codec, odd, written_as(source.newline))
    except ValueError as error:
        reason = "its text does not fit source.encoding" if isinstance(error, UnicodeError) else str(error)
        raise RestoreError(f"the report was changed after it was made: {reason}") from error
    return encoding.bom + data if source.bom else data
