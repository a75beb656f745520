"""The format of a paragraph and of a run of characters, as far as layout and outline ask for it.

The tables name the modifiers of [MS-DOC] 2.6 that are read; all others change nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from converter.model.projection import Alignment
from converter.readers.doc.binary import i16, u16, u32
from converter.readers.doc.modifiers import modifiers

_ALIGNMENTS: tuple[Alignment, ...] = ("left", "center", "right", "both", "both", "both")
#: No level: body text (sprmPOutLvl).
_BODY = 9


@dataclass(slots=True, frozen=True)
class ParagraphFormat:
    """``list`` is the number of a list override, 0 for none; ``depth`` how many tables the paragraph stands in.

    ``left`` and ``first_line`` are twentieths of a point, ``first_line_characters`` hundredths of a character.
    """

    style: int = 0
    outline_level: int | None = None
    alignment: Alignment | None = None
    left: int = 0
    first_line: int = 0
    first_line_characters: int = 0
    list: int = 0
    level: int = 0
    in_table: bool = False
    depth: int = 0
    row_end: bool = False
    inner_cell_end: bool = False
    inner_row_end: bool = False


@dataclass(slots=True, frozen=True)
class CharacterFormat:
    """``size`` is in half points; ``font`` the number of the East Asian font; ``symbol`` the sign of a symbol font."""

    style: int | None = None
    bold: bool = False
    size: int | None = None
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    special: bool = False
    symbol: int | None = None


def _byte(operand: bytes) -> int:
    return operand[0]


def _word(operand: bytes) -> int:
    return u16(operand, 0)


def _signed(operand: bytes) -> int:
    return i16(operand, 0)


def _flag(operand: bytes) -> bool:
    return bool(operand[0])


def _alignment(operand: bytes) -> Alignment | None:
    return _ALIGNMENTS[operand[0]] if operand[0] < len(_ALIGNMENTS) else None


def _outline_level(operand: bytes) -> int | None:
    return operand[0] + 1 if operand[0] < _BODY else None


def _list(operand: bytes) -> int:
    """A negative or reserved number says that a paragraph was in a list."""
    number = u16(operand, 0)
    return number if number <= 0x7FE else 0


def _symbol(operand: bytes) -> int:
    return u16(operand, 2)


_PARAGRAPH: dict[int, tuple[str, Callable[[bytes], object]]] = {
    0x4600: ("style", _word),  # sprmPIstd
    0x2640: ("outline_level", _outline_level),  # sprmPOutLvl
    0x2403: ("alignment", _alignment),  # sprmPJc80
    0x2461: ("alignment", _alignment),  # sprmPJc
    0x840F: ("left", _signed),  # sprmPDxaLeft80
    0x845E: ("left", _signed),  # sprmPDxaLeft
    0x8411: ("first_line", _signed),  # sprmPDxaLeft180
    0x8460: ("first_line", _signed),  # sprmPDxaLeft1
    0x4457: ("first_line_characters", _signed),  # sprmPDxcLeft1
    0x460B: ("list", _list),  # sprmPIlfo
    0x260A: ("level", _byte),  # sprmPIlvl
    0x2416: ("in_table", _flag),  # sprmPFInTable
    0x6649: ("depth", lambda operand: u32(operand, 0)),  # sprmPItap
    0x2417: ("row_end", _flag),  # sprmPFTtp
    0x244B: ("inner_cell_end", _flag),  # sprmPFInnerTableCell
    0x244C: ("inner_row_end", _flag),  # sprmPFInnerTtp
}
_CHARACTER: dict[int, tuple[str, Callable[[bytes], object]]] = {
    0x4A30: ("style", _word),  # sprmCIstd
    0x4A43: ("size", _word),  # sprmCHps
    0x4A50: ("font", _word),  # sprmCRgFtc1
    0x6A09: ("symbol", _symbol),  # sprmCSymbol
    0x0855: ("special", _flag),  # sprmCFSpec
    0x0800: ("deleted", _flag),  # sprmCFRMarkDel
}
#: 0 and 1 are said, 0x80 is as in the style, 0x81 the opposite of it.
_TOGGLES = {0x0835: "bold", 0x083C: "hidden"}  # sprmCFBold, sprmCFVanish
_AS_STYLE, _OPPOSITE = 0x80, 0x81
#: The modifiers of a long paragraph stand in the data stream, at the place that one of these gives (sprmPHugePapx).
_ELSEWHERE = (0x6645, 0x6646)


def paragraph_format(base: ParagraphFormat, changes: bytes, elsewhere: bytes = b"") -> ParagraphFormat:
    """``base`` with ``changes``; ``elsewhere`` is the data stream. Raises ``struct.error`` for a cut operand."""
    values: dict[str, object] = {}
    for code, operand in modifiers(changes):
        if code in _ELSEWHERE and elsewhere:
            place = u32(operand, 0)
            changes = elsewhere[place + 2 : place + 2 + u16(elsewhere, place)]
            return paragraph_format(base, changes)
        row = _PARAGRAPH.get(code)
        if row:
            values[row[0]] = row[1](operand)
    return replace(base, **values) if values else base  # type: ignore[arg-type]


def character_format(base: CharacterFormat, changes: bytes) -> CharacterFormat:
    """``base``, the format of the style, with ``changes``."""
    values: dict[str, object] = {}
    for code, operand in modifiers(changes):
        if row := _CHARACTER.get(code):
            values[row[0]] = row[1](operand)
        elif name := _TOGGLES.get(code):
            of_style = bool(getattr(base, name))
            values[name] = {_AS_STYLE: of_style, _OPPOSITE: not of_style}.get(operand[0], bool(operand[0]))
    return replace(base, **values) if values else base  # type: ignore[arg-type]
