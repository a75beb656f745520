"""The lists of a file ([MS-DOC] 2.9.131, 2.9.150): how each level is numbered, and what a list override changes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from struct import error

from converter.readers.doc.binary import i32, u16, u32
from converter.readers.doc.header import Header, Place
from converter.readers.list_numbers import LEVELS, Level

#: The number formats by their codes ([MS-OSHARED] 2.2.1.3, MSONFC), as ECMA-376 calls them.
_FORMATS = {
    0x00: "decimal", 0x01: "upperRoman", 0x02: "lowerRoman", 0x03: "upperLetter", 0x04: "lowerLetter",
    0x0A: "ideographDigital", 0x0B: "japaneseCounting", 0x0E: "decimalFullWidth", 0x0F: "decimalHalfWidth",
    0x11: "japaneseDigitalTenThousand", 0x12: "decimalEnclosedCircle", 0x13: "decimalFullWidth2",
    0x16: "decimalZero", 0x17: "bullet", 0x1A: "decimalEnclosedFullstop", 0x1B: "decimalEnclosedParen",
    0x1C: "decimalEnclosedCircleChinese", 0x1D: "ideographEnclosedCircle", 0x1E: "ideographTraditional",
    0x1F: "ideographZodiac", 0x20: "ideographZodiacTraditional", 0x21: "taiwaneseCounting",
    0x22: "ideographLegalTraditional", 0x23: "taiwaneseCountingThousand", 0x24: "taiwaneseDigital",
    0x25: "chineseCounting", 0x26: "chineseLegalSimplified", 0x27: "chineseCountingThousand",
    0x39: "numberInDash", 0xFF: "none",
}  # fmt: skip
_LIST_LENGTH, _LEVEL_LENGTH, _OVERRIDE_LENGTH = 28, 28, 16
_SIMPLE = 1
_LEGAL, _NO_RESTART = 4, 8
_STARTS, _FORMATTED = 0x10, 0x20
#: What follows a number: a tab, a blank, nothing. In the text a tab is a blank as well.
_SEPARATORS = (" ", " ", "")


@dataclass(slots=True)
class NumberedList:
    """A list override: the list whose counters it shares, its levels, and those that it starts over."""

    name: int
    levels: list[Level]
    starts: dict[int, int] = field(default_factory=dict)


def read_lists(header: Header) -> list[NumberedList | None]:
    """The list overrides in their order: the number of a paragraph's list less one is the index here.

    A damaged table ends where it is damaged: paragraphs then have no number.
    """
    overrides: list[NumberedList | None] = []
    with suppress(error, IndexError):
        _read_overrides(header.part(Place.LIST_OVERRIDES), _read_abstract(header), overrides)
    return overrides


def _read_abstract(header: Header) -> dict[int, list[Level]]:
    """The levels of each list by its name."""
    table, offset = header.table, header.offset(Place.LISTS)
    if not header.part(Place.LISTS):
        return {}
    count = u16(table, offset)
    offset += 2
    level_offset = offset + _LIST_LENGTH * count
    lists: dict[int, list[Level]] = {}
    for index in range(count):
        place = offset + _LIST_LENGTH * index
        levels = []
        for _ in range(1 if table[place + 26] & _SIMPLE else LEVELS):
            level, level_offset = _read_level(table, level_offset)
            levels.append(level)
        lists[u32(table, place)] = levels
    return lists


def _read_level(table: bytes, offset: int) -> tuple[Level, int]:
    """One level, and where the next begins."""
    start, code, flags = i32(table, offset), table[offset + 4], table[offset + 5]
    places = set(table[offset + 6 : offset + 15])
    follow, restart = table[offset + 15], table[offset + 26]
    offset += _LEVEL_LENGTH + table[offset + 24] + table[offset + 25]
    length = u16(table, offset)
    text = table[offset + 2 : offset + 2 + 2 * length].decode("utf-16-le", "replace")
    parts: list[str | int] = [
        ord(sign) if index in places and ord(sign) < LEVELS else _drawn(sign) for index, sign in enumerate(text, 1)
    ]
    level = Level(
        start=start,
        format=_FORMATS.get(code, "decimal"),
        text=[part for part in parts if part != ""],
        separator=_SEPARATORS[follow] if follow < len(_SEPARATORS) else "",
        restart=restart if flags & _NO_RESTART else None,
        legal=bool(flags & _LEGAL),
    )
    return level, offset + 2 + 2 * length


def _drawn(sign: str) -> str:
    """A sign of a symbol font (Wingdings) is a bullet; no control character is drawn."""
    if "\uf000" <= sign <= "\uf0ff":
        return "•"
    return sign if sign >= " " else ""


def _read_overrides(data: bytes, lists: dict[int, list[Level]], overrides: list[NumberedList | None]) -> None:
    if not data:
        return
    count = min(u32(data, 0), len(data) // _OVERRIDE_LENGTH)
    changed = []
    for index in range(count):
        place = 4 + _OVERRIDE_LENGTH * index
        name = u32(data, place)
        levels = lists.get(name)
        overrides.append(NumberedList(name, levels) if levels else None)
        changed.append(data[place + 12])
    offset = 4 + _OVERRIDE_LENGTH * count
    for override, levels_changed in zip(overrides, changed, strict=True):
        offset += 4
        for _ in range(levels_changed):
            offset = _override_level(data, offset, override)


def _override_level(data: bytes, offset: int, override: NumberedList | None) -> int:
    """Read one changed level; gives where the next begins."""
    start, flags = i32(data, offset), u32(data, offset + 4)
    offset += 8
    number = flags & 0xF
    level = None
    if flags & _FORMATTED:
        level, offset = _read_level(data, offset)
    if override is None or number >= len(override.levels):
        return offset
    if level is not None:
        override.levels = [*override.levels[:number], level, *override.levels[number + 1 :]]
        if flags & _STARTS:
            override.starts[number] = level.start
    elif flags & _STARTS:
        changed = replace(override.levels[number], start=start)
        override.levels = [*override.levels[:number], changed, *override.levels[number + 1 :]]
        override.starts[number] = start
    return offset
