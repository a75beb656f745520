"""Tables of a page: those of cells, and those that only lay the page out."""

from __future__ import annotations

from lxml import etree

from converter.readers.html.elements import has_text, text_in

#: A cell with so much text, or with so many paragraphs, is no cell of figures.
_LONGEST_CELL, _MOST_PARAGRAPHS = 600, 10
#: More columns than any table has; a page may state anything.
_MOST_COLUMNS = 100


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those of tables inside it aside."""
    rows: list[etree._Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def is_table_of_cells(table: etree._Element) -> bool:
    """Whether the table has rows of several cells, none of which holds a page of text or another table."""
    widest = 0
    for row in rows_of(table):
        cells = _cells(row)
        if any(_holds_a_page(cell) for cell in cells):
            return False
        widest = max(widest, sum(has_text(cell) for cell in cells))
    return widest > 1


def _holds_a_page(cell: etree._Element) -> bool:
    if cell.find(".//table") is not None:
        return True
    return len(text_in(cell, _LONGEST_CELL + 1)) > _LONGEST_CELL or len(cell.findall(".//p")) > _MOST_PARAGRAPHS


def cells_of(rows: list[etree._Element]) -> list[list[etree._Element | None]]:
    """The cells of each row by column; ``None`` where a cell from the left or from above reaches in."""
    table: list[list[etree._Element | None]] = []
    reaching: dict[int, int] = {}  # by column: how many rows more a cell from above takes
    for row in rows:
        written: list[etree._Element | None] = []
        for cell in _cells(row):
            _skip(written, reaching)
            column = len(written)
            across = min(_count(cell, "colspan"), _MOST_COLUMNS - column)
            written += [cell, *[None] * (across - 1)]
            down = _count(cell, "rowspan") - 1
            if down > 0:
                reaching |= dict.fromkeys(range(column, column + across), down)
            if len(written) >= _MOST_COLUMNS:
                break
        _skip(written, reaching)
        table.append(written)
    return table


def _skip(written: list[etree._Element | None], reaching: dict[int, int]) -> None:
    while reaching.get(len(written), 0) > 0 and len(written) < _MOST_COLUMNS:
        reaching[len(written)] -= 1
        written.append(None)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _count(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 6 else 1
