"""The elements of a page as lines: blocks and line breaks part lines, rows of tables have one each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from converter.model.projection import LineFacts
from converter.patterns import late
from converter.readers.bounds import MAX_DEPTH
from converter.readers.html.elements import BLOCKS, PICTURES, SILENT, has_text, text_in
from converter.readers.html.looks import Look, is_hidden, look_of
from converter.readers.html.tables import cells_of, is_table_of_cells, rows_of
from converter.readers.projecting import Projection

#: Tables inside each other; a page that is laid out by more is none.
_MOST_NESTED = 20
_BLANKS = late("[ \t\n\r\f]+")
#: A line break in the markup between two Chinese characters is no blank (CSS Text 4.1.2).
_BREAK_INSIDE = late("(?<=[⺀-〿㐀-鿿豈-﫿︰-﹏＀-￯])[ \t\f]*[\n\r][ \t\n\r\f]*(?=[⺀-〿㐀-鿿豈-﫿︰-﹏＀-￯])")


class PageWriter:
    """Writes elements into a projection, without recursion on their depth."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self._pieces: list[tuple[str, Look]] = []
        self._look = Look()
        self._soft = False
        self._numbers: list[int | None] = []  # the lists that are open, each with its next number
        self._pending_number = ""
        self._tables = 0
        self._around: set[etree._Element | None] = set()

    def write(self, element: etree._Element, until: etree._Element | None = None) -> None:
        """Write ``element`` and what is in it; stop before ``until``, whatever columns stand beside it."""
        self._around = set() if until is None else {until, *until.iterancestors()}
        stack: list[tuple[etree._Element, Look, Iterator[etree._Element] | None]] = [(element, Look(), None)]
        while stack:
            current, look, children = stack.pop()
            if children is None:
                if current is until:
                    break
                children = self._enter(current, look)
                look = self._look
            child = next(children, None)
            if child is None:
                self._leave(current)
                if stack:
                    self._text(current.tail, stack[-1][1])
                continue
            stack.append((current, look, children))
            stack.append((child, look, None))
        self.end_line()

    def _enter(self, element: etree._Element, outer: Look) -> Iterator[etree._Element]:
        """Begin an element; gives the children that are to be written."""
        tag = element.tag
        self._look = outer
        if not isinstance(tag, str) or tag in SILENT or is_hidden(element):
            self._count(element)
            return iter(())
        look = self._look = look_of(element, outer)
        if tag == "br":
            self._break()
        elif tag == "img":
            self.projection.omit("pictures")
        elif tag in BLOCKS:
            self.end_line()
            if tag in ("ol", "ul", "menu"):
                self._numbers.append(_first_number(element) if tag == "ol" else None)
            elif tag == "li":
                self._number(element)
            elif tag in ("td", "th") and self._stands_beside(element):
                return iter(())
            elif tag == "table" and self._is_table(element):
                self._table(element)
                return iter(())
        self._text(element.text, look)
        return iter(element)

    def _is_table(self, element: etree._Element) -> bool:
        """Whether the element is a table of cells; tables of layout inside each other are looked into so far only."""
        self._tables += 1
        return self._tables <= _MOST_NESTED and element not in self._around and is_table_of_cells(element)

    def _stands_beside(self, cell: etree._Element) -> bool:
        """Whether the cell is a column beside the one in which the writer is to stop."""
        return cell not in self._around and cell.getparent() in self._around

    def _leave(self, element: etree._Element) -> None:
        if element.tag == "table":
            self._tables -= 1
        if element.tag in BLOCKS:
            self.end_line()
            if element.tag in ("ol", "ul", "menu") and self._numbers:
                self._numbers.pop()

    def _count(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in PICTURES:
            self.projection.omit("pictures")
        elif isinstance(tag, str) and tag not in SILENT and has_text(element):
            self.projection.omit("hidden_text")

    def _text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if not look.preformatted:
            self._pieces.append((text, look))
            return
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if number:
                self._break()
            self._pieces.append((line, look))

    def _number(self, element: etree._Element) -> None:
        """What a browser draws before an entry of a list."""
        if not self._numbers or len(self._numbers) > MAX_DEPTH:
            return
        number = self._numbers[-1]
        if number is None:
            return  # bullets of pages are drawn for menus as for lists, and most are switched off
        value = element.get("value", "")
        number = int(value) if value.isdecimal() and len(value) < 7 else number
        self._numbers[-1] = number + 1
        self._pending_number = f"{number}. "

    def _break(self) -> None:
        """``<br>``: the next line may go on in the paragraph."""
        had_text = self._end_line()
        self._soft = self._soft or had_text

    def end_line(self) -> None:
        """End the line, if there is one: what follows begins a paragraph."""
        self._end_line()
        self._soft = False

    def _end_line(self) -> bool:
        pieces, self._pieces = self._pieces, []
        text = _collapsed(pieces)
        if not text or text.isspace():
            return False
        if self._pending_number:
            self.projection.write(self._pending_number, "numbering")
        drawn, self._pending_number = len(self._pending_number), ""
        self.projection.write(text)
        self.projection.end(self._facts(pieces, drawn))
        return True

    def _facts(self, pieces: list[tuple[str, Look]], drawn: int) -> LineFacts:
        inked = [(sum(not sign.isspace() for sign in text), text, look) for text, look in pieces]
        inked = [each for each in inked if each[0]]
        _, _, most = max(inked, key=lambda each: each[0])
        first = inked[0][2]
        bold = takewhile(lambda each: each[1].bold or not each[0].strip(), pieces)
        bold_run = len(_tidied("".join(text for text, _ in bold))) if first.bold else 0
        return LineFacts(
            kind="line" if self._soft else "paragraph",
            style=first.tag,
            outline_level=first.level,
            alignment=first.alignment,
            size=most.size,
            bold=all(look.bold for _, _, look in inked),
            font=most.font,
            indent=first.indent if not self._soft else None,
            bold_run=min(drawn + bold_run, self.projection.in_line) if bold_run else 0,
        )

    def _table(self, table: etree._Element) -> None:
        caption = table.find("caption")
        if caption is not None:
            self._pieces.append((text_in(caption), Look()))
            self.end_line()
        for row in cells_of(rows_of(table)):
            for cell in row:
                self.projection.next_cell()
                if cell is not None:
                    self.projection.write(cell_text(cell))
            if row:
                self.projection.end(LineFacts(kind="table_row"))


def cell_text(cell: etree._Element) -> str:
    """The text of a cell in one line; a blank parts its paragraphs."""
    pieces: list[str] = []
    stack: list[etree._Element | str | None] = [cell]
    while stack:
        each = stack.pop()
        if each is None:
            continue
        if isinstance(each, str):
            pieces.append(each)
            continue
        shown = isinstance(each.tag, str) and each.tag not in SILENT and not is_hidden(each)
        parting = " " if each.tag in BLOCKS or each.tag == "br" else ""
        if each is not cell:
            stack.append(each.tail)
        stack.append(parting)
        if shown:
            stack += reversed([parting, each.text, *each])
    return _tidied("".join(pieces))


def _collapsed(pieces: list[tuple[str, Look]]) -> str:
    """The pieces of a line as one text; blanks of the markup are one blank, or none at the edges."""
    if any(look.preformatted for _, look in pieces):
        return "".join(text for text, _ in pieces).strip(" \t\n\r\f")
    return _tidied("".join(text for text, _ in pieces))


def _tidied(text: str) -> str:
    if "\n" in text or "\r" in text:
        text = _BREAK_INSIDE.sub("", text)
    return _BLANKS.sub(" ", text).strip(" ")


def _first_number(element: etree._Element) -> int:
    start = element.get("start", "")
    return int(start) if re.fullmatch("[0-9]{1,6}", start) else 1
