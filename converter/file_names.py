"""Names of files as text: bytes that are no UTF-8 are read as GBK, which Chinese Windows writes; safe to print."""

from __future__ import annotations

import os
from pathlib import Path

#: What counts as no printable character, and is one.
_IDEOGRAPHIC_SPACE = "\u3000"


def decoded_name(name: bytes) -> str:
    """``name`` in UTF-8 or else in GB18030; bytes that are neither stand as ``\\xNN``."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "backslashreplace")


def shown(path: Path) -> str:
    """A path as a name that can be stored and printed."""
    return decoded_name(os.fsencode(path.as_posix()))


def printable(text: str) -> str:
    """``text`` on one line of a terminal: no escapes, nothing that turns the direction of writing, no line end.

    Such characters stand as ``\\uNNNN``; bytes of a file name that are no UTF-8 are read as GBK.
    """
    if text.isprintable():
        return text
    if any("\udc80" <= sign <= "\udcff" for sign in text):
        text = decoded_name(text.encode("utf-8", "surrogateescape"))
    return "".join(sign if sign.isprintable() or sign == _IDEOGRAPHIC_SPACE else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    if sign == "\n":
        return " "
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
