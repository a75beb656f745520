"""What a page holds: pieces of text at their places, counted from the left and the top edge in points."""

from __future__ import annotations

from dataclasses import dataclass

#: The smallest type that shows anything, in points.
_SMALLEST = 0.5
#: How wide a blank is, in sizes of its type.
_BLANK_WIDTHS = {"\u3000": 1.0, " ": 0.5, "\u00a0": 0.5, "\t": 2.0}


@dataclass(slots=True)
class Piece:
    """Characters of one type that stand close together; ``baseline`` is the distance from the top of the page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str | None = None


@dataclass(slots=True)
class Page:
    """One page. ``pictures`` and ``turned`` count what it holds beside level text."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    pictures: int = 0
    turned: int = 0

    def shows(self, piece: Piece) -> bool:
        """Whether ``piece`` stands on the page or near it, in a size that can be read."""
        places = (piece.left, piece.right, piece.baseline)
        reach = 2 * (self.width + self.height)
        return all(abs(place) <= reach for place in places) and _SMALLEST <= piece.size <= reach


@dataclass(slots=True)
class Part:
    """A stretch of a line; ``generated``: the page has a gap there, and no character."""

    text: str
    generated: bool = False


@dataclass(slots=True)
class PageLine:
    """One line of a page in reading order.

    ``cells`` has one list of parts, more for a row of a table. ``left`` is where its first character stands that is no
    blank. ``margin`` and ``edge`` are the left and the right edge of the column it stands in; ``pitch`` is the usual
    width of a character on the pages, in sizes: more than 1 where they are set wide.
    """

    page: int
    cells: list[list[Part]]
    left: float
    right: float
    baseline: float
    size: float
    font: str | None = None
    margin: float = 0.0
    edge: float = 0.0
    is_row: bool = False
    pitch: float = 1.0

    @property
    def text(self) -> str:
        """The characters of the line, gaps between cells as tabs."""
        return "\t".join("".join(part.text for part in cell) for cell in self.cells)

    @property
    def indent(self) -> float:
        """How far the line is set in from the edge of its column, in characters."""
        return (self.left - self.margin) / (self.size * self.pitch)

    @property
    def lack(self) -> float:
        """How far the line ends before the right edge of its column, in characters."""
        return (self.edge - self.right) / (self.size * self.pitch)


def ink_left(text: str, left: float, size: float) -> float:
    """Where the first character of ``text`` that is no blank stands."""
    for sign in text:
        width = _BLANK_WIDTHS.get(sign)
        if width is None:
            break
        left += width * size
    return left
