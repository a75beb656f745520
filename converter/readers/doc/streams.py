"""The streams of an OLE2 file, and what kind of file they make it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from olefile import OleFileIO

from converter.model.errors import ReaderError
from converter.readers.bounds import MAX_PART

#: A stream that only files of one kind have, and what such a file is. The first that is there says it.
_OTHER_KINDS = (
    ("EncryptedPackage", "a document locked with a password; save it without the password first"),
    ("Workbook", "an Excel workbook, not a report; save its text as .txt or .docx first"),
    ("Book", "an Excel workbook, not a report; save its text as .txt or .docx first"),
    ("PowerPoint Document", "a presentation, not a report; save its text as .txt or .docx first"),
    ("MatOST", "a Microsoft Works file, which is not read; save it as .docx or .txt first"),
    ("MN0", "a Microsoft Works file, which is not read; save it as .docx or .txt first"),
    ("CONTENTS", "a Microsoft Works file, which is not read; save it as .docx or .txt first"),
    ("__properties_version1.0", "an Outlook message, not a report; save its text as .txt first"),
)
#: What olefile raises on damaged files, one way or another.
_DAMAGE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(slots=True)
class Streams:
    """What a binary Word file consists of: ``WordDocument``, one of the two tables, ``Data``."""

    main: bytes
    tables: tuple[bytes, bytes]
    data: bytes


def open_streams(data: bytes) -> Streams:
    """The streams of a Word file. Raises :class:`ReaderError` for other OLE2 files and for damaged ones."""
    try:
        with OleFileIO(BytesIO(data)) as file:
            if not file.exists("WordDocument"):
                raise ReaderError(f"this is {_kind(file)}")
            return Streams(
                _stream(file, "WordDocument"), (_stream(file, "0Table"), _stream(file, "1Table")), _stream(file, "Data")
            )
    except ReaderError:
        raise
    except _DAMAGE as error:
        raise ReaderError("this Word file is damaged: its directory of streams cannot be read") from error


def _kind(file: OleFileIO) -> str:
    for name, kind in _OTHER_KINDS:
        if file.exists(name):
            return kind
    return "an OLE2 file, but no Word document; save its text as .docx or .txt first"


def _stream(file: OleFileIO, name: str) -> bytes:
    if not file.exists(name):
        return b""
    if file.get_size(name) > MAX_PART:
        raise ReaderError(f"the stream {name} of this Word file is larger than {MAX_PART >> 20} MiB; split the file")
    stream: bytes = file.openstream(name).read()
    return stream
