"""The characters of a page: byte order mark, then UTF-8 if it is, then what the page says, then GB18030."""

from __future__ import annotations

import codecs
import re

from converter.patterns import late

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STATED = late(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
#: Where a page states its encoding, in bytes from its start (HTML 13.2.3.2 looks at 1024).
_HEAD = 4096
#: What names of encodings mean to browsers: the larger one that holds the one named.
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz",
    "big5": "big5hkscs", "iso-8859-1": "cp1252", "us-ascii": "cp1252", "latin1": "cp1252",
}  # fmt: skip
_USUAL = "gb18030"


def decoded(data: bytes, stated: str | None = None) -> str:
    """``data`` as text; ``stated`` is what a mail part says of it. What does not decode stands as U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in (stated, _stated(data)):
        known = _known(name) if name else None
        if known is not None:
            return data.decode(known, "replace")
    return data.decode(_USUAL, "replace")


def _stated(data: bytes) -> str | None:
    found = _STATED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _known(name: str) -> str | None:
    """The codec for a name; none for UTF-8, which the bytes are not."""
    try:
        codec = codecs.lookup(_WIDER.get(name.lower(), name))
    except LookupError:
        return None
    text_codec = getattr(codec, "_is_text_encoding", True)
    return codec.name if text_codec and not codec.name.startswith(("utf-8", "utf-16", "idna", "punycode")) else None
