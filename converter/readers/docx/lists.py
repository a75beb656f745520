"""The lists of a Word document (``numbering.xml``): which list a paragraph belongs to, and what is drawn before it."""

from __future__ import annotations

import re

from lxml import etree

from converter.readers.bounds import MAX_CHAIN
from converter.readers.docx.names import VAL, w
from converter.readers.docx.styles import ParagraphProperties, Styles
from converter.readers.list_numbers import LEVELS, Level, ListNumbers
from converter.readers.symbol_fonts import bullet

#: What parts a number from its text (``w:suff``); in the text a tab is a blank as well.
_SEPARATORS = {"tab": " ", "space": " ", "nothing": ""}
#: The place of the number of a level in the text of a level: ``第%1章``, ``%1.%2``.
_PLACE = re.compile("%([1-9])")
#: More than any list counts to; a damaged file may state anything.
_MOST = 1_000_000


class Lists:
    """The numbering of a document, counting on with each paragraph that is handed in, in reading order."""

    def __init__(self, part: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self._numbers = ListNumbers()
        self._levels: dict[str, list[Level]] = {}
        self._by_style: dict[str, dict[str, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if part is None:
            return
        for element in part:
            if element.tag == w("abstractNum"):
                self._abstract.setdefault(element.get(w("abstractNumId"), ""), element)
            elif element.tag == w("num"):
                self._lists.setdefault(element.get(w("numId"), ""), element)

    def next(self, properties: ParagraphProperties) -> tuple[str, str]:
        """What is drawn before the next paragraph, and what parts it from its text; both empty for nothing."""
        list_id = properties.list_id
        if list_id is None or list_id not in self._lists:
            return "", ""
        definition = self._definition(list_id)
        if definition is None:
            return "", ""
        levels = self._levels_of(list_id, definition)
        depth = self._depth(properties, definition)
        self._begin(list_id, definition, depth)
        drawn = self._numbers.label(definition, levels, depth)
        return (drawn, levels[depth].separator) if drawn.strip() else ("", "")

    def _begin(self, list_id: str, definition: str, depth: int) -> None:
        """Where the list begins a level anew (``startOverride``), let it begin when the level is first used."""
        if (list_id, depth) in self._begun:
            return
        self._begun.add((list_id, depth))
        for override in self._lists[list_id].iter(w("lvlOverride")):
            start = override.find(w("startOverride"))
            if override.get(w("ilvl")) == str(depth) and start is not None:
                self._numbers.start_over(definition, depth, _integer(start.get(VAL), 1))

    def _depth(self, properties: ParagraphProperties, definition: str) -> int:
        """The level of the paragraph: that which its style is linked to, else the one that is stated."""
        if properties.listed_by is not None and properties.style is not None:
            linked = self._linked(definition)
            for style in self._styles.basis(properties.style):
                if style in linked:
                    return min(max(linked[style], 0), LEVELS - 1)
        return min(max(properties.list_level or 0, 0), LEVELS - 1)

    def _linked(self, definition: str) -> dict[str, int]:
        if definition not in self._by_style:
            found: dict[str, int] = {}
            for level in self._abstract[definition].iter(w("lvl")):
                style = level.find(w("pStyle"))
                if style is not None:
                    found.setdefault(style.get(VAL, ""), _integer(level.get(w("ilvl")), 0))
            self._by_style[definition] = found
        return self._by_style[definition]

    def _definition(self, list_id: str) -> str | None:
        """The definition that a list refers to, over those that only name a style which refers to another list."""
        seen: set[str] = set()
        while list_id in self._lists and list_id not in seen and len(seen) < MAX_CHAIN:
            seen.add(list_id)
            reference = self._lists[list_id].find(w("abstractNumId"))
            definition = reference.get(VAL, "") if reference is not None else ""
            if definition not in self._abstract:
                return None
            link = self._abstract[definition].find(w("numStyleLink"))
            if link is None:
                return definition
            following = self._styles.style(link.get(VAL)).paragraph.list_id
            if following is None:
                return definition
            list_id = following
        return None

    def _levels_of(self, list_id: str, definition: str) -> list[Level]:
        if list_id not in self._levels:
            levels: dict[int, Level] = {}
            for element in self._abstract[definition].iter(w("lvl")):
                levels.setdefault(_integer(element.get(w("ilvl")), 0), _level(element))
            for override in self._lists[list_id].iter(w("lvlOverride")):
                own = override.find(w("lvl"))
                if own is not None:
                    levels[_integer(override.get(w("ilvl")), 0)] = _level(own)
            self._levels[list_id] = [levels.get(depth, _UNSTATED) for depth in range(LEVELS)]
        return self._levels[list_id]


#: A level that a definition leaves out is not numbered.
_UNSTATED = Level(format="none")


def _level(element: etree._Element) -> Level:
    def value(name: str) -> str | None:
        child = element.find(w(name))
        return None if child is None else child.get(VAL, "")

    number_format = value("numFmt") or "decimal"
    text = value("lvlText") or ""
    if element.find(w("lvlPicBulletId")) is not None:
        number_format, text = "bullet", "•"
    restart = value("lvlRestart")
    legal = element.find(w("isLgl"))
    return Level(
        start=_integer(value("start"), 0),
        format=number_format,
        text=[bullet(text)] if number_format == "bullet" else _parts(text),
        separator=_SEPARATORS.get(value("suff") or "tab", " "),
        restart=None if restart is None else _integer(restart, 0),
        legal=legal is not None and legal.get(VAL, "true") not in ("0", "false", "off"),
    )


def _parts(text: str) -> list[str | int]:
    """``第%1章`` as ``第``, the outermost level, ``章``."""
    pieces = _PLACE.split(text)
    return [int(piece) - 1 if index % 2 else piece for index, piece in enumerate(pieces) if piece]


def _integer(text: str | None, otherwise: int) -> int:
    try:
        return min(max(int(text or ""), -_MOST), _MOST)
    except ValueError:
        return otherwise
