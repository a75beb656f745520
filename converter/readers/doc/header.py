"""The file information block (FIB): which version wrote the file, how long each story is, where each table stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from converter.model.errors import ReaderError
from converter.readers.doc.binary import u16, u32, u32s
from converter.readers.doc.streams import Streams

#: The numbers of Word 97 and of the version before it ([MS-DOC] 2.5.1; nFib).
_WORD_97, _FIRST_WINWORD = 0xC1, 0x21
_SIGNATURE = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
#: Offsets: the lengths of the stories, and the pairs of place and length of the tables.
_LENGTHS, _PAIRS_COUNT, _PAIRS = 76, 152, 154


class Place(IntEnum):
    """The tables of a file, as numbered in FibRgFcLcb97 ([MS-DOC] 2.5.6)."""

    STYLES = 1
    FOOTNOTE_REFERENCES = 2
    FOOTNOTE_TEXTS = 3
    COMMENT_REFERENCES = 4
    HEADERS = 11
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    ENDNOTE_REFERENCES = 46
    ENDNOTE_TEXTS = 47
    TEXT_BOXES = 56
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(slots=True)
class Header:
    """The lengths of the stories in characters, in the order in which they stand, and the stream of tables."""

    table: bytes
    places: list[tuple[int, int]]
    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    text_boxes: int
    header_text_boxes: int

    def part(self, place: Place) -> bytes:
        """The bytes of one table; empty where the file has none."""
        if place >= len(self.places):
            return b""
        offset, length = self.places[place]
        return self.table[offset : offset + length]

    def offset(self, place: Place) -> int:
        """Where one table stands in the stream of tables."""
        return self.places[place][0] if place < len(self.places) else len(self.table)


def read_header(streams: Streams) -> Header:
    """Raises :class:`ReaderError` for encrypted files and those of Word 95 and before, ``struct.error`` for damage."""
    main = streams.main
    version, flags = u16(main, 2), u16(main, 10)
    if u16(main, 0) != _SIGNATURE or version < _WORD_97:
        if version < _FIRST_WINWORD:
            raise ReaderError("this Word file is damaged: its header is none")
        raise ReaderError("this is a file of Word 95 or older, which is not read; save it as .docx first")
    if flags & _ENCRYPTED:
        raise ReaderError("this Word file is locked with a password; save it without the password first")
    lengths = u32s(main, _LENGTHS, 8)
    count = min(u16(main, _PAIRS_COUNT), 200)
    places = [(u32(main, _PAIRS + 8 * n), u32(main, _PAIRS + 8 * n + 4)) for n in range(count)]
    return Header(streams.tables[1 if flags & _SECOND_TABLE else 0], places, *lengths)
