"""Encodings with shift states, which hide in ASCII: their bytes change their meaning midway, so no span would hold.

They are told and refused; a text about them, with an example or two, is a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from converter.patterns import late
from converter.source.commonness import commonness

#: The share of common characters from which a decoded text is Chinese, and how many characters tell.
_CHINESE, _ENOUGH = 0.5, 2


class Shifting(NamedTuple):
    """An encoding: what ``iconv`` calls it, the first bytes of a shift, the whole of one, and how it is read."""

    name: str
    sign: bytes
    shift: re.Pattern[bytes]
    decoded: Callable[[bytes], str] | None


def _hz(shift: bytes) -> str:
    return shift.decode("hz", "ignore")


def _utf_7(shift: bytes) -> str:
    return shift.decode("utf-7", "ignore")


#: The escapes of ISO 2022 (RFC 1922, 1468, 1557) stand in no other text; HZ (RFC 1843) and UTF-7 (RFC 2152) must
#: decode to Chinese: ``~{U~8.~}``, ``+ZT9enA-``.
SHIFTING: tuple[Shifting, ...] = (
    Shifting("ISO-2022-CN", b"\x1b$", late(rb"\x1b\$(?:\)[AGE]|\*H|A)"), None),
    Shifting("ISO-2022-JP", b"\x1b$", late(rb"\x1b\$(?:[@B]|\(D)"), None),
    Shifting("ISO-2022-KR", b"\x1b$)C", late(rb"\x1b\$\)C"), None),
    Shifting("HZ", b"~{", late(rb"~\{(?:[\x21-\x77][\x21-\x7e]){1,4096}~\}"), _hz),
    Shifting("UTF-7", b"+", late(rb"\+[A-Za-z0-9+/]{3,4096}-?"), _utf_7),
)


def shifting_of(data: bytes) -> str | None:
    """The encoding with shift states that ``data`` is in, by its name for ``iconv``; ``None`` for any other text."""
    if not data.isascii():
        return None
    for row in SHIFTING:
        if row.sign in data and _is_in(data, row):
            return row.name
    return None


def _is_in(data: bytes, row: Shifting) -> bool:
    shifts = [match[0] for match in row.shift.finditer(data)]
    if row.decoded is None:
        return bool(shifts)
    text = "".join(map(row.decoded, shifts))
    chinese = "".join(sign for sign in text if not sign.isascii())
    prose = sum(map(len, shifts)) > len(data) / 4
    return len(chinese) >= _ENOUGH and prose and commonness(chinese) >= _CHINESE
