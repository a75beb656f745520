"""A Word file as stories of paragraphs: runs of characters with their formats, field codes taken out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from converter.readers.doc.binary import u16
from converter.readers.doc.formats import CharacterFormat, ParagraphFormat, paragraph_format
from converter.readers.doc.header import Header, Place, read_header
from converter.readers.doc.lists import NumberedList, read_lists
from converter.readers.doc.modifiers import character_runs, paragraph_runs
from converter.readers.doc.piece_table import PieceTable
from converter.readers.doc.streams import Streams
from converter.readers.doc.styles import Styles, read_styles

#: What ends a paragraph: its mark, the mark of a cell or row, a break of section or page.
_END = re.compile("[\r\x07\x0c]")
#: A field is 0x13 code 0x14 result 0x15, and may stand inside another.
_FIELD_SIGN = re.compile("[\x13\x14\x15]")
_HIDDEN, _CONTENTS = 1, 2
_FONT_NAME = 40


@dataclass(slots=True)
class Run:
    """Characters (UTF-16 code units) of one format."""

    text: str
    format: CharacterFormat


@dataclass(slots=True)
class StoryParagraph:
    """``mark`` is the sign that ended it, ``mark_format`` the format of that sign."""

    runs: list[Run]
    format: ParagraphFormat
    mark: str
    mark_format: CharacterFormat
    in_contents: bool


class Document:
    """The opened file. Raises :class:`ReaderError` or ``struct.error`` for what cannot be read."""

    def __init__(self, streams: Streams) -> None:
        self.header: Header = read_header(streams)
        self._data = streams.data
        self._pieces = PieceTable(self.header, streams.main)
        self.text = self._pieces.text()
        self.styles: Styles = read_styles(self.header.part(Place.STYLES))
        self.lists: list[NumberedList | None] = read_lists(self.header)
        self._paragraphs = paragraph_runs(streams.main, self.header.part(Place.PARAGRAPH_PAGES))
        self._starts: list[int] = []
        self._changes: list[bytes] = []
        characters = character_runs(streams.main, self.header.part(Place.CHARACTER_PAGES))
        for piece in self._pieces:
            end = piece.offset + piece.count * piece.width
            for start, _, changes in characters.between(piece.offset, end):
                self._starts.append(piece.first + (start - piece.offset) // piece.width)
                self._changes.append(changes)
        self._formats: dict[tuple[int, bytes], CharacterFormat] = {}
        self._paragraph_formats: dict[bytes, ParagraphFormat] = {}

    @cached_property
    def fonts(self) -> list[str]:
        """The names of the fonts."""
        data, names = self.header.part(Place.FONTS), []
        offset = 4
        while offset < len(data):
            entry = data[offset + 1 : offset + 1 + data[offset]]
            names.append(entry[_FONT_NAME - 1 :].decode("utf-16-le", "ignore").split("\0")[0])
            offset += 1 + len(entry)
        return names

    def paragraphs(self, start: int, end: int) -> Iterator[StoryParagraph]:
        """The paragraphs between two characters; deleted marks do not end one."""
        end = min(end, len(self.text))
        start = min(start, end)
        fields = _fields(self.text, start, end)
        runs: list[Run] = []
        first = at = start
        for mark in _END.finditer(self.text, start, end):
            place = mark.start()
            if fields[place - start] & _HIDDEN:
                continue
            paragraph = self._paragraph_format(place)
            runs += self._runs(at, place, paragraph.style, fields, start)
            at = place + 1
            mark_format = self._character_format(place, paragraph.style)
            if mark_format.deleted and mark[0] == "\r" and not paragraph.depth and not paragraph.in_table:
                continue
            yield StoryParagraph(runs, paragraph, mark[0], mark_format, bool(fields[first - start] & _CONTENTS))
            runs, first = [], at
        if at < end:
            paragraph = self._paragraph_format(end - 1)
            runs += self._runs(at, end, paragraph.style, fields, start)
        if runs:
            paragraph = self._paragraph_format(end - 1)
            yield StoryParagraph(runs, paragraph, "", CharacterFormat(), bool(fields[first - start] & _CONTENTS))

    def _runs(self, start: int, end: int, style: int, fields: bytearray, origin: int) -> Iterator[Run]:
        index = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            upto = min(end, self._starts[index + 1]) if index + 1 < len(self._starts) else end
            text = self.text[start:upto]
            hidden = fields[start - origin : upto - origin]
            if any(flag & _HIDDEN for flag in hidden):
                text = "".join(sign for sign, flag in zip(text, hidden, strict=True) if not flag & _HIDDEN)
            if text:
                yield Run(text, self._format(index, style))
            start = max(upto, start)
            index += 1

    def _character_format(self, character: int, style: int) -> CharacterFormat:
        return self._format(max(0, bisect_right(self._starts, character) - 1), style)

    def _format(self, index: int, style: int) -> CharacterFormat:
        changes = self._changes[index] if index < len(self._changes) else b""
        key = (style, changes)
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self.styles.run(style, changes)
        return found

    def _paragraph_format(self, mark: int) -> ParagraphFormat:
        data = self._paragraphs.at(self._pieces.offset(mark))
        found = self._paragraph_formats.get(data)
        if found is None:
            base = self.styles.paragraph(u16(data, 0) if len(data) > 1 else 0)
            found = self._paragraph_formats[data] = paragraph_format(base, data[2:], self._data)
        return found


def _fields(text: str, start: int, end: int) -> bytearray:
    """For each character whether it is part of a field's code or signs, and whether it is in a table of contents.

    A field that is not ended is none.
    """
    hidden, contents = [0] * (end - start + 1), [0] * (end - start + 1)
    opened: list[tuple[int, int | None]] = []
    for sign in _FIELD_SIGN.finditer(text, start, end):
        place = sign.start()
        _count(hidden, place - start, place + 1 - start)
        if sign[0] == "\x13":
            opened.append((place, None))
        elif opened and sign[0] == "\x14":
            opened[-1] = (opened[-1][0], place)
        elif opened:
            begin, separator = opened.pop()
            _count(hidden, begin - start, (place if separator is None else separator) - start)
            if text[begin + 1 : begin + 12].strip().upper().startswith("TOC"):
                _count(contents, begin - start, place - start)
    pairs = zip(accumulate(hidden[:-1]), accumulate(contents[:-1]), strict=True)
    return bytearray(_HIDDEN * (code > 0) | _CONTENTS * (table > 0) for code, table in pairs)


def _count(differences: list[int], start: int, end: int) -> None:
    """One more from ``start`` on, one less from ``end`` on."""
    differences[start] += 1
    differences[end] -= 1
