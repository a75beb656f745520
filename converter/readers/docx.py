"""Word documents and templates in Office Open XML (ECMA-376)."""

from __future__ import annotations

from converter.model.errors import ReaderError
from converter.model.projection import LineFacts, Projected
from converter.readers.packages import Package
from converter.readers.projecting import Projection

VERSION = "1"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes) -> Projected:
    """The projected text of a .docx and the facts it states. Raises :class:`ReaderError`."""
    document = Package(data).xml("word/document.xml")
    if document is None:
        raise ReaderError("the package has no word/document.xml; a Word document is needed")
    projection = Projection()
    for paragraph in document.iter(f"{_W}p"):
        for text in paragraph.iter(f"{_W}t"):
            projection.write(text.text or "")
        projection.end(LineFacts())
    return projection.projected(
        "docx",
        VERSION,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        states_paragraphs=True,
    )
