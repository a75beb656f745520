"""An OpenDocument text as a whole: its body, its notes at the end, and what is counted and left out."""

from __future__ import annotations

from lxml import etree

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.odt.body import Body
from converter.readers.odt.names import name
from converter.readers.odt.styles import Styles
from converter.readers.packages import Package
from converter.readers.projecting import Projection

#: To be raised whenever the same file gives another text.
VERSION = "1"
_TEXT = "application/vnd.oasis.opendocument.text"
_HEADERS = ("style:header", "style:footer", "style:header-left", "style:footer-left")


def read(data: bytes) -> Projected:
    """The projected text of an OpenDocument text and the facts it states. Raises :class:`ReaderError`."""
    package = Package(data)
    media_type = (package.read("mimetype") or b"").decode("ascii", "replace").strip() or _TEXT
    if media_type not in (_TEXT, f"{_TEXT}-template", f"{_TEXT}-master"):
        found = "".join(sign for sign in media_type[:80] if sign.isprintable())
        raise ReaderError(f"this is no text document but {found}; save its text as .odt or .txt first")
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(name("manifest:encryption-data")), None) is not None:
        raise ReaderError("the document is encrypted; open it with its password and save it without one")
    content = package.xml("content.xml")
    text = content.find(f"{name('office:body')}/{name('office:text')}") if content is not None else None
    if content is None or text is None:
        raise ReaderError("the package holds no text document (content.xml); save the file again")
    styles = package.xml("styles.xml")
    projection = Projection()
    body = Body(projection, Styles([root for root in (styles, content) if root is not None]))
    projection.page(1)
    body.blocks(text)
    body.notes()
    _count_the_rest(projection, text, styles)
    return projection.projected(
        "odt", VERSION, media_type, states_paragraphs=True, pages_basis="last_saved" if body.paged else None
    )


def _count_the_rest(projection: Projection, text: etree._Element, styles: etree._Element | None) -> None:
    projection.omit("deleted_revisions", sum(1 for _ in text.iter(name("text:deletion"))))
    if styles is not None:
        kinds = [name(kind) for kind in _HEADERS]
        projection.omit(
            "headers_footers", sum("".join(map(str, each.itertext())).strip() != "" for each in styles.iter(kinds))
        )
