"""What a file is, told by its content: first bytes, members of a ZIP package, streams of an OLE2 file."""

from __future__ import annotations

import re
from functools import cached_property

from converter.patterns import late
from converter.readers.bounds import MAX_PARTS

#: How many bytes at the start are looked at.
_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANKS = b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"
_PAGE = late(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_MAIL_FIELD = late(rb"[!-9;-~]+:")


class Clues:
    """The content of a file, as far as it tells what kind of file this is; each clue is looked for when asked."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.head = data[:_HEAD]

    @property
    def is_zip(self) -> bool:
        """A ZIP package: all of OOXML, ODF, OFD and EPUB are."""
        return self.head.startswith(_ZIP)

    @property
    def is_ole2(self) -> bool:
        """An OLE2 compound file: .doc, .xls, .ppt, .wps, encrypted OOXML, Works."""
        return self.head.startswith(_OLE2)

    @property
    def is_pdf(self) -> bool:
        """``%PDF-`` at the start, or after a few bytes, which readers of PDF allow."""
        return b"%PDF-" in self.head[:1024]

    @cached_property
    def members(self) -> frozenset[str]:
        """The names of the parts of a ZIP package; empty where it is none or broken."""
        if not self.is_zip:
            return frozenset()
        import zipfile  # costs time that plain text has no use for
        from io import BytesIO

        try:
            with zipfile.ZipFile(BytesIO(self.data)) as package:
                return frozenset(package.namelist()[:MAX_PARTS])
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            return frozenset()

    def has_member(self, ending: str) -> bool:
        """Whether a ZIP package has a part whose name ends so, in any case of letters."""
        return any(name.lower().endswith(ending) for name in self.members)

    def has_parts(self, *names: str) -> bool:
        """Whether a ZIP package has parts of all these names."""
        return self.members.issuperset(names)

    def has_folder(self, name: str) -> bool:
        """Whether a ZIP package has a part in this folder."""
        return any(each.startswith(f"{name}/") for each in self.members)

    def has_stream(self, name: str) -> bool:
        """Whether an OLE2 file has an entry of this name: its directory writes names in UTF-16."""
        return self.is_ole2 and name.encode("utf-16-le") in self.data

    def is_web_page(self) -> bool:
        """``<!DOCTYPE html>`` or ``<html`` stands at the start, comments and an XML declaration aside."""
        head = self.head.lstrip(_BLANKS)
        return head[:1] == b"<" and _PAGE.search(head.replace(b"\x00", b"")) is not None

    def is_mail_page(self) -> bool:
        """The head of a message whose parts are a page and what belongs to it (.mhtml, .mht)."""
        if not _MAIL_FIELD.match(self.head.lstrip()):
            return False
        fields = re.split(rb"\r?\n\r?\n", self.head.lstrip(), maxsplit=1)[0].lower()
        return (
            b"mime-version:" in fields
            and b"content-type:" in fields
            and (b"multipart/" in fields or b"text/html" in fields)
        )
