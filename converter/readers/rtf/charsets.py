"""The code pages of RTF: those of the document and those of fonts (``\\fcharset``)."""

from __future__ import annotations

import codecs

#: By the number of a Windows character set.
CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
#: The character set of symbol fonts, whose signs stand in the private area.
SYMBOL = 2
_WESTERN = 0
_WIDER = {"cp936": "gb18030"}
_DOUBLE = frozenset(("gb18030", "cp950", "cp932", "cp949", "johab"))


def codec_of_page(number: int | None) -> str:
    """The codec of a code page (``\\ansicpg936``)."""
    name = f"cp{number}"
    try:
        return codecs.lookup(_WIDER.get(name, name)).name
    except LookupError:
        return "cp1252"


def codec_of_font(charset: int | None, of_document: str) -> str:
    """The codec of text in a font; a Western font in a Chinese document holds Chinese all the same."""
    if charset is None or charset == 1 or (charset == _WESTERN and of_document in _DOUBLE):
        return of_document
    return CHARSETS.get(charset, of_document)
