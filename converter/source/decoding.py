"""Bytes to text, with every fact that is needed to write the same bytes again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.language.lookalikes import lookalikes
from converter.limits import MAX_BYTES
from converter.model import Newline, Projection, Source, Span
from converter.model.errors import SourceError
from converter.patterns import late
from converter.readers import ReaderError, reader_of
from converter.source.commonness import no_text_share
from converter.source.detection import PROSE, Detection, choose, detect, marked
from converter.source.encodings import UTF_8, Encoding, find, find_pair, known_names
from converter.source.garbling import Garbling, garbling_of, repair_name, undone
from converter.source.newlines import newline_of, unified
from converter.source.readings import Reading, read
from converter.source.shifting import shifting_of
from converter.source.signatures import kind_of
from converter.source.spellings import resolved

if TYPE_CHECKING:
    from converter.model.projection import Projected

#: Above this share of control characters and undecodable bytes nothing is a text; above the lower one nothing is
#: that does not read as Chinese prose.
_NEVER_TEXT, _HARDLY_TEXT = 0.3, 0.1
#: On how many characters, spread over the whole text, that share is taken.
_LOOKED_AT = 8_192
#: Anything but white space, zero-width blanks, byte order marks and NUL characters.
_CONTENT = re.compile(r"[^\s\x00\u200b\ufeff]")
#: What may stand in the name of a file and in no JSON or XML document (XML 1.0, production 2).
_NOT_IN_XML = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class SourceText:
    """The decoded text and how it was decoded.

    The text begins after a byte order mark; each line end is one LF, each character reference and escape one character.

    ``projected`` is what a reader made of a file that is no plain text; its text is ``text``.
    """

    text: str
    name: str | None
    sha256: str
    size: int
    encoding: str
    confidence: float
    bom: bool
    newline: Newline | None
    undecodable: list[tuple[int, str]] = field(default_factory=list)
    variants: list[tuple[int, str]] = field(default_factory=list)
    references: list[Span] = field(default_factory=list)
    garbling: Garbling | None = None
    repair: str | None = None
    lookalikes: list[Span] = field(default_factory=list)
    projected: Projected | None = None

    def published(self, layout: list[tuple[int, str]]) -> Source:
        """The published form, given the layout of the whole document."""
        source = Source(
            name=self.name,
            sha256=self.sha256,
            size=self.size,
            encoding=self.encoding,
            confidence=self.confidence,
            bom=self.bom,
            newline=self.newline,
            characters=len(self.text),
            layout=layout,
            undecodable=self.undecodable,
            variants=self.variants,
            repair=self.repair,
        )
        if self.projected is not None:
            source.media_type = self.projected.media_type
            source.projection = projection_of(self.projected)
            source.generated = self.projected.generated
            source.omitted = self.projected.omitted
            source.pages, source.pages_basis = self.projected.pages, self.projected.pages_basis
        return source


def projection_of(projected: Projected) -> Projection:
    """The published fingerprint of a projected text."""
    text = projected.text.encode("utf-8", "surrogatepass")
    return Projection(projected.reader, projected.version, hashlib.sha256(text).hexdigest())


def decode(
    data: bytes, name: str | None = None, encoding: str | None = None, *, repair_encoding: bool = False
) -> SourceText:
    """The text of ``data``: a file of any format that a reader knows, else plain text.

    ``name`` is kept, with U+FFFD for what XML cannot carry, and begins the sentence of an error. ``encoding`` overrules
    the detection.
    Raises :class:`SourceError` when ``data`` is empty, blank, cannot be read or is longer than
    ``converter.limits.MAX_BYTES``.
    """
    reader = reader_of(data)
    if reader is None:
        return decode_text(data, name, encoding, repair_encoding=repair_encoding)
    name, called = _named(name)
    _refuse_size(data, called)
    try:
        projected = reader.read(data)
    except ReaderError as error:
        raise SourceError(f"{called}: {error}") from error
    return SourceText(
        text=projected.text,
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=UTF_8.name,
        confidence=1.0,
        bom=False,
        newline="lf" if "\n" in projected.text else None,
        lookalikes=lookalikes(projected.text),
        projected=projected,
    )


def decode_text(
    data: bytes, name: str | None = None, encoding: str | None = None, *, repair_encoding: bool = False
) -> SourceText:
    """Decode ``data`` as plain text, even where it looks like a file of another format.

    With ``repair_encoding`` a text that had been decoded wrongly before is undone, where nothing of it was lost.
    ``encoding`` overrules the detection; GBK and GB2312 are read as GB18030, of which they are parts.
    Raises :class:`SourceError` when ``data`` is empty, blank, no text or too long.
    """
    name, called = _named(name)
    _refuse_size(data, called)
    if kind := kind_of(data):
        raise SourceError(f"{called}: this is {kind}, not plain text; save its text as .txt first")
    if encoding is None and (shifting := shifting_of(data)):
        raise SourceError(
            f"{called}: this is text in {shifting}, whose bytes change their meaning midway, which is not read; "
            f"write it in UTF-8 first (iconv -f {shifting} -t UTF-8)"
        )
    found, bom = _encoding_of(data, called, encoding)
    if found.text is not None:
        reading = Reading(found.text, [], [])
    else:
        reading = read(data[len(found.encoding.bom) if bom else 0 :], found.encoding, found.skip)
    _refuse_no_text(reading, found, called, encoding)
    newline = newline_of(reading.text)
    reading, garbling, repair = _repaired(unified(reading, newline, found.encoding.codec), repair_encoding)
    reading, references = resolved(reading, found.encoding.codec, repair)
    if garbling is not None and references:  # where it shows has moved
        garbling = garbling_of(reading.text, reading.undecodable)
    if "\n" in reading.text and newline in (None, "ls"):  # some are escapes
        newline = "mixed" if newline else "lf"
    return SourceText(
        text=reading.text,
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=found.encoding.name,
        confidence=found.confidence,
        bom=bom,
        newline=newline,
        undecodable=reading.undecodable,
        variants=reading.variants,
        references=references,
        garbling=garbling,
        repair=repair,
        lookalikes=lookalikes(reading.text),
    )


def _repaired(reading: Reading, wanted: bool) -> tuple[Reading, Garbling | None, str | None]:
    """``reading``, undone where it was garbled and that is ``wanted``; how it is garbled still; what was repaired."""
    garbling = garbling_of(reading.text, reading.undecodable)
    if garbling is None or not wanted or reading.undecodable or reading.variants:
        return reading, garbling, None
    before = undone(reading.text, garbling)
    if before is None or newline_of(before) != newline_of(reading.text):
        return reading, garbling, None
    return Reading(before, [], []), None, repair_name(garbling)


def _named(name: str | None) -> tuple[str | None, str]:
    """The name as it is kept, and what an error calls the file."""
    name = _NOT_IN_XML.sub("\ufffd", name) if name else None
    return name, name or "the input"


def _refuse_size(data: bytes, called: str) -> None:
    if not data:
        raise SourceError(f"{called}: the file is empty; a report in plain text is needed")
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"{called}: more than {MAX_BYTES >> 20} MiB; a report is at most that long, so split the file"
        )


def _encoding_of(data: bytes, called: str, stated: str | None) -> tuple[Detection, bool]:
    """The encoding, stated or detected, and whether ``data`` begins with its byte order mark."""
    mark = marked(data)
    if stated is None:
        return (Detection(mark, 0, 1.0), True) if mark else (detect(data), False)
    candidates = _stated(stated, called)
    if mark in candidates:
        return Detection(mark, 0, 1.0), True
    encoding = candidates[0] if len(candidates) == 1 else choose(data, candidates).encoding
    return Detection(encoding, 0, 1.0), False


def _stated(name: str, called: str) -> tuple[Encoding, ...]:
    if pair := find_pair(name):
        return pair
    if encoding := find(name):
        return (encoding,)
    raise SourceError(f"{called}: there is no encoding {name!r} to read it in; known are {known_names()}")


def _refuse_no_text(reading: Reading, found: Detection, called: str, stated: str | None) -> None:
    if not _CONTENT.search(reading.text):
        raise SourceError(f"{called}: the file holds nothing but blanks; a report in plain text is needed")
    share = no_text_share(reading.text[:: len(reading.text) // _LOOKED_AT + 1])
    if share <= (_HARDLY_TEXT if found.confidence < PROSE else _NEVER_TEXT):
        return
    if stated is None and garbling_of(reading.text, reading.undecodable) is not None:
        return  # it was a text, and is kept as it is
    what = f"{share:.0%} of its characters are control characters or bytes that are no character"
    if stated is None:
        raise SourceError(f"{called}: this is no plain text: {what}; name its encoding if it is a text nevertheless")
    raise SourceError(f"{called}: this is no text in {found.encoding.name}: {what}; name another encoding or none")
