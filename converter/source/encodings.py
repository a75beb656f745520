"""The encodings that can be read and written back byte for byte: a table, and how names are looked up in it.

Only encodings without shift states are here: each character stands for itself, wherever it is. Published names are
the IANA names in lower case, which Python, iconv, Java and browsers all know.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding: the published name, Python's codec, its byte order mark and other names it is known by.

    ``one_spelling`` says that no two sequences of bytes give the same character.
    """

    name: str
    codec: str
    bom: bytes = b""
    aliases: tuple[str, ...] = ()
    one_spelling: bool = False


UTF_8 = Encoding("utf-8", "utf-8", b"\xef\xbb\xbf", ("utf8", "utf-8-sig", "utf8-sig", "ascii", "us-ascii"), True)
# GB2312 and GBK are parts of GB18030, and files said to be in one of them often hold characters of the next.
GB18030 = Encoding(
    "gb18030", "gb18030", b"\x84\x31\x95\x33", ("gbk", "gb2312", "cp936", "ms936", "windows-936", "euc-cn"), True
)
# Windows' form of Big5, which is what programs that say "Big5" write.
BIG5 = Encoding("big5", "cp950", b"", ("cp950", "ms950", "windows-950", "big5-eten", "big5-tw"))
UTF_16LE = Encoding("utf-16le", "utf-16-le", b"\xff\xfe", (), True)
UTF_16BE = Encoding("utf-16be", "utf-16-be", b"\xfe\xff", (), True)
UTF_32LE = Encoding("utf-32le", "utf-32-le", b"\xff\xfe\x00\x00", (), True)
UTF_32BE = Encoding("utf-32be", "utf-32-be", b"\x00\x00\xfe\xff", (), True)

#: Names that leave the byte order open: the byte order mark or the text itself decides.
BYTE_ORDER_OPEN: dict[str, tuple[Encoding, Encoding]] = {
    "utf-16": (UTF_16LE, UTF_16BE),
    "utf-32": (UTF_32LE, UTF_32BE),
}

ENCODINGS: tuple[Encoding, ...] = (
    UTF_8,
    GB18030,
    BIG5,
    Encoding("big5-hkscs", "big5hkscs", b"", ("hkscs", "cp951")),
    UTF_16LE,
    UTF_16BE,
    UTF_32LE,
    UTF_32BE,
    Encoding("shift_jis", "cp932", b"", ("sjis", "cp932", "windows-31j", "ms932", "ms-kanji")),
    Encoding("euc-jp", "euc_jp", b"", ("eucjp", "ujis")),
    Encoding("euc-kr", "cp949", b"", ("euckr", "cp949", "uhc", "ks-c-5601-1987", "windows-949")),
    Encoding("windows-1252", "cp1252", b"", ("cp1252",)),
    Encoding("iso-8859-1", "latin-1", b"", ("latin-1", "latin1")),
)


def _key(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


_BY_NAME = {_key(name): encoding for encoding in ENCODINGS for name in (encoding.name, *encoding.aliases)}
_OPEN_BY_NAME = {_key(name): pair for name, pair in BYTE_ORDER_OPEN.items()}


def find(name: str) -> Encoding | None:
    """The encoding called ``name`` in any spelling (``GBK``, ``utf_8``), or ``None``."""
    return _BY_NAME.get(_key(name))


def find_pair(name: str) -> tuple[Encoding, Encoding] | None:
    """Both byte orders of ``utf-16`` or ``utf-32``, or ``None`` for any other name."""
    return _OPEN_BY_NAME.get(_key(name))


def known_names() -> str:
    """The names to choose from, for a sentence."""
    return ", ".join([*(encoding.name for encoding in ENCODINGS), *BYTE_ORDER_OPEN])
