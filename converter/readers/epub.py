"""Books in EPUB (ISO/IEC TS 30135): the pages of the spine in their order, read as web pages are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.bounds import MAX_PARTS
from converter.readers.html.decoding import decoded
from converter.readers.html.reading import parse_page
from converter.readers.html.writing import PageWriter
from converter.readers.packages import Package
from converter.readers.projecting import Projection

#: To be raised whenever the same file gives another text.
VERSION = "1"
_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def read(data: bytes) -> Projected:
    """The projected text of a book and the facts it states. Raises :class:`ReaderError`."""
    package = Package(data)
    if package.read("META-INF/encryption.xml") is not None and package.read("META-INF/rights.xml") is not None:
        raise ReaderError("the book is encrypted; a copy without protection is needed")
    projection = Projection()
    writer = PageWriter(projection)
    for name in _spine(package):
        content = package.read(name)
        if content is not None:
            body = parse_page(decoded(content)).find("body")
            if body is not None:
                writer.write(body)
    return projection.projected("epub", VERSION, "application/epub+zip", states_paragraphs=True)


def _spine(package: Package) -> Iterator[str]:
    """The names of the pages in reading order, tables of contents for devices aside."""
    container = package.xml(_CONTAINER)
    path = next((_attribute(each, "full-path") for each in _named(container, "rootfile")), "")
    book = package.xml(path) if path else None
    if book is None:
        raise ReaderError("the package holds no book (META-INF/container.xml); save the file again")
    items = {_attribute(item, "id"): item for item in _named(book, "item")}
    for number, reference in enumerate(_named(book, "itemref")):
        item = items.get(_attribute(reference, "idref"))
        if item is None or number > MAX_PARTS:
            continue
        if _attribute(item, "media-type") in _PAGES and "nav" not in _attribute(item, "properties").split():
            folder = posixpath.dirname(path)
            yield posixpath.normpath(posixpath.join("/", folder, unquote(_attribute(item, "href"))))[1:]


def _named(root: etree._Element | None, local: str) -> Iterator[etree._Element]:
    return root.iter(f"{{*}}{local}") if root is not None else iter(())


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(name) or ""
