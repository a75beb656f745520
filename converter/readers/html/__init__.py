"""Web pages: the article of a page as lines, with what its markup states about them."""

from converter.readers.html.reading import read

__all__ = ["read"]
