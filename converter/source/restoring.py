"""From a report back to the bytes it was made from."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from heapq import merge

from converter.model import Report, Source
from converter.model.errors import RestoreError
from converter.model.source_text import source_text
from converter.source.encodings import find
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
