"""From an OFD package to its projected text: all its documents, page by page."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.ofd.content import POINTS, Content, Resources, read_content, read_resources
from converter.readers.ofd.elements import Parts, child, children, numbers, text_of
from converter.readers.packages import Package
from converter.readers.pages.pieces import Page
from converter.readers.pages.text import projected_pages
from converter.readers.projecting import Projection

VERSION = "1"
_MEDIA_TYPE = "application/ofd"
_ENTRY = "OFD.xml"
#: A report has a page for each 500 to 1,000 characters.
_MOST_PAGES, _MOST_CHARACTERS = 5_000, 2_000_000
#: A4, in millimetres, where no page says how large it is.
_SIZE = (210.0, 297.0)


@dataclass(slots=True)
class _Opened:
    """What was found in the package so far."""

    parts: Parts
    projection: Projection
    pages: list[Page] = field(default_factory=list)
    missing: int = 0
    characters: int = 0


def read(data: bytes) -> Projected:
    """The projected text of an OFD and the facts its geometry tells. Raises :class:`ReaderError`."""
    package = Package(data)
    opened = _Opened(Parts(package), Projection())
    entry = opened.parts.xml(_ENTRY, "")
    if entry is None:
        raise ReaderError(f"the package has no {_ENTRY}; an OFD document is needed")
    if opened.parts.find("Encryptions.xml", ""):
        raise ReaderError("this OFD is encrypted; save it without encryption first")
    for body in children(entry[0], "DocBody"):
        _document(opened, text_of(child(body, "DocRoot")))
    if not opened.pages:
        raise ReaderError("this OFD has no pages; a report is needed")
    return projected_pages(opened.pages, opened.missing, opened.projection, "ofd", VERSION, _MEDIA_TYPE)


def _document(opened: _Opened, path: str) -> None:
    found = opened.parts.xml(path, _ENTRY)
    if found is None:
        raise ReaderError(f"the package names the document {path!r} and does not hold it; save the OFD again")
    root, name = found
    common = child(root, "CommonData")
    resources = Resources()
    for kind in ("PublicRes", "DocumentRes"):
        for reference in children(common, kind):
            part = opened.parts.xml(text_of(reference), name)
            if part is not None:
                read_resources(part[0], resources)
    usual = _size(child(common, "PageArea"), _SIZE)
    for page in children(child(root, "Pages"), "Page"):
        if len(opened.pages) >= _MOST_PAGES:
            raise ReaderError(f"this OFD has more than {_MOST_PAGES} pages; split the file")
        _page(opened, page.get("BaseLoc", ""), name, resources, usual)
    _count_omitted(opened, root, name)


def _page(opened: _Opened, path: str, named_in: str, resources: Resources, usual: tuple[float, float]) -> None:
    found = opened.parts.xml(path, named_in)
    content, size = Content(), usual
    if found is None:
        opened.missing += 1
    else:
        root = found[0]
        size = _size(child(root, "Area"), usual)
        content = read_content(root, resources, size, _MOST_CHARACTERS - opened.characters + 1)
        size = content.size
        opened.projection.omit("headers_footers", sum(1 for _ in children(root, "Template")))
    opened.characters += sum(len(piece.text) for piece in content.pieces) + content.turned
    if opened.characters > _MOST_CHARACTERS:
        raise ReaderError(
            f"this OFD has more than {_MOST_CHARACTERS} characters; a report has fewer, so split the file"
        )
    opened.projection.omit("hidden_text", content.hidden)
    number = len(opened.pages) + 1
    width, height = size
    opened.pages.append(Page(number, width * POINTS, height * POINTS, content.pieces, content.pictures, content.turned))


def _size(area: etree._Element | None, usual: tuple[float, float]) -> tuple[float, float]:
    """The width and the height of a page, in millimetres."""
    box = numbers(text_of(child(area, "PhysicalBox")))
    return (box[2], box[3]) if len(box) == 4 and 0 < box[2] < 1e5 and 0 < box[3] < 1e5 else usual


def _count_omitted(opened: _Opened, root: etree._Element, name: str) -> None:
    """Annotations and attachments are no part of the text."""
    annotations = opened.parts.xml(text_of(child(root, "Annotations")), name)
    if annotations is not None:
        for page in children(annotations[0], "Page"):
            part = opened.parts.xml(text_of(child(page, "FileLoc")), annotations[1])
            opened.projection.omit("annotations", sum(1 for _ in children(part[0], "Annot")) if part else 0)
    attachments = opened.parts.xml(text_of(child(root, "Attachments")), name)
    if attachments is not None:
        opened.projection.omit("embedded_objects", sum(1 for _ in children(attachments[0], "Attachment")))
