"""The body of a Word document: paragraphs, tables and text boxes, written line by line into the projected text."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from converter.model.projection import LineFacts, LineKind
from converter.patterns import late
from converter.readers.bounds import MAX_DEPTH
from converter.readers.docx.fields import Fields
from converter.readers.docx.lists import Lists
from converter.readers.docx.names import ALTERNATIVES, CHOICE, FALLBACK, PPR, RPR, TBL, TC, TR, VAL, P, w
from converter.readers.docx.runs import read_runs
from converter.readers.docx.styles import (
    USUAL_SIZE,
    ParagraphProperties,
    Style,
    Styles,
    paragraph_properties,
)
from converter.readers.looks import LineLook, RunLook, level_of_style
from converter.readers.projecting import Projection

#: Styles of a table of contents: ``toc 1``, ``TOC Heading``, ``目录 1``.
_CONTENTS_STYLE = late(r"(?i:toc)\s?(?:heading|标题|[1-9])|目录\s?[1-9]?")
#: A cell of so many paragraphs and characters is no cell of figures: the table lays out the page.
_PARAGRAPHS_OF_A_PAGE, _CHARACTERS_OF_A_PAGE = 10, 600
_HOLDERS = frozenset(w(name) for name in ("sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_BODY_LEVEL = 10
_GALLERY = f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"


class Body:
    """Writes the content of ``w:body``, of text boxes and of notes into a projection."""

    def __init__(self, projection: Projection, styles: Styles, lists: Lists) -> None:
        self.projection = projection
        self.notes: list[tuple[str, str]] = []  #: kind and id of each note, as they are referred to
        self._styles = styles
        self._lists = lists
        self._fields = Fields()
        self._page = 1
        self._in_cell = 0
        self._cell_has_text = False
        self._in_contents = 0
        self._kind: LineKind = "paragraph"
        # The paragraph at hand.
        self._style: Style = styles.style(None)
        self._properties = ParagraphProperties()
        self._run = RunLook()
        self._look = LineLook()
        self._boxes: list[etree._Element] = []
        self._soft = False
        self._joined = False  # the mark of the paragraph before was deleted: this one goes on in its line

    def blocks(self, parent: etree._Element, depth: int = 0) -> None:
        """Write the paragraphs and tables in ``parent``; nesting beyond all measure is left out and counted."""
        if depth > MAX_DEPTH:
            self.projection.omit("embedded_objects")
            return
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, depth)
            elif tag == TBL:
                self._table(child, depth)
            elif tag in _HOLDERS:
                self.blocks(child, depth + 1)
            elif tag == w("sdt"):
                self._structured(child, depth)
            elif tag == ALTERNATIVES:
                chosen = child.find(CHOICE) if child.find(CHOICE) is not None else child.find(FALLBACK)
                if chosen is not None:
                    self.blocks(chosen, depth + 1)
            elif tag == w("altChunk"):
                self.projection.omit("embedded_objects")

    def note_text(self, element: etree._Element, mark: str) -> None:
        """Write a note as lines of their own, its mark before the first."""
        self._kind = "note"
        self.projection.write(f"{mark} ", "numbering")
        self.blocks(element)
        self._kind = "paragraph"

    def _structured(self, element: etree._Element, depth: int) -> None:
        gallery = element.find(_GALLERY)
        content = element.find(w("sdtContent"))
        contents = gallery is not None and gallery.get(VAL, "").lower() == "table of contents"
        self._in_contents += contents
        if content is not None:
            self.blocks(content, depth + 1)
        self._in_contents -= contents

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        properties = element.find(PPR)
        self._style = self._styles.paragraph_style(properties)
        own = paragraph_properties(properties)
        self._properties = self._style.paragraph.over(own)
        if own.list_id is not None or own.list_level is not None:
            self._properties = replace(self._properties, listed_by=None)
        self._run = self._base = self._styles.defaults.over(self._style.run)
        if not self._joined:
            self._look = LineLook()
            self._soft = False
        contents_before = self._fields.in_contents
        self._joined = False
        self._number()
        read_runs(element, self)
        mark = properties.find(RPR) if properties is not None else None
        if mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None):
            self._joined = True
            self.projection.omit("deleted_revisions")
        else:
            self._end(contents_before or self._fields.in_contents)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, depth + 1)

    def _number(self) -> None:
        drawn, parting = self._lists.next(self._properties)
        if drawn:
            self.projection.write(drawn, "numbering")
            self.projection.write(parting, "separator")
            self._look.drawn = len(drawn) + len(parting)

    def _end(self, contents: bool = False) -> None:
        """End the line, or, inside a cell, part its paragraph from the next by a blank."""
        look, properties = self._look, self._properties
        if self._in_cell:
            self._cell_has_text = self._cell_has_text or bool(look.length or look.drawn)
            self._parting = bool(look.length or look.drawn)
            return
        size = look.size or self._base.size or USUAL_SIZE
        level = properties.outline_level
        kind: LineKind = "line" if self._soft else self._kind
        if contents or self._in_contents or _CONTENTS_STYLE.fullmatch(self._style.name):
            kind = "contents"
        facts = LineFacts(
            kind=kind,
            style=self._style.name or None,
            outline_level=_outline_level(level, self._style.name),
            alignment=properties.alignment,
            size=look.size,
            bold=look.all_bold,
            font=look.font,
            indent=None if self._soft else properties.indent(size),
            bold_run=look.bold_from_start,
        )
        self.projection.end(facts)

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = [row for row in _rows(table) if not self._is_deleted(row)]
        cells = [list(_cells(row)) for row in rows]
        if not self._in_cell and (all(len(row) <= 1 for row in cells) or _lays_out(table)):
            for row in cells:
                for cell in row:
                    self.blocks(cell, depth + 1)
            return
        for row in cells:
            for cell in row:
                self._cell(cell, depth)
            if row and not self._in_cell:
                self.projection.end(LineFacts(kind="table_row"))

    def _cell(self, cell: etree._Element, depth: int) -> None:
        properties = cell.find(w("tcPr"))
        if not self._in_cell:
            self.projection.next_cell()
        self._in_cell += 1
        if properties is None or not _goes_on_upwards(properties):
            self.blocks(cell, depth + 1)
        self._in_cell -= 1
        self._parting = self._in_cell > 0 and self._parting
        if not self._in_cell:
            for _ in range(_spanned(properties) - 1):
                self.projection.next_cell()

    def _is_deleted(self, row: etree._Element) -> bool:
        deleted = row.find(f"{w('trPr')}/{w('del')}") is not None
        self.projection.omit("deleted_revisions", int(deleted))
        return deleted

    # What stands inside a paragraph (converter.readers.docx.runs).

    _base = RunLook()
    _parting = False

    def begin_run(self, properties: etree._Element | None) -> None:
        """The runs that follow have these ``w:rPr``."""
        if properties is None:
            self._run = self._base
            return
        base = self._base
        style = properties.find(w("rStyle"))
        if style is not None:
            own = self._styles.style(style.get(VAL)).run
            # Bold in a paragraph style and in a character style cancel each other out (17.7.3).
            both = bool(own.bold) and bool(self._style.run.bold)
            base = replace(base.over(own), bold=False) if both else base.over(own)
        self._run = base.over(self._styles.run_properties(properties))

    def text(self, text: str) -> None:
        """Text that is shown, unless it is hidden or an instruction."""
        if not text or not self._fields.shows:
            return
        if self._run.hidden:
            self.projection.omit("hidden_text")
            return
        if self._parting:
            self.projection.write(" ", "separator")
            self._parting = False
        self.projection.write(text)
        self._look.add(text, self._run)

    def soft_break(self) -> None:
        """A line break or page break inside a paragraph: what follows has a line of its own."""
        if not self._fields.shows:
            return
        if self._in_cell:
            self._parting = self._parting or bool(self._look.length)
            return
        if self._look.length or self._look.drawn:
            self._end(self._fields.in_contents)
            self._look = LineLook()
            self._soft = True

    def page(self) -> None:
        """What follows stood on the next page when the file was saved last."""
        self._page += 1
        self.projection.page(self._page)

    def note(self, kind: str, name: str) -> None:
        """The reference to a note: its number in the text, where the file has it as a mark only."""
        if self._fields.shows and not self._run.hidden:
            self.notes.append((kind, name))
            mark = f"[{len(self.notes)}]"
            self.projection.write(mark, "numbering")
            self._look.add(mark, self._run)

    def box(self, content: etree._Element) -> None:
        """A text box, to be read after the paragraph it is anchored in."""
        self._boxes.append(content)

    def omit(self, kind: str) -> None:
        """Count what is left out."""
        self.projection.omit(kind)

    def field(self, element: etree._Element) -> None:
        """The beginning, the middle or the end of a field."""
        self._fields.mark(element)

    def instruction(self, text: str) -> None:
        """The instruction of a field."""
        self._fields.instruct(text)


def _outline_level(stated: int | None, style: str) -> int | None:
    """The level that is stated, or that of a built-in style, which need not state it."""
    if stated is None:
        return level_of_style(style)
    return stated if stated < _BODY_LEVEL else None


def _rows(table: etree._Element) -> list[etree._Element]:
    return _through_holders(table, TR)


def _cells(row: etree._Element) -> list[etree._Element]:
    return _through_holders(row, TC)


def _through_holders(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The children of this name, those that stand in a content control or an insertion as well."""
    found: list[etree._Element] = []
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            found.append(child)
        elif (child.tag in _HOLDERS or child.tag == w("sdt")) and len(stack) < MAX_DEPTH:
            stack.append(iter(child))
    return found


def _lays_out(table: etree._Element) -> bool:
    """Whether a cell holds a page of text, so that the table is no table but the frame of a page."""
    for cell in table.iter(TC):
        paragraphs = sum(1 for _ in cell.iter(P))
        if paragraphs > _PARAGRAPHS_OF_A_PAGE:
            return sum(len(text.text or "") for text in cell.iter(w("t"))) > _CHARACTERS_OF_A_PAGE
    return False


def _goes_on_upwards(properties: etree._Element) -> bool:
    """Whether the cell is the continuation of the one above."""
    merge = properties.find(w("vMerge"))
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _spanned(properties: etree._Element | None) -> int:
    """Over how many columns the cell reaches."""
    span = properties.find(w("gridSpan")) if properties is not None else None
    text = span.get(VAL, "1") if span is not None else "1"
    return min(int(text), 63) if text.isdecimal() else 1
