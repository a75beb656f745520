"""A Word document as a whole: its body, its notes at the end, and what is counted and left out."""

from __future__ import annotations

from lxml import etree

from converter.model.projection import Projected
from converter.readers.docx.body import Body
from converter.readers.docx.lists import Lists
from converter.readers.docx.names import T, w
from converter.readers.docx.parts import Parts
from converter.readers.docx.styles import Styles
from converter.readers.projecting import Projection

#: To be raised whenever the same file gives another text.
VERSION = "1"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
#: What the content types of a template's main part say.
_TEMPLATE_MARK = b"template.main+xml"


def read(data: bytes) -> Projected:
    """The projected text of a Word document and the facts it states. Raises :class:`ReaderError`."""
    parts = Parts(data)
    styles = Styles(parts.of_kind("styles"), parts.of_kind("theme"))
    projection = Projection()
    body = Body(projection, styles, Lists(parts.of_kind("numbering"), styles))
    projection.page(1)
    content = parts.document.find(w("body"))
    body.blocks(content if content is not None else parts.document)
    _write_notes(body, parts)
    _count_the_rest(projection, parts)
    paged = next(parts.document.iter(w("lastRenderedPageBreak")), None) is not None
    return projection.projected(
        "docx",
        VERSION,
        _TEMPLATE if parts.is_template(_TEMPLATE_MARK) else _DOCUMENT,
        states_paragraphs=True,
        pages_basis="last_saved" if paged else None,
    )


def _write_notes(body: Body, parts: Parts) -> None:
    """Footnotes and endnotes, in the order they are referred to, as lines behind the text."""
    notes: dict[tuple[str, str], etree._Element] = {}
    for kind in ("footnote", "endnote"):
        part = parts.of_kind(f"{kind}s")
        for element in part if part is not None else ():
            notes.setdefault((kind, element.get(w("id"), "")), element)
    for number, reference in enumerate(list(body.notes), 1):
        if reference in notes:
            body.note_text(notes[reference], f"[{number}]")


def _count_the_rest(projection: Projection, parts: Parts) -> None:
    comments = parts.of_kind("comments")
    if comments is not None:
        projection.omit("comments", sum(1 for _ in comments.iter(w("comment"))))
    for kind in ("header", "footer"):
        printed = (any((text.text or "").strip() for text in part.iter(T)) for part in parts.all_of_kind(kind))
        projection.omit("headers_footers", sum(printed))
    projection.omit("macros", sum(name.lower().endswith("vbaproject.bin") for name in parts.names))
