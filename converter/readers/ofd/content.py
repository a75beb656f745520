"""The text of one page of an OFD: text objects with their places, in layers, blocks and composite objects."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from converter.language.widths import columns
from converter.readers.bounds import MAX_DEPTH
from converter.readers.ofd.elements import child, children, local, numbers
from converter.readers.pages.pieces import Piece

#: OFD counts in millimetres.
POINTS = 72 / 25.4
#: A piece ends where the next character stands further off than this share of its size: digits may be set full width.
_GAP = 0.6
#: Text that is turned by more than this (the sine of 15 degrees) does not run level.
_TURNED = 0.26
#: From this weight on a font is bold.
_BOLD = 600
#: The most numbers that one list of distances stands for (``g 1000000 5``).
_MOST_DISTANCES = 100_000
_GROUPS = ("Layer", "PageBlock", "Content")

#: Where the origin of an object stands on the page, and how it is turned: a b c d e f, as CTM writes it.
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Resources:
    """What the pages of one document refer to by number."""

    fonts: dict[str, str] = field(default_factory=dict)
    composites: dict[str, etree._Element] = field(default_factory=dict)


@dataclass(slots=True)
class Content:
    """What one page holds."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: int = 0
    turned: int = 0
    hidden: int = 0
    size: tuple[float, float] = (0.0, 0.0)


def read_content(
    page: etree._Element, resources: Resources, size: tuple[float, float], most_characters: int
) -> Content:
    """What ``page`` of a ``size`` in millimetres holds; of text about ``most_characters``.

    A page whose text is turned by quarters (a wide table) is turned to be read; text of other directions is counted.
    """
    content = Content()
    turns: dict[int | None, list[Piece]] = {0: []}
    left = most_characters
    for element, matrix in _objects(page, resources):
        kind = local(element)
        if element.get("Visible") in ("false", "0"):
            content.hidden += kind == "TextObject"
        elif kind == "ImageObject":
            content.pictures += 1
        elif kind == "TextObject" and left >= 0:
            quarters, pieces = _pieces(element, matrix, resources.fonts, size)
            turns.setdefault(quarters, []).extend(pieces)
            left -= sum(len(piece.text) for piece in pieces)
    counts = {quarters: sum(len(piece.text) for piece in pieces) for quarters, pieces in turns.items()}
    upright = max((quarters for quarters in counts if quarters is not None), key=lambda quarters: counts[quarters])
    content.pieces, content.turned = turns[upright], sum(counts.values()) - counts[upright]
    content.size = size if upright % 2 == 0 else (size[1], size[0])
    return content


def _objects(page: etree._Element, resources: Resources) -> Iterator[tuple[etree._Element, Matrix]]:
    """All objects of a page in the order in which they are drawn, each with the matrix of what it stands in."""
    stack: list[tuple[etree._Element, Matrix, int]] = [
        (element, _IDENTITY, 0) for content in children(page, "Content") for element in content
    ][::-1]
    composites = 0
    while stack:
        element, matrix, depth = stack.pop()
        kind = local(element)
        if kind in _GROUPS and depth < MAX_DEPTH:
            stack += [(inner, matrix, depth + 1) for inner in element][::-1]
        elif kind == "CompositeObject" and depth < MAX_DEPTH:
            unit = resources.composites.get(element.get("ResourceID", ""))
            composites += 1
            if unit is not None and composites <= MAX_DEPTH:
                placed = _combined(_placed(element), matrix)
                stack += [(inner, placed, depth + 1) for inner in children(unit, "Content")]
        else:
            yield element, matrix


def _placed(element: etree._Element) -> Matrix:
    """The matrix of an object: its own, moved to the corner of its boundary."""
    boundary = numbers(element.get("Boundary")) or [0.0, 0.0]
    x, y = (*boundary, 0.0, 0.0)[:2]
    own = numbers(element.get("CTM"))
    a, b, c, d, e, f = own[:6] if len(own) >= 6 else _IDENTITY
    return a, b, c, d, e + x, f + y


def _combined(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _pieces(
    element: etree._Element, outer: Matrix, fonts: Mapping[str, str], page: tuple[float, float]
) -> tuple[int | None, list[Piece]]:
    """By how many quarters the page is to be turned to read one text object, and its pieces as they stand then."""
    a, b, c, d, e, f = _combined(_placed(element), outer)
    own_size = (numbers(element.get("Size")) or [0.0])[0]
    size, along = own_size * math.hypot(c, d), math.hypot(a, b)
    scale = (numbers(element.get("HScale")) or [1.0])[0]
    if not (math.isfinite(e + f + size + scale + along) and size > 0 and along > 0):
        return None, []
    quarters = _quarters(a / along, b / along) if element.get("CharDirection", "0") in ("0", "") else None
    font = fonts.get(element.get("Font", ""))
    if (numbers(element.get("Weight")) or [400])[0] >= _BOLD:
        font = f"{font or ''} Bold".strip()
    pieces: list[Piece] = []
    x = y = 0.0
    for code in children(element, "TextCode"):
        x = (numbers(code.get("X")) or [x])[0]
        y = (numbers(code.get("Y")) or [y])[0]
        text, begins = code.text or "", True
        for sign, (right, down) in zip(text, _places(code, text, x, y, own_size * scale), strict=True):
            place, height = _turned(right * a + down * c + e, right * b + down * d + f, quarters or 0, page)
            place, height = place * POINTS, height * POINTS
            end = place + own_size * scale * along * POINTS * columns(sign) / 2
            last = pieces[-1] if pieces and not begins else None
            if last and abs(height - last.baseline) < 0.5 and abs(place - last.right) <= _GAP * last.size:
                last.text += sign
                last.right = end
            else:
                pieces.append(Piece(sign, place, end, height, round(size * POINTS, 1), font))
            begins = False
    return quarters, pieces


def _quarters(x: float, y: float) -> int | None:
    """By how many quarters, to the right, text in this direction is turned; ``None`` where it runs aslant."""
    if abs(y) <= _TURNED:
        return 0 if x > 0 else 2
    if abs(x) <= _TURNED:
        return 1 if y > 0 else 3
    return None


def _turned(x: float, y: float, quarters: int, page: tuple[float, float]) -> tuple[float, float]:
    """The place ``x, y`` on the page that was turned back by ``quarters``."""
    width, height = page
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[quarters]


def _places(code: etree._Element, text: str, x: float, y: float, width: float) -> Iterator[tuple[float, float]]:
    """Where each character of ``text`` stands; without distances one beside the other, ``width`` a full character."""
    across, down = _distances(code.get("DeltaX")), _distances(code.get("DeltaY"))
    for index, sign in enumerate(text):
        yield x, y
        if index < len(across):
            x += across[index]
        elif not down:
            x += width * columns(sign) / 2
        if index < len(down):
            y += down[index]


def _distances(text: str | None) -> list[float]:
    """``5 5 g 3 2.5`` is 5, 5, 2.5, 2.5, 2.5."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        try:
            if word.lower() == "g":
                count = int(next(words, "0"))
                found += [float(next(words, "0"))] * max(0, min(count, _MOST_DISTANCES - len(found)))
            else:
                found.append(float(word))
        except ValueError:
            break
    return found


def read_resources(root: etree._Element, resources: Resources) -> None:
    """Add the fonts and the composite units of one part of resources to ``resources``."""
    for group in root:
        for element in group:
            number = element.get("ID", "")
            if local(element) == "Font":
                resources.fonts[number] = element.get("FontName") or element.get("FamilyName") or ""
            elif local(element) == "CompositeGraphicUnit" and child(element, "Content") is not None:
                resources.composites[number] = element
