"""From a PDF to its projected text."""

from __future__ import annotations

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.pages.pieces import Page
from converter.readers.pages.text import write_pages
from converter.readers.pages.trust import doubts
from converter.readers.pdf.process import extracted
from converter.readers.projecting import Projection

VERSION = "1"


def read(data: bytes) -> Projected:
    """The projected text of a PDF and the facts its geometry tells. Raises :class:`ReaderError`."""
    pages, broken = extracted(data)
    without = sum(not _has_text(page) for page in pages) - broken
    if without + broken == len(pages):
        if broken:
            raise ReaderError(f"none of the {len(pages)} pages of this PDF can be read; print it anew as PDF")
        raise ReaderError(f"no text layer on {without} of {len(pages)} pages: character recognition is not done here")
    projection = Projection()
    if without:
        projection.note(
            "pages_without_text",
            f"No text layer on {without} of {len(pages)} pages: character recognition is not done here.",
        )
    if broken:
        projection.note("pages_broken", f"{broken} of {len(pages)} pages could not be read.")
    doubt = doubts("".join(piece.text for page in pages for piece in page.pieces))
    if doubt:
        projection.note("text_layer_doubtful", doubt)
    write_pages(pages, projection)
    return projection.projected("pdf", VERSION, "application/pdf", states_paragraphs=True, pages_basis="fixed")


def _has_text(page: Page) -> bool:
    return any(piece.text.strip() for piece in page.pieces)
