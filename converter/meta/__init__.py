"""From the parts of a document to its metadata: title, meeting, date, author, years, place, issuer."""

from converter.meta.corrections import corrected
from converter.meta.diagnostics import noticed
from converter.meta.reading import read_meta

__all__ = ["corrected", "noticed", "read_meta"]
