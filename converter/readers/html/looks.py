"""What the tags and the style of an element say about its text."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree

from converter.model.projection import Alignment
from converter.patterns import late

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong", "th", *HEADINGS))
_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "middle": "center", "right": "right", "end": "right",
    "justify": "both",
}  # fmt: skip
_DECLARATION = late(r"([a-z-]+)\s*:\s*([^;]*)")
_LENGTH = late(r"(-?[0-9]{0,4}(?:\.[0-9]{1,4})?)\s*(pt|px|em|rem|char)")
#: In points.
_UNITS = {"pt": 1.0, "px": 0.75}
_USUAL_SIZE = 12.0
#: ``<font size="4">`` in points (HTML 15.3.4).
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_HEAVY = 600


class Look(NamedTuple):
    """What is said about a stretch of text; it goes on to the elements inside, where these say nothing else."""

    bold: bool = False
    size: float | None = None
    font: str | None = None
    alignment: Alignment | None = None
    indent: float | None = None
    preformatted: bool = False
    tag: str | None = None
    level: int | None = None


def look_of(element: etree._Element, outer: Look) -> Look:
    """The look of the text in ``element``, which stands in one of the look ``outer``."""
    tag = element.tag
    changes: dict[str, Any] = {}
    if tag in _BOLD:
        changes["bold"] = True
    if tag in HEADINGS:
        changes |= {"tag": tag, "level": HEADINGS[tag]}
    elif tag == "pre":
        changes["preformatted"] = True
    elif tag == "center":
        changes["alignment"] = "center"
    elif tag == "font":
        changes |= _of_font(element)
    if (align := element.get("align")) and align.lower() in _ALIGNMENTS:
        changes["alignment"] = _ALIGNMENTS[align.lower()]
    if style := element.get("style"):
        changes |= _of_style(style, outer)
    return outer._replace(**changes) if changes else outer


def is_hidden(element: etree._Element) -> bool:
    """Whether the element is not shown."""
    if element.get("hidden") is not None:
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _of_font(element: etree._Element) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if size := _FONT_SIZES.get((element.get("size") or "").strip()):
        changes["size"] = size
    if face := element.get("face"):
        changes["font"] = _first_family(face)
    return changes


def _of_style(style: str, outer: Look) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, value in _DECLARATION.findall(style.lower()[:2000]):
        value = value.strip()
        if name == "font-weight":
            changes["bold"] = value in ("bold", "bolder") or (value.isdecimal() and int(value) >= _HEAVY)
        elif name == "font-size":
            size = _points(value, outer.size or _USUAL_SIZE)
            if size:
                changes["size"] = size
        elif name == "font-family":
            changes["font"] = _first_family(value)
        elif name == "text-align" and value in _ALIGNMENTS:
            changes["alignment"] = _ALIGNMENTS[value]
        elif name == "text-indent":
            size = outer.size or _USUAL_SIZE
            indent = _points(value, size)
            changes["indent"] = round(indent / size, 1) if indent is not None else None
        elif name == "white-space":
            changes["preformatted"] = value.startswith("pre")
    return changes


def _points(value: str, size: float) -> float | None:
    found = _LENGTH.match(value)
    if found is None or not found[1].strip("-."):
        return None
    return round(float(found[1]) * _UNITS.get(found[2], size), 2)


def _first_family(value: str) -> str | None:
    return re.split("[,，]", value)[0].strip(" \"'") or None
