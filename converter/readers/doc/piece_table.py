"""The piece table: in which order the stretches of the file make up its text ([MS-DOC] 2.8.35, 2.9.38)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack

from converter.model.errors import ReaderError
from converter.readers.doc.binary import u16, u32, u32s
from converter.readers.doc.header import Header, Place

_MODIFIERS, _TABLE = 1, 2
_COMPRESSED = 0x40000000
#: What the one-byte form writes for bytes that code page 1252 leaves open: the character of that number.
_ONE_BYTE = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256))


@dataclass(slots=True)
class Piece:
    """``count`` characters from ``first`` on, which stand at ``offset`` of the main stream, ``width`` bytes each."""

    first: int
    count: int
    offset: int
    width: int


class PieceTable:
    """The text of all stories. Characters are counted in UTF-16 code units, as the format does."""

    def __init__(self, header: Header, main: bytes) -> None:
        self._pieces = _read(header.part(Place.PIECES), main)
        self._firsts = [piece.first for piece in self._pieces]
        self._main = main

    def __iter__(self) -> Iterator[Piece]:
        return iter(self._pieces)

    def text(self) -> str:
        """All text, one character a code unit: a character beyond U+FFFF as its two surrogates."""
        return "".join(self._decoded(piece) for piece in self._pieces)

    def offset(self, character: int) -> int:
        """Where in the main stream ``character`` stands."""
        piece = self._pieces[max(0, bisect_right(self._firsts, character) - 1)]
        return piece.offset + (character - piece.first) * piece.width

    def _decoded(self, piece: Piece) -> str:
        data = self._main[piece.offset : piece.offset + piece.count * piece.width]
        if piece.width == 1:
            return "".join(_ONE_BYTE[byte] for byte in data)
        return data.decode("utf-16-le", "surrogatepass") if _plain(data) else _units(data)


def _plain(data: bytes) -> bool:
    """Whether no surrogate is among the code units (0xD8 to 0xDF in the high byte)."""
    return not any(0xD8 <= byte <= 0xDF for byte in set(data[1::2]))


def _units(data: bytes) -> str:
    return "".join(map(chr, unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))


def _read(data: bytes, main: bytes) -> list[Piece]:
    """The pieces, out of a Clx. No byte of the file is text twice, so there are never more characters than bytes."""
    offset = 0
    while data[offset : offset + 1] == bytes([_MODIFIERS]):
        offset += 3 + u16(data, offset + 1)
    if data[offset : offset + 1] != bytes([_TABLE]):
        raise ReaderError("this Word file is damaged: its table of pieces is missing")
    length = min(u32(data, offset + 1), len(data) - offset - 5)
    offset, count = offset + 5, max(0, (length - 4) // 12)
    bounds = u32s(data, offset, count + 1)
    pieces = []
    for index in range(count):
        place = u32(data, offset + 4 * (count + 1) + 8 * index + 2)
        compressed = bool(place & _COMPRESSED)
        place &= _COMPRESSED - 1
        width = 1 if compressed else 2
        piece = Piece(bounds[index], bounds[index + 1] - bounds[index], place // 2 if compressed else place, width)
        if piece.count < 0 or piece.offset + piece.count * width > len(main):
            raise ReaderError("this Word file is damaged: its text ends too early")
        pieces.append(piece)
    if sum(piece.count for piece in pieces) > len(main):
        raise ReaderError("this Word file is damaged: its pieces overlap")
    return pieces


def joined(units: str) -> str:
    """``units`` with the pairs of surrogates as the characters they stand for; half a pair is U+FFFD."""
    if not any("\ud800" <= unit <= "\udfff" for unit in units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
