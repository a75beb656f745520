"""Tar archives, read from front to end: every header is checked, none may be large, and the end must be one.

The library of Python takes a damaged header for the end of the archive and reads headers of any size.
Formats: POSIX.1-1988 (ustar), POSIX.1-2001 (pax), GNU.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Literal, NamedTuple

_BLOCK = 512
#: The longest name or set of pax attributes.
_MOST_HEADER = 1 << 20
#: How much padding may follow the end.
_MOST_PADDING = 64 << 20
_PIECE = 1 << 20
_PAX = (b"x", b"X")
_PAX_FOR_ALL = b"g"
_LONG_NAME, _LONG_LINK = b"L", b"K"
_FILE = (b"0", b"\0", b"7")
_SPARSE = b"S"
#: Links, devices, folders and named pipes have no bytes.
_EMPTY = (b"1", b"2", b"3", b"4", b"5", b"6")
_OCTAL = re.compile(rb"\s*([0-7]*)[\s\0]*")
_ATTRIBUTE = re.compile(rb"(\d{1,7}) ([^=]{1,4096})=")


class TarDamage(ValueError):
    """The archive can be read no further; the message says why."""


class Member(NamedTuple):
    """A member; only a ``file`` can be read."""

    name: bytes
    size: int
    kind: Literal["file", "sparse", "other"]


class TarReader:
    """The members of the archive that ``stream`` holds; :meth:`read` gives the bytes of the last one."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = self._padding = 0

    def members(self) -> Iterator[Member]:
        """The members in their order. Raises :class:`TarDamage`."""
        attributes: dict[bytes, bytes] = {}
        long_name: bytes | None = None
        while True:
            self._skip()
            header = self._stream.read(_BLOCK)
            if len(header) < _BLOCK:
                raise TarDamage("it ends without its end mark")
            if not any(header):
                self._check_end()
                return
            kind, size = header[156:157], _checked_size(header)
            if kind in _PAX or kind == _PAX_FOR_ALL:
                found = _attributes(self._header_data(size))
                attributes = found if kind in _PAX else attributes
            elif kind == _LONG_NAME:
                long_name = self._header_data(size).split(b"\0")[0]
            elif kind == _LONG_LINK:
                self._header_data(size)
            else:
                yield self._member(header, kind, size, attributes, long_name)
                attributes, long_name = {}, None

    def read(self, most: int) -> bytes:
        """At most ``most`` bytes of the last member. Raises :class:`TarDamage`."""
        data = self._exactly(min(most, self._left))
        self._left -= len(data)
        return data

    def _member(
        self, header: bytes, kind: bytes, size: int, attributes: dict[bytes, bytes], long_name: bytes | None
    ) -> Member:
        if kind == _SPARSE:
            extended = header[482]
            while extended:
                extended = self._exactly(_BLOCK)[504]
        if b"size" in attributes:
            size = _number(attributes[b"size"])
        size = 0 if kind in _EMPTY else size
        self._left, self._padding = size, -size % _BLOCK
        name = attributes.get(b"path") or long_name or _name(header)
        sparse = kind == _SPARSE or any(key.startswith(b"GNU.sparse.") for key in attributes)
        if sparse:
            return Member(attributes.get(b"GNU.sparse.name", name), size, "sparse")
        return Member(name, size, "file" if kind in _FILE and not name.endswith(b"/") else "other")

    def _header_data(self, size: int) -> bytes:
        if size > _MOST_HEADER:
            raise TarDamage(f"a header says that it has {size:,} bytes; {_MOST_HEADER:,} are the most")
        data = self._exactly(size)
        self._exactly(-size % _BLOCK)
        return data

    def _skip(self) -> None:
        """Go to the next header."""
        while self._left:
            self._left -= len(self._exactly(min(self._left, _PIECE)))
        self._exactly(self._padding)
        self._padding = 0

    def _exactly(self, size: int) -> bytes:
        data = self._stream.read(size) if size else b""
        if len(data) < size:
            raise TarDamage("it is cut in the middle")
        return data

    def _check_end(self) -> None:
        """Behind the end there is padding and nothing else: what a zeroed header hides must not be lost."""
        passed = 0
        while data := self._stream.read(_PIECE):
            passed += len(data)
            if any(data) or passed > _MOST_PADDING:
                raise TarDamage("more stands behind its end mark, which is damaged or that of another archive")


def _checked_size(header: bytes) -> int:
    """The size in ``header``, whose sum is checked. Raises :class:`TarDamage`."""
    blank = header[:148] + b" " * 8 + header[156:]
    signed = sum(blank) - 256 * sum(byte > 127 for byte in blank)
    if _octal(header[148:156]) not in (sum(blank), signed):
        raise TarDamage("the check sum of a header is wrong")
    field = header[124:136]
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    return _octal(field)


def _octal(field: bytes) -> int:
    found = _OCTAL.fullmatch(field)
    if found is None:
        raise TarDamage("a number of a header is none")
    return int(found[1] or b"0", 8)


def _number(text: bytes) -> int:
    if not text.isdigit() or len(text) > 20:
        raise TarDamage("a number of a header is none")
    return int(text)


def _attributes(data: bytes) -> dict[bytes, bytes]:
    """The attributes of a pax header: ``LENGTH KEY=VALUE\\n`` each."""
    found: dict[bytes, bytes] = {}
    offset = 0
    while offset < len(data) and data[offset]:
        head = _ATTRIBUTE.match(data, offset)
        end = offset + int(head[1]) if head else 0
        if head is None or not head.end() < end <= len(data) or data[end - 1 : end] != b"\n":
            raise TarDamage("the attributes of a header are damaged")
        found[head[2]] = data[head.end() : end - 1]
        offset = end
    return found


def _name(header: bytes) -> bytes:
    name = header[:100].split(b"\0")[0]
    prefix = header[345:500].split(b"\0")[0]
    return prefix + b"/" + name if prefix and header[257:263] == b"ustar\0" else name
