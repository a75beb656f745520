"""The body of an OpenDocument text, written line by line into the projected text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from converter.model.projection import LineFacts, LineKind
from converter.readers.bounds import MAX_DEPTH
from converter.readers.looks import LineLook, RunLook
from converter.readers.odt.lists import Lists
from converter.readers.odt.names import name
from converter.readers.odt.styles import ParagraphStyle, Styles
from converter.readers.projecting import Projection

_USUAL_SIZE = 12.0
#: A cell of so many paragraphs and characters is no cell of figures: the table lays out the page.
_PARAGRAPHS_OF_A_PAGE, _CHARACTERS_OF_A_PAGE = 10, 600
_PARAGRAPHS = (name("text:p"), name("text:h"))
_CONTENTS = frozenset((name("text:table-of-content"), name("text:table-index"), name("text:illustration-index")))
#: Elements that hold blocks and add nothing of their own.
_HOLDERS = frozenset(
    name(each)
    for each in (
        "text:section", "text:index-body", "text:index-title", "text:numbered-paragraph", "draw:text-box",
        "text:list-item", "text:list-header", "draw:g", "text:note-body",
    )
)  # fmt: skip
_GROUPS = frozenset(name(each) for each in ("table:table-header-rows", "table:table-rows", "table:table-row-group"))
_INLINE = frozenset(name(each) for each in ("text:span", "text:a", "text:meta", "text:meta-field", "text:ruby-base"))
_COUNTED = {
    name("office:annotation"): "comments",
    name("draw:image"): "pictures",
    name("draw:object"): "embedded_objects",
    name("draw:object-ole"): "embedded_objects",
}
_MOST_REPEATED = 63


class Body:
    """Writes the content of ``office:text``, of text boxes and of notes into a projection."""

    def __init__(self, projection: Projection, styles: Styles) -> None:
        self.projection = projection
        self.paged = False
        self._styles = styles
        self._lists = Lists(styles)
        self._notes: list[etree._Element] = []
        self._boxes: list[etree._Element] = []
        self._page = 1
        self._in_cell = False
        self._parting = False
        self._in_contents = 0
        self._kind: LineKind = "paragraph"
        self._style = ParagraphStyle()
        self._level: int | None = None
        self._look = LineLook()
        self._soft = False

    def blocks(self, parent: etree._Element, depth: int = 0) -> None:
        """Write the paragraphs, lists and tables in ``parent``."""
        if depth > MAX_DEPTH:
            self.projection.omit("embedded_objects")
            return
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                self._paragraph(child, depth)
            elif tag == name("text:list"):
                self._list(child, depth)
            elif tag == name("table:table"):
                self._table(child, depth)
            elif tag in _CONTENTS:
                self._in_contents += 1
                self.blocks(child, depth + 1)
                self._in_contents -= 1
            elif tag == name("text:section") and child.get(name("text:display")) == "none":
                self.projection.omit("hidden_text")
            elif tag in _HOLDERS:
                self.blocks(child, depth + 1)
            elif tag == name("draw:frame"):
                self._frame(child)
                self._write_boxes(depth)
            elif tag == name("text:soft-page-break"):
                self._next_page()

    def notes(self) -> None:
        """Write the notes, in the order they are referred to, as lines behind the text."""
        self._kind = "note"
        for number, note in enumerate(list(self._notes), 1):
            self.projection.write(f"[{number}] ", "numbering")
            self.blocks(note)

    def _list(self, element: etree._Element, depth: int) -> None:
        self._lists.begin(element)
        for entry in element:
            self._lists.entry(entry)
            self.blocks(entry, depth + 1)
        self._lists.end()

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        self._style = self._styles.paragraph(element.get(name("text:style-name")))
        level = element.get(name("text:outline-level"), "")
        self._level = int(level) if element.tag == name("text:h") and level.isdecimal() and len(level) < 3 else None
        self._look = LineLook()
        self._soft = False
        drawn, parting = self._lists.number(self._level)
        if drawn:
            self.projection.write(drawn, "numbering")
            self.projection.write(parting, "separator")
            self._look.drawn = len(drawn) + len(parting)
        self._inline(element)
        self._end()
        self._write_boxes(depth)

    def _write_boxes(self, depth: int) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, depth + 1)

    def _end(self) -> None:
        look = self._look
        if self._in_cell:
            self._parting = self._parting or bool(look.length or look.drawn)
            return
        kind: LineKind = "contents" if self._in_contents else "line" if self._soft else self._kind
        size = look.size or self._style.run.size or _USUAL_SIZE
        facts = LineFacts(
            kind=kind,
            style=self._style.shown,
            outline_level=self._level,
            alignment=self._style.alignment,
            size=look.size,
            bold=look.all_bold,
            font=look.font,
            indent=None if self._soft else self._style.indent(size),
            bold_run=look.bold_from_start,
        )
        self.projection.end(facts)

    # What stands inside a paragraph.

    def _inline(self, paragraph: etree._Element) -> None:
        """The runs of a paragraph, without recursion on their depth."""
        look = self._style.run
        self._text(paragraph.text, look)
        stack: list[tuple[Iterator[etree._Element], RunLook, str | None]] = [(iter(paragraph), look, None)]
        while stack:
            children, look, tail = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if stack:
                    self._text(tail, stack[-1][1])
                continue
            if child.tag in _INLINE or child.tag == name("text:ruby"):
                inner = look.over(self._styles.run(child.get(name("text:style-name"))))
                self._text(child.text, inner)
                stack.append((iter(child), inner, child.tail))
                continue
            self._piece(child, look)
            self._text(child.tail, look)

    def _piece(self, element: etree._Element, look: RunLook) -> None:
        """An element inside a paragraph that is no run."""
        tag = element.tag
        if tag == name("text:s"):
            count = element.get(name("text:c"), "1")
            self._text(" " * (min(int(count), 200) if count.isdecimal() and len(count) < 6 else 1), look)
        elif tag == name("text:tab"):
            self._text("\t", look)
        elif tag == name("text:line-break"):
            self._break()
        elif tag == name("text:soft-page-break"):
            self._next_page()
        elif tag == name("text:note"):
            self._note(element, look)
        elif tag in (name("draw:frame"), name("draw:custom-shape"), name("draw:g")):
            self._frame(element)
        elif tag in _COUNTED:
            self.projection.omit(_COUNTED[tag])
        elif (
            isinstance(tag, str)
            and tag.startswith(name("text:"))
            and not tag.endswith(("ruby-text", "tracked-changes"))
        ):
            self._text("".join(str(text) for text in element.itertext()), look)  # a field: what it shows

    def _text(self, text: str | None, look: RunLook) -> None:
        if not text:
            return
        if look.hidden:
            self.projection.omit("hidden_text")
            return
        if self._parting and text.strip():
            self.projection.write(" ", "separator")
            self._parting = False
        self.projection.write(text)
        self._look.add(text, look)

    def _break(self) -> None:
        if self._in_cell:
            self._parting = self._parting or bool(self._look.length)
        elif self._look.length or self._look.drawn:
            self._end()
            self._look = LineLook()
            self._soft = True

    def _note(self, element: etree._Element, look: RunLook) -> None:
        body = element.find(name("text:note-body"))
        if body is not None:
            self._notes.append(body)
            mark = f"[{len(self._notes)}]"
            self.projection.write(mark, "numbering")
            self._look.add(mark, look)

    def _frame(self, element: etree._Element) -> None:
        """Text boxes are read after the paragraph they are anchored in; pictures and objects are counted."""
        stack = [element]
        while stack:
            each = stack.pop()
            if each.tag == name("draw:text-box") or (each.tag == name("draw:custom-shape") and _has_paragraph(each)):
                self._boxes.append(each)
            elif each.tag in _COUNTED:
                self.projection.omit(_COUNTED[each.tag])
                if each.tag != name("draw:image"):
                    return  # an object is followed by its picture
            else:
                stack += reversed(each)

    def _next_page(self) -> None:
        self.paged = True
        self._page += 1
        self.projection.page(self._page)

    # Tables.

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if self._in_cell:
            for row in rows:
                for cell, _ in row:
                    self.blocks(cell, depth + 1)
            return
        if all(len(row) <= 1 for row in rows) or any(_is_page(cell) for row in rows for cell, _ in row):
            for row in rows:
                for cell, _ in row:
                    self.blocks(cell, depth + 1)
            return
        for row in rows:
            for cell, repeated in row:
                for _ in range(repeated):
                    self.projection.next_cell()
                    self._in_cell, self._parting = True, False
                    self.blocks(cell, depth + 1)
                    self._in_cell = self._parting = False
            if row:
                self.projection.end(LineFacts(kind="table_row"))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == name("table:table-row"):
            yield child
        elif child.tag in _GROUPS:
            for row in child:
                if row.tag == name("table:table-row"):
                    yield row


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """The cells of a row, each with how often it stands there; a cell that another covers is empty."""
    for cell in row:
        if cell.tag in (name("table:table-cell"), name("table:covered-table-cell")):
            count = cell.get(name("table:number-columns-repeated"), "1")
            yield cell, min(int(count), _MOST_REPEATED) if count.isdecimal() and len(count) < 6 else 1


def _is_page(cell: etree._Element) -> bool:
    paragraphs = sum(1 for child in cell if child.tag in _PARAGRAPHS)
    return paragraphs > _PARAGRAPHS_OF_A_PAGE and sum(len(text) for text in cell.itertext()) > _CHARACTERS_OF_A_PAGE


def _has_paragraph(element: etree._Element) -> bool:
    return element.find(name("text:p")) is not None
