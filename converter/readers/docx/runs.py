"""What stands inside a paragraph: runs, and what holds runs; each element by a row of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from lxml import etree

from converter.readers.bounds import MAX_DEPTH
from converter.readers.docx.names import (
    ALTERNATIVES,
    BOX,
    CHART,
    CHOICE,
    DIAGRAM,
    FALLBACK,
    IMAGE_DATA,
    MATH_TEXT,
    MATHS,
    OLE_OBJECT,
    PICTURE,
    RPR,
    T,
    w,
)
from converter.readers.symbol_fonts import symbol

#: Elements that hold runs and add nothing of their own.
_HOLDERS = frozenset(
    w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_REVISED_AWAY = frozenset(w(name) for name in ("del", "moveFrom"))


class Paragraph(Protocol):
    """What the elements of a run are handed to."""

    def text(self, text: str) -> None: ...
    def soft_break(self) -> None: ...
    def page(self) -> None: ...
    def note(self, kind: str, name: str) -> None: ...
    def box(self, content: etree._Element) -> None: ...
    def omit(self, kind: str) -> None: ...
    def begin_run(self, properties: etree._Element | None) -> None: ...
    def field(self, element: etree._Element) -> None: ...
    def instruction(self, text: str) -> None: ...


def read_runs(paragraph: etree._Element, into: Paragraph) -> None:
    """Hand the runs of ``paragraph`` to ``into``, in order. What was deleted is counted only."""
    stack: list[Iterator[etree._Element]] = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == w("r"):
            _read_run(child, into)
        elif child.tag in _HOLDERS:
            _descend(stack, iter(child))
        elif child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            _descend(stack, iter(content if content is not None else ()))
        elif child.tag == ALTERNATIVES:
            _descend(stack, iter(_chosen(child)))
        elif child.tag in _REVISED_AWAY:
            into.omit("deleted_revisions")
        elif child.tag in MATHS:
            into.text("".join(text.text or "" for text in child.iter(MATH_TEXT)))


def _descend(stack: list[Iterator[etree._Element]], children: Iterator[etree._Element]) -> None:
    if len(stack) < MAX_DEPTH:
        stack.append(children)


def _read_run(run: etree._Element, into: Paragraph) -> None:
    into.begin_run(run.find(RPR))
    for child in run:
        read = _IN_RUN.get(child.tag)
        if read is not None:
            read(child, into)


def _text(element: etree._Element, into: Paragraph) -> None:
    into.text(element.text or "")


def _tab(element: etree._Element, into: Paragraph) -> None:
    into.text("\t")


def _break(element: etree._Element, into: Paragraph) -> None:
    into.soft_break()


def _hyphen(element: etree._Element, into: Paragraph) -> None:
    into.text("-")


def _page(element: etree._Element, into: Paragraph) -> None:
    into.page()


def _symbol(element: etree._Element, into: Paragraph) -> None:
    """``w:sym``: a sign of a symbol font by its number, which may stand in the private area."""
    try:
        sign = chr(int(element.get(w("char"), ""), 16))
    except (ValueError, OverflowError):
        return
    into.text(symbol(sign))


def _note(element: etree._Element, into: Paragraph) -> None:
    if element.get(w("customMarkFollows")) in (None, "0", "false"):
        into.note(etree.QName(element).localname.removesuffix("Reference"), element.get(w("id"), ""))


def _drawing(element: etree._Element, into: Paragraph) -> None:
    """Text boxes are read where they are anchored; pictures and embedded objects are counted."""
    stack: list[etree._Element] = [element]
    while stack:
        each = stack.pop()
        if each.tag == BOX:
            into.box(each)
        elif each.tag == ALTERNATIVES:
            stack += reversed(_chosen(each))
        elif each.tag in _COUNTED:
            into.omit(_COUNTED[each.tag])
        else:
            stack += reversed(each)


_COUNTED = {
    PICTURE: "pictures",
    IMAGE_DATA: "pictures",
    CHART: "embedded_objects",
    DIAGRAM: "embedded_objects",
    OLE_OBJECT: "embedded_objects",
}


def _alternatives(element: etree._Element, into: Paragraph) -> None:
    for child in _chosen(element):
        read = _IN_RUN.get(child.tag)
        if read is not None:
            read(child, into)


def _chosen(alternatives: etree._Element) -> list[etree._Element]:
    """The content of the first choice, unless only the one for older programs has text."""
    choice, fallback = alternatives.find(CHOICE), alternatives.find(FALLBACK)
    if choice is None or (fallback is not None and not _has_text(choice) and _has_text(fallback)):
        choice = fallback
    return list(choice) if choice is not None else []


def _has_text(element: etree._Element) -> bool:
    return next(element.iter(BOX, T), None) is not None


def _field(element: etree._Element, into: Paragraph) -> None:
    into.field(element)


def _instruction(element: etree._Element, into: Paragraph) -> None:
    into.instruction(element.text or "")


def _ruby(element: etree._Element, into: Paragraph) -> None:
    """Characters with their reading beside them: the characters only."""
    base = element.find(w("rubyBase"))
    if base is not None:
        into.text("".join(text.text or "" for text in base.iter(T)))


_IN_RUN: dict[str, Callable[[etree._Element, Paragraph], None]] = {
    T: _text,
    w("tab"): _tab,
    w("ptab"): _tab,
    w("br"): _break,
    w("cr"): _break,
    w("noBreakHyphen"): _hyphen,
    w("lastRenderedPageBreak"): _page,
    w("sym"): _symbol,
    w("footnoteReference"): _note,
    w("endnoteReference"): _note,
    w("drawing"): _drawing,
    w("pict"): _drawing,
    w("object"): _drawing,
    ALTERNATIVES: _alternatives,
    w("fldChar"): _field,
    w("instrText"): _instruction,
    w("ruby"): _ruby,
}
