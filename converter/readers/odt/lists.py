"""Lists of OpenDocument: which list goes on in which, and what is drawn before an entry."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from converter.readers.list_numbers import LEVELS, ListNumbers
from converter.readers.odt.names import name
from converter.readers.odt.styles import Styles


@dataclass(slots=True)
class _Open:
    """An open ``text:list``: its style, the list that it counts in, and whether an entry waits for its number."""

    style: str | None
    identity: int
    pending: bool = False


class Lists:
    """The lists that are open where the reader stands, and the numbers they have come to."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._numbers = ListNumbers()
        self._open: list[_Open] = []
        self._by_id: dict[str, int] = {}
        self._last_of_style: dict[str | None, int] = {}
        self._count = 0

    def begin(self, element: etree._Element) -> None:
        """Open a ``text:list``; one inside another counts in the same list, a level deeper."""
        style = element.get(name("text:style-name")) or (self._open[-1].style if self._open else None)
        if self._open:
            self._open.append(_Open(style, self._open[-1].identity))
            return
        before, identifier = element.get(name("text:continue-list")), element.get(name("xml:id"))
        continued = self._by_id.get(before) if before is not None else None
        if continued is None and element.get(name("text:continue-numbering")) == "true":
            continued = self._last_of_style.get(style)
        if continued is None:
            self._count += 1
            continued = self._count
        self._last_of_style[style] = continued
        if identifier is not None:
            self._by_id[identifier] = continued
        self._open.append(_Open(style, continued))

    def end(self) -> None:
        """Close the innermost list."""
        self._open.pop()

    def entry(self, element: etree._Element) -> None:
        """Begin a ``text:list-item``: its first paragraph is numbered. A ``text:list-header`` has no number."""
        innermost = self._open[-1]
        innermost.pending = element.tag == name("text:list-item")
        start = element.get(name("text:start-value"), "")
        if start.isdecimal() and len(start) < 7:
            self._numbers.start_over(innermost.identity, self._depth, int(start))

    def number(self, outline_level: int | None) -> tuple[str, str]:
        """What is drawn before the next paragraph, and what parts it from its text; both empty for nothing."""
        if self._open:
            innermost = self._open[-1]
            levels = self._styles.levels(innermost.style)
            if not innermost.pending or levels is None:
                return "", ""
            innermost.pending = False
            depth, identity = self._depth, innermost.identity
        else:
            levels = self._styles.levels("")
            if outline_level is None or levels is None:
                return "", ""
            depth, identity = min(outline_level, LEVELS) - 1, 0
        drawn = self._numbers.label(identity, levels, depth)
        return (drawn, levels[depth].separator) if drawn.strip() else ("", "")

    @property
    def _depth(self) -> int:
        return min(len(self._open), LEVELS) - 1
