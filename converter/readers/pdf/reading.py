"""From a PDF to its projected text."""

from __future__ import annotations

from converter.model.projection import Projected
from converter.readers.pages.text import projected_pages
from converter.readers.pdf.process import extracted
from converter.readers.projecting import Projection

VERSION = "1"


def read(data: bytes) -> Projected:
    """The projected text of a PDF and the facts its geometry tells. Raises :class:`ReaderError`."""
    pages, broken = extracted(data)
    return projected_pages(pages, broken, Projection(), "pdf", VERSION, "application/pdf")
