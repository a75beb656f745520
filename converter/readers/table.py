"""The table of readers: one row a format. Content decides, not the name of the file; the first row that fits wins."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from converter.readers.clues import Clues

if TYPE_CHECKING:
    from converter.model.projection import Projected


class Reader(NamedTuple):
    """A format that is no plain text.

    ``module`` has the function ``read(data: bytes) -> Projected``, which raises
    :class:`converter.model.errors.ReaderError` and nothing else. ``suffixes`` are what such files are usually called:
    what a run over a folder takes.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Clues], bool]

    def read(self, data: bytes) -> Projected:
        """The projected text of ``data`` and its facts. Raises :class:`converter.model.errors.ReaderError`."""
        projected: Projected = import_module(self.module).read(data)
        return projected


READERS: tuple[Reader, ...] = (
    Reader(
        "docx",
        "converter.readers.docx",
        (".docx", ".dotx", ".docm", ".dotm"),
        lambda clues: clues.has_folder("word"),
    ),
    Reader("odt", "converter.readers.odt", (".odt", ".ott"), lambda clues: clues.has_parts("mimetype", "content.xml")),
    Reader("epub", "converter.readers.epub", (".epub",), lambda clues: clues.has_parts("META-INF/container.xml")),
    Reader("html", "converter.readers.html", (".html", ".htm", ".xhtml", ".shtml"), Clues.is_web_page),
    Reader("rtf", "converter.readers.rtf", (".rtf",), lambda clues: clues.head.startswith(b"{\\rtf")),
    Reader("mhtml", "converter.readers.mhtml", (".mhtml", ".mht"), Clues.is_mail_page),
    Reader("doc", "converter.readers.doc", (".doc", ".dot", ".wps"), lambda clues: clues.is_ole2),
    Reader("pdf", "converter.readers.pdf", (".pdf",), lambda clues: clues.is_pdf),
    Reader("ofd", "converter.readers.ofd", (".ofd",), lambda clues: clues.has_member("ofd.xml")),
)
