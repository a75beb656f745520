"""Readings of bytes in one encoding: the text, and what the text alone would not give back.

A reading is exact: :func:`write` gives the bytes again, whatever they are.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from typing import NamedTuple

from converter.patterns import late
from converter.source.encodings import Encoding

REPLACEMENT = "\ufffd"
_LONGEST_SEQUENCE = 4
#: How many bytes are decoded at once.
_PIECE = 65_536

# While a text is being read, a byte that does not decode stands in it as a surrogate, which no decoder gives: the first
# byte of a sequence as U+D800 plus its value, the others as U+DC00 plus theirs.
_FIRST, _OTHER = 0xD800, 0xDC00
_SEQUENCE = late("[\ud800-\ud8ff][\udc00-\udcff]*")


class Reading(NamedTuple):
    """A text, the bytes behind each U+FFFD that stands for no character, and the bytes of unusual spellings.

    Both lists hold ``(offset in code points, hex of the bytes)``, by rising offset.
    """

    text: str
    undecodable: list[tuple[int, str]]
    variants: list[tuple[int, str]]


def read(data: bytes, encoding: Encoding, skip: int = 0) -> Reading:
    """Read ``data`` in ``encoding``; the first ``skip`` bytes belong to a character that was cut off."""
    if encoding.one_spelling and not skip:
        try:
            return Reading(decoded(data, encoding.codec), [], [])
        except UnicodeDecodeError:
            pass
    raw = _stand_ins(data[:skip]) + data[skip:].decode(encoding.codec, "gongwen.stand_in")
    text, undecodable = _replaced(raw)
    if encoding.one_spelling or write(text, encoding.codec, undecodable) == data:
        return Reading(text, undecodable, [])
    return Reading(text, undecodable, _variants(data, raw, encoding.codec))


def decoded(data: bytes, codec: str) -> str:
    """``data`` as text; piece by piece, because a decoder takes thrice the size of what it is given.

    Raises ``UnicodeDecodeError``.
    """
    if len(data) <= _PIECE:
        return data.decode(codec)
    pieces = (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))
    return "".join(codecs.iterdecode(pieces, codec))


def write(text: str, codec: str, bytes_at: Iterable[tuple[int, str]], newline: str = "\n") -> bytes:
    """The bytes of ``text``, where ``bytes_at`` tells for some characters, by rising offset, which bytes they were.

    Every other LF is written as ``newline``.
    Raises ``ValueError`` when an offset is outside the text or out of order, or the hex is none.
    """
    pieces: list[bytes] = []
    position = 0
    for offset, written in bytes_at:
        if not position <= offset < len(text):
            raise ValueError(f"there is no character {offset} to stand for the bytes {written[:20]}")
        pieces += (_encoded(text[position:offset], codec, newline), bytes.fromhex(written))
        position = offset + 1
    pieces.append(_encoded(text[position:], codec, newline))
    return b"".join(pieces)


def _encoded(text: str, codec: str, newline: str) -> bytes:
    return (text if newline == "\n" else text.replace("\n", newline)).encode(codec)


def _stand_ins(sequence: bytes) -> str:
    return "".join(chr((_OTHER if index else _FIRST) + byte) for index, byte in enumerate(sequence))


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """The error handler of the decoders: it keeps the bytes, each as a surrogate."""
    assert isinstance(error, UnicodeDecodeError)
    sequence = error.object[error.start : error.end]
    if error.encoding == "utf-8":
        # A UTF-16 surrogate written in UTF-8, as a lone one in a Python string is: one character to whoever wrote it.
        three = error.object[error.start : error.start + 3]
        if len(three) == 3 and three[0] == 0xED and 0xA0 <= three[1] <= 0xBF and 0x80 <= three[2] <= 0xBF:
            sequence = three
    return _stand_ins(sequence), error.start + len(sequence)


codecs.register_error("gongwen.stand_in", _stand_in)


def _replaced(raw: str) -> tuple[str, list[tuple[int, str]]]:
    """``raw`` with one U+FFFD for each sequence of stand-ins, and the bytes of each."""
    pieces: list[str] = []
    undecodable: list[tuple[int, str]] = []
    position = length = 0
    for match in _SEQUENCE.finditer(raw):
        pieces += (raw[position : match.start()], REPLACEMENT)
        length += match.start() - position
        undecodable.append((length, bytes(ord(character) & 0xFF for character in match[0]).hex()))
        length += 1
        position = match.end()
    pieces.append(raw[position:])
    return "".join(pieces), undecodable


def _variants(data: bytes, raw: str, codec: str) -> list[tuple[int, str]]:
    """The characters whose bytes in ``data`` are not the ones that ``codec`` writes, with those bytes.

    Big5 has 十 at A451 and once more at A2CC.
    """
    variants: list[tuple[int, str]] = []
    position = index = offset = 0
    while index < len(raw):
        character = raw[index]
        if "\ud800" <= character <= "\udfff":
            # Only the first stand-in of a sequence is a character of the text.
            position, index, offset = position + 1, index + 1, offset + (character < "\udc00")
            continue
        usual = character.encode(codec)
        if data.startswith(usual, position):
            position, index, offset = position + len(usual), index + 1, offset + 1
            continue
        sequence, characters = _next_sequence(data, position, codec)
        # Big5-HKSCS writes some letters with their accent, two code points, as one sequence: as usual.
        if characters.encode(codec) != sequence:
            variants.append((offset, sequence.hex()))
        position, index, offset = position + len(sequence), index + len(characters), offset + len(characters)
    return variants


def _next_sequence(data: bytes, position: int, codec: str) -> tuple[bytes, str]:
    """The shortest run of bytes at ``position`` that decodes, and what it decodes to."""
    for length in range(1, _LONGEST_SEQUENCE + 1):
        sequence = data[position : position + length]
        try:
            return sequence, sequence.decode(codec)
        except UnicodeDecodeError:
            continue
    raise AssertionError(f"no character of {codec} at byte {position}")
