"""Styles of OpenDocument: paragraphs, runs and lists, from their defaults over parents to their own properties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from converter.model.projection import Alignment
from converter.patterns import late
from converter.readers.bounds import MAX_CHAIN
from converter.readers.list_numbers import LEVELS, Level
from converter.readers.looks import RunLook
from converter.readers.odt.names import name
from converter.readers.symbol_fonts import bullet

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "justify": "both",
}  # fmt: skip
_LENGTH = late(r"(-?[0-9]{1,5}(?:\.[0-9]{1,6})?)(in|cm|mm|pt|pc|px)")
#: In points.
_UNITS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_USUAL_SIZE = 12.0
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
#: How numbers are written, by the first sign or signs of ``style:num-format``, in the words of ECMA-376.
_NUMBER_FORMATS = {
    "1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter",
    "一, 二": "chineseCountingThousand", "一, 十": "ideographDigital", "壹, 贰": "chineseLegalSimplified",
    "壹, 貳": "ideographLegalTraditional", "甲, 乙": "ideographTraditional", "子, 丑": "ideographZodiac",
    "①": "decimalEnclosedCircle", "１": "decimalFullWidth", "": "none",
}  # fmt: skip
_PLACE = re.compile("%([1-9])%")
_SEPARATORS = {"nothing": "", "space": " ", "listtab": " "}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says, its parents included; lengths are in points."""

    shown: str | None = None
    alignment: Alignment | None = None
    left: float | None = None
    first: float | None = None
    run: RunLook = field(default_factory=RunLook)

    def indent(self, size: float) -> float | None:
        """How far the first line is indented, in characters of ``size`` points."""
        if self.left is None and self.first is None:
            return None
        return round(((self.left or 0) + (self.first or 0)) / size, 1)


class Styles:
    """The styles of a document, resolved when they are asked for."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._lists: dict[str, list[Level]] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, RunLook] = {}
        self._fonts: dict[str, str] = {}
        for root in roots:
            for element in root.iter(name("style:style"), name("style:default-style"), name("text:list-style")):
                if element.tag == name("text:list-style"):
                    self._lists[element.get(name("style:name"), "")] = _levels(element)
                elif element.tag == name("style:default-style"):
                    self._defaults[element.get(name("style:family"), "")] = element
                else:
                    key = element.get(name("style:family"), ""), element.get(name("style:name"), "")
                    self._elements[key] = element
            for face in root.iter(name("style:font-face")):
                family = face.get(name("svg:font-family"))
                if family:
                    self._fonts[face.get(name("style:name"), "")] = family
            for element in root.iter(name("text:outline-style")):
                self._lists[""] = _levels(element)

    def levels(self, style: str | None) -> list[Level] | None:
        """The levels of a list style; ``""`` is the numbering of headings."""
        return self._lists.get(style) if style is not None else None

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """A paragraph style with all that it is based on."""
        style = style or ""
        if style not in self._paragraphs:
            self._paragraphs[style] = self._paragraph(style)
        return self._paragraphs[style]

    def run(self, style: str | None) -> RunLook:
        """A character style with all that it is based on, the defaults aside."""
        style = style or ""
        if style not in self._runs:
            look = RunLook()
            for element in self._chain("text", style):
                look = look.over(self._run_look(element, look.size or _USUAL_SIZE))
            self._runs[style] = look
        return self._runs[style]

    def _paragraph(self, style: str) -> ParagraphStyle:
        shown = alignment = left = first = None
        run = RunLook(size=_USUAL_SIZE)
        chain = self._chain("paragraph", style)
        default = self._defaults.get("paragraph")
        for element in [default, *chain] if default is not None else chain:
            run = run.over(self._run_look(element, run.size or _USUAL_SIZE))
            # Automatic styles have no name of their own: what is shown is that of the style they were made from.
            if element.get(name("style:display-name")) or not _is_automatic(element):
                shown = element.get(name("style:display-name")) or element.get(name("style:name")) or shown
            properties = element.find(name("style:paragraph-properties"))
            if properties is not None:
                alignment = _ALIGNMENTS.get(properties.get(name("fo:text-align"), "")) or alignment
                own_left, own_first = (
                    _points(properties.get(name(f"fo:{side}"))) for side in ("margin-left", "text-indent")
                )
                left = own_left if own_left is not None else left
                first = own_first if own_first is not None else first
        return ParagraphStyle(shown, alignment, left, first, run)

    def _chain(self, family: str, style: str) -> list[etree._Element]:
        """The style and what it is based on, the outermost first."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while (family, style) in self._elements and style not in seen and len(chain) < MAX_CHAIN:
            seen.add(style)
            chain.append(self._elements[family, style])
            style = chain[-1].get(name("style:parent-style-name"), "")
        return chain[::-1]

    def _run_look(self, element: etree._Element, size: float) -> RunLook:
        """What a style says itself; ``size`` is that of what it is based on."""
        properties = element.find(name("style:text-properties"))
        if properties is None:
            return RunLook()
        weight = properties.get(name("style:font-weight-asian")) or properties.get(name("fo:font-weight"))
        stated = properties.get(name("style:font-size-asian")) or properties.get(name("fo:font-size"))
        font = properties.get(name("style:font-family-asian")) or properties.get(name("fo:font-family"))
        named = properties.get(name("style:font-name-asian")) or properties.get(name("style:font-name"))
        if named is not None and (font is None or properties.get(name("style:font-family-asian")) is None):
            font = self._fonts.get(named, font or named)
        hidden = properties.get(name("text:display"))
        return RunLook(
            None if weight is None else weight in _BOLD,
            _points(stated, size),
            font.strip("'\"") if font else None,
            None if hidden is None else hidden == "none",
        )


def _is_automatic(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == name("office:automatic-styles")


def _points(length: str | None, whole: float = 0.0) -> float | None:
    """A length in points, or a share of ``whole``: ``16pt``, ``0.44in``, ``120%``."""
    if length is None:
        return None
    if whole and length.endswith("%") and length[:-1].isdecimal() and len(length) < 6:
        return round(whole * int(length[:-1]) / 100, 2)
    found = _LENGTH.fullmatch(length)
    return round(float(found[1]) * _UNITS[found[2]], 2) if found else None


def _levels(style: etree._Element) -> list[Level]:
    levels = [Level(format="none") for _ in range(LEVELS)]
    for element in style:
        depth = _integer(element.get(name("text:level")), 0)
        if 0 < depth <= LEVELS:
            levels[depth - 1] = _level(element, depth)
    return levels


def _level(element: etree._Element, depth: int) -> Level:
    label = element.find(f"{name('style:list-level-properties')}/{name('style:list-level-label-alignment')}")
    followed = label.get(name("text:label-followed-by"), "listtab") if label is not None else "space"
    separator = _SEPARATORS.get(followed, " ")
    if element.tag in (name("text:list-level-style-bullet"), name("text:list-level-style-image")):
        return Level(format="bullet", text=[bullet(element.get(name("text:bullet-char"), "•"))], separator=separator)
    number_format = element.get(name("style:num-format"), "")
    return Level(
        start=_integer(element.get(name("text:start-value")), 1),
        format=_format(number_format),
        text=_parts(element, depth, number_format),
        separator=separator,
    )


def _format(number_format: str) -> str:
    if number_format in _NUMBER_FORMATS:
        return _NUMBER_FORMATS[number_format]
    return next(
        (known for signs, known in _NUMBER_FORMATS.items() if signs and number_format.startswith(signs)), "decimal"
    )


def _parts(element: etree._Element, depth: int, number_format: str) -> list[str | int]:
    """What is drawn, with the level where its number stands: prefix, the numbers of the levels shown, suffix."""
    whole = element.get(name("loext:num-list-format"))
    if whole is not None:
        pieces = _PLACE.split(whole)
        return [int(piece) - 1 if index % 2 else piece for index, piece in enumerate(pieces) if piece]
    if not number_format:
        return []
    shown = min(max(_integer(element.get(name("text:display-levels")), 1), 1), depth)
    parts: list[str | int] = [element.get(name("style:num-prefix"), "")]
    for level in range(depth - shown, depth):
        parts += [level, "."]
    parts[-1] = element.get(name("style:num-suffix"), "")
    return [part for part in parts if part != ""]


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch("[0-9]{1,6}", text) else otherwise
