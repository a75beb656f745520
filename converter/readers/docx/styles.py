"""Styles: what a paragraph or a run is like, from the defaults over based-on styles to its own properties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from lxml import etree

from converter.model.projection import Alignment
from converter.readers.bounds import MAX_CHAIN
from converter.readers.docx.names import DRAWING, PPR, RPR, VAL, w
from converter.readers.looks import RunLook

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both",
    "distribute": "both",
}  # fmt: skip
_FALSE = ("0", "false", "off", "none")
#: The size of a text for which nothing is stated, in points.
USUAL_SIZE = 10.0
_TWIPS = 20.0  #: in a point


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """What a paragraph is like; ``None`` where nothing is stated.

    ``outline_level`` counts from 1, 10 is body text. Indents are in twips or, ``…_chars``, in hundredths of a
    character.
    ``list_id`` and ``list_level`` name the list; ``listed_by`` is the style that does so.
    """

    style: str | None = None
    outline_level: int | None = None
    alignment: Alignment | None = None
    left: float | None = None
    left_chars: float | None = None
    first: float | None = None
    first_chars: float | None = None
    list_id: str | None = None
    list_level: int | None = None
    listed_by: str | None = None

    def over(self, upper: ParagraphProperties) -> ParagraphProperties:
        """These properties with what ``upper`` states in its place."""
        stated = {each.name: value for each in fields(upper) if (value := getattr(upper, each.name)) is not None}
        return replace(self, **stated) if stated else self

    def indent(self, size: float) -> float | None:
        """How far the first line is indented, in characters of ``size`` points."""
        if self.left is self.left_chars is self.first is self.first_chars is None:
            return None
        left = self.left_chars / 100 if self.left_chars else (self.left or 0) / _TWIPS / size
        first = self.first_chars / 100 if self.first_chars else (self.first or 0) / _TWIPS / size
        return round(left + first, 1)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on."""

    name: str
    paragraph: ParagraphProperties
    run: RunLook


_PLAIN = Style("", ParagraphProperties(), RunLook())


class Styles:
    """The styles of a document, resolved when they are asked for."""

    def __init__(self, part: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        self.defaults = RunLook(size=USUAL_SIZE)
        if part is None:
            return
        default = part.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        self.defaults = self.defaults.over(self.run_properties(default))
        for element in part.iter(w("style")):
            name = element.get(w("styleId"))
            if name is not None:
                self._elements.setdefault(name, element)
                if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                    self._default = name

    def paragraph_style(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph with these ``w:pPr``, or the default one."""
        name = _value(properties, "pStyle")
        return self.style(name if name in self._elements else self._default)

    def style(self, name: str | None) -> Style:
        """The style ``name`` with all that it is based on; a plain one where there is none."""
        if name is None or name not in self._elements:
            return _PLAIN
        if name in self._styles:
            return self._styles[name]
        chain = self._chain(name)
        paragraph, run = ParagraphProperties(), RunLook()
        for each in reversed(chain):
            element = self._elements[each]
            own = paragraph_properties(element.find(PPR))
            if own.list_id is not None or own.list_level is not None:
                own = replace(own, listed_by=each)
            paragraph = paragraph.over(own)
            run = run.over(self.run_properties(element.find(RPR)))
        called = _value(self._elements[name], "name") or name
        found = self._styles[name] = Style(called, replace(paragraph, style=name), run)
        return found

    def basis(self, name: str) -> list[str]:
        """``name`` and the styles it is based on, nearest first."""
        return self._chain(name) if name in self._elements else []

    def _chain(self, name: str) -> list[str]:
        chain: list[str] = []
        following: str | None = name
        while following is not None and following in self._elements and following not in chain:
            chain.append(following)
            following = _value(self._elements[following], "basedOn") if len(chain) < MAX_CHAIN else None
        return chain

    def run_properties(self, properties: etree._Element | None) -> RunLook:
        """What ``w:rPr`` states itself."""
        if properties is None:
            return RunLook()
        bold = size = font = hidden = None
        for child in properties:
            tag = child.tag
            if tag == _B:
                bold = _on(child)
            elif tag == _SZ:
                size = _number(child.get(VAL), lambda value: value / 2)
            elif tag == _FONTS:
                theme = child.get(_FONT_THEME)
                font = self._theme.get(theme) if theme else child.get(_FONT)
            elif tag == _VANISH:
                hidden = _on(child)
        return RunLook(bold, size, font, hidden)


_B, _SZ, _FONTS, _VANISH = w("b"), w("sz"), w("rFonts"), w("vanish")
_FONT, _FONT_THEME = w("eastAsia"), w("eastAsiaTheme")


def paragraph_properties(properties: etree._Element | None) -> ParagraphProperties:
    """What ``w:pPr`` states itself, its style aside."""
    if properties is None:
        return ParagraphProperties()
    outline = alignment = list_id = list_level = None
    left = left_chars = first = first_chars = None
    for child in properties:
        tag = child.tag
        if tag == _OUTLINE:
            outline = _number(child.get(VAL), lambda value: int(value) + 1 if 0 <= value <= 9 else None)
        elif tag == _JC:
            alignment = _ALIGNMENTS.get(child.get(VAL, ""))
        elif tag == _NUMBERING:
            list_id, list_level = _value(child, "numId"), _number(_value(child, "ilvl"), int)
        elif tag == _IND:
            left = _twips(child.get(w("left")) or child.get(w("start")))
            left_chars = _twips(child.get(w("leftChars")) or child.get(w("startChars")))
            first = _first(child.get(w("firstLine")), child.get(w("hanging")))
            first_chars = _first(child.get(w("firstLineChars")), child.get(w("hangingChars")))
    return ParagraphProperties(None, outline, alignment, left, left_chars, first, first_chars, list_id, list_level)


_OUTLINE, _JC, _NUMBERING, _IND = w("outlineLvl"), w("jc"), w("numPr"), w("ind")


def _first(indent: str | None, hanging: str | None) -> float | None:
    if hanging is not None:
        back = _twips(hanging)
        return -back if back else back
    return _twips(indent)


def _twips(text: str | None) -> float | None:
    return _number(text, float)


_Number = TypeVar("_Number")


def _number(text: str | None, made: Callable[[float], _Number]) -> _Number | None:
    """What ``made`` makes of a number; ``None`` where ``text`` is none or beyond all measure."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return made(value) if -1e6 < value < 1e6 else None


def _value(parent: etree._Element | None, name: str) -> str | None:
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def _on(element: etree._Element) -> bool:
    return element.get(VAL, "true") not in _FALSE


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The East Asian fonts that a theme names: ``minorEastAsia`` → 宋体."""
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        group = theme.find(f".//{{{DRAWING}}}{kind}Font")
        if group is None:
            continue
        own = group.find(f"{{{DRAWING}}}ea")
        name = own.get("typeface") if own is not None else None
        for font in group.iter(f"{{{DRAWING}}}font"):
            if not name and font.get("script") == "Hans":
                name = font.get("typeface")
        if name:
            fonts[f"{kind}EastAsia"] = name
    return fonts
