"""The script of the process that opens a PDF: bytes on standard input, pieces of text as JSON on standard output.

It runs alone, without the package, so that a fault of the library below ends this process and no other.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from typing import Any

#: A piece ends where the next character stands further off than this share of its size.
_GAP = 0.2
#: Text that is turned by more than this (the sine of 15 degrees) does not run level: a wide table, a watermark.
_TURNED = 0.26
#: PDFium writes these for a hyphen at the end of a line.
_HYPHENS = ("\x02", "\ufffe")
#: What PDFium adds between characters by itself; only these are asked for.
_MAY_BE_GENERATED = frozenset(" \r\n\t\x02\ufffe")
_MAX_OBJECTS = 5_000
_PASSWORD_ERROR = 4


def main() -> None:
    """Read, extract, write; what went wrong is written as ``{"error": …}``."""
    memory, seconds, most_pages, most_characters = (int(word) for word in sys.argv[1:5])
    _limit(memory, seconds)
    data = sys.stdin.buffer.read()
    try:
        import pypdfium2
    except ImportError:
        found: dict[str, Any] = {"error": "missing"}
    else:
        found = _extract(pypdfium2, data, most_pages, most_characters)
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


def _limit(memory: int, seconds: int) -> None:
    """Bound the memory and the time of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _extract(pdfium: Any, data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or getattr(error, "err_code", None) == _PASSWORD_ERROR
        return {"error": "password" if locked else "broken"}
    count = len(document)
    if count > most_pages:
        return {"error": "pages", "count": count}
    pages = []
    characters = broken = 0
    for index in range(count):
        try:
            page = _Page(pdfium.raw, document[index])
            pages.append(page.read())
        except pdfium.PdfiumError:
            broken += 1
            pages.append({"width": 0, "height": 0, "pieces": [], "pictures": 0, "turned": 0})
            continue
        characters += page.characters
        if characters > most_characters:
            return {"error": "characters", "count": characters}
    return {"pages": pages, "broken": broken}


class _Page:
    """One page: its pieces of text as displayed, from the left and the top edge, in points.

    A page whose text is turned by quarters (a wide table) is turned to be read.
    """

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw = raw
        self._page = page
        self._text = page.get_textpage()
        self._rotation = page.get_rotation() // 90 % 4
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._fonts: dict[int, str] = {}
        self.characters = 0

    def read(self) -> dict[str, Any]:
        """The pieces of the direction in which most characters run; the others are counted as turned."""
        pieces: dict[int | None, list[list[Any]]] = {self._rotation: []}
        for rotation, piece in self._pieces():
            pieces.setdefault(rotation, []).append(piece)
        counts = {rotation: sum(len(piece[0]) for piece in group) for rotation, group in pieces.items()}
        upright = max((rotation for rotation in counts if rotation is not None), key=lambda rotation: counts[rotation])
        width, height = self._right - self._left, self._top - self._bottom
        if upright % 2:
            width, height = height, width
        return {
            "width": round(width, 2),
            "height": round(height, 2),
            "pieces": pieces[upright],
            "pictures": self._pictures(),
            "turned": sum(counts.values()) - counts[upright],
        }

    def _pieces(self) -> Iterator[tuple[int | None, list[Any]]]:
        """``[text, left, right, baseline, size, font]`` for each stretch of characters that stand close together.

        Before each stands by how many quarters the page is to be turned to read it, ``None`` for text that runs aslant.
        """
        raw, text = self._raw, self._text
        self.characters = count = text.count_chars()
        unicode_of, object_of, box_of = (
            raw.FPDFText_GetUnicode,
            raw.FPDFText_GetTextObject,
            raw.FPDFText_GetLooseCharBox,
        )
        generated = raw.FPDFText_IsGenerated
        box = raw.FS_RECTF()
        known: dict[int, tuple[float, float, str, int | None]] = {}
        current: list[Any] | None = None
        current_rotation: int | None = None
        for index in range(count):
            sign = chr(unicode_of(text, index) or 0xFFFD)
            if sign in _MAY_BE_GENERATED and (generated(text, index) == 1 or sign in "\r\n"):
                continue
            if not box_of(text, index, box):
                continue
            handle = object_of(text, index)
            address = ctypes.cast(handle, ctypes.c_void_p).value or 0
            style = known.get(address)
            if style is None:
                style = known[address] = self._style(index, handle)
            baseline, size, font, rotation = style
            left, right = self._span(box, rotation or 0)
            if sign in _HYPHENS:
                sign = "-"
            if (
                current is not None
                and current[3] == baseline
                and current[4] == size
                and current[5] == font
                and current_rotation == rotation
                and -_GAP * size <= left - current[2] <= _GAP * size
            ):
                current[0] += sign
                current[2] = max(current[2], right)
                continue
            if current is not None:
                yield current_rotation, current
            current, current_rotation = [sign, left, right, baseline, size, font], rotation
        if current is not None:
            yield current_rotation, current

    def _style(self, index: int, handle: Any) -> tuple[float, float, str, int | None]:
        """Baseline, size and font of a text object, and by how many quarters the page is turned to read it."""
        raw = self._raw
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(self._text, index) * scale
        rotation = _quarters(matrix.a, matrix.b)
        return round(self._down(x.value, y.value, rotation or 0), 1), round(size, 1), self._font(handle), rotation

    def _span(self, box: Any, rotation: int) -> tuple[float, float]:
        """The left and the right edge of a character as displayed."""
        left, right = (
            (box.left - self._left, box.right - self._left),
            (self._top - box.top, self._top - box.bottom),
            (self._right - box.right, self._right - box.left),
            (box.bottom - self._bottom, box.top - self._bottom),
        )[rotation]
        return round(left, 1), round(right, 1)

    def _down(self, x: float, y: float, rotation: int) -> float:
        """How far below the top edge a point is displayed."""
        down: float = (self._top - y, self._right - x, y - self._bottom, x - self._left)[rotation]
        return down

    def _font(self, handle: Any) -> str:
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(handle)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._fonts:
            self._fonts[address] = _font_name(raw, font) if address else ""
        return self._fonts[address]

    def _pictures(self) -> int:
        raw, page = self._raw, self._page.raw
        count = min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)
        kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index)) for index in range(count))
        return sum(kind == raw.FPDF_PAGEOBJ_IMAGE for kind in kinds)


def _quarters(x: float, y: float) -> int | None:
    """By how many quarters, to the left, a page is to be turned so that text in this direction runs level."""
    length = math.hypot(x, y)
    if not length:
        return 0
    if abs(y) / length <= _TURNED:
        return 0 if x > 0 else 2
    if abs(x) / length <= _TURNED:
        return 3 if y > 0 else 1
    return None


def _font_name(raw: Any, font: Any) -> str:
    """The name of a font without the tag of its subset: ``ABCDEF+SimHei`` is SimHei."""
    name_of = raw.FPDFFont_GetBaseFontName
    length = name_of(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    name_of(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace")
    return name[7:] if name[6:7] == "+" else name


if __name__ == "__main__":
    main()
