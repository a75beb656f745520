"""From a file that is no plain text to one projected text and the facts its format states; one module a format.

Each module is loaded when the first file of its kind is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model.errors import ReaderError

if TYPE_CHECKING:
    from converter.readers.table import Reader

__all__ = ["ReaderError", "reader_of", "suffixes"]

#: The first bytes of every file that a reader takes: ZIP, OLE2, PDF, RTF, markup. No report in plain text begins so,
#: but one that begins with markup or with a line like those of a message's head is looked at closer.
_FIRST = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"<")
_BLANKS = b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"


def reader_of(data: bytes) -> Reader | None:
    """The reader for ``data``, told by its content; ``None`` when it is plain text or nothing that is known."""
    if not data[:64].lstrip(_BLANKS).startswith(_FIRST) and b"mime-version:" not in data[:2048].lower():
        return None
    from converter.readers.clues import Clues
    from converter.readers.table import READERS

    clues = Clues(data)
    return next((reader for reader in READERS if reader.recognises(clues)), None)


def suffixes() -> tuple[str, ...]:
    """What the files of all readers are usually called, ``.docx`` …"""
    from converter.readers.table import READERS

    return tuple(suffix for reader in READERS for suffix in reader.suffixes)
