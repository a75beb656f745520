"""Small binary Word files for tests, put together by hand after [MS-DOC] and [MS-CFB]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from struct import pack

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
#: Where the text begins in the main stream, behind the file information block.
_TEXT = 2 * SECTOR
_PAIRS = 93


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """An OLE2 file of ``streams``; each is filled up so that none is short enough for the small sectors."""
    sectors: list[bytes] = []
    chain: list[int] = [_FAT]
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    starts: list[tuple[str, int, int]] = []
    directory_sectors = (len(streams) + 4) // 4
    chain += [index + 2 for index in range(directory_sectors - 1)] + [_END]
    for name, data in streams.items():
        data = data.ljust(4096, b"\0")
        data += b"\0" * (-len(data) % SECTOR)
        start, count = len(chain), len(data) // SECTOR
        chain += [start + index + 1 for index in range(count - 1)] + [_END]
        sectors += [data[SECTOR * index : SECTOR * (index + 1)] for index in range(count)]
        starts.append((name, start, len(data)))
    for index, (name, start, size) in enumerate(starts, 2):
        following = index if index <= len(starts) else _FREE
        entries.append(_entry(name, 2, start, size, following=following))
    entries += [_entry("", 0, 0, 0)] * (4 * directory_sectors - len(entries))
    assert len(chain) <= SECTOR // 4
    fat = pack(f"<{SECTOR // 4}I", *chain, *[_FREE] * (SECTOR // 4 - len(chain)))
    header = pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
                  0, 1, 1, 0, 4096, _END, 0, _END, 0, 0) + pack("<108I", *[_FREE] * 108)  # fmt: skip
    return header.ljust(SECTOR, b"\0") + fat + b"".join(entries) + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE, following: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le")
    return letters.ljust(64, b"\0") + pack(
        "<HBBIII16xI16xIQ", len(letters) + 2 if name else 0, kind, 1, _FREE, following, child, 0, start, size
    )


def sprm(code: int, value: int) -> bytes:
    """One property modifier."""
    length = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}[code >> 13]
    return pack("<H", code) + (value % (1 << 8 * length)).to_bytes(length, "little")


@dataclass
class Run:
    """Characters and the modifiers of their format."""

    text: str
    changes: bytes = b""


@dataclass
class Paragraph:
    """Runs (or one text), a style by its number, modifiers, and the sign that ends it."""

    runs: Sequence[Run] | str
    changes: bytes = b""
    style: int = 0
    mark: str = "\r"


@dataclass
class Style:
    """A style of paragraphs; ``built_in`` is Word's own number of it."""

    name: str
    built_in: int = 0xFFE
    base: int = 0xFFF
    paragraph: bytes = b""
    character: bytes = b""


@dataclass
class Level:
    """A level of a list: a number format by its code, and what is drawn, ``%0`` … for the number of a level."""

    code: int
    text: str
    start: int = 1


@dataclass
class WordFile:
    """What a file holds; stories are in the order in which they stand in it."""

    body: Sequence[Paragraph]
    footnotes: Sequence[Sequence[Paragraph]] = ()
    headers: Sequence[str] = ()
    comments: Sequence[str] = ()
    text_box: str = ""
    styles: Sequence[Style] = (Style("Normal", 0),)
    lists: Sequence[Sequence[Level]] = ()
    fonts: Sequence[str] = ("Times New Roman", "仿宋_GB2312", "黑体")
    version: int = 0xC1
    flags: int = 0
    compressed: bool = False
    changes: dict[int, bytes] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """The file."""
        main, table = self.streams()
        return compound_file({"WordDocument": main, "0Table": table})

    def streams(self) -> tuple[bytes, bytes]:
        """The main stream and the stream of tables."""
        stories = [
            list(self.body),
            [paragraph for note in self.footnotes for paragraph in note],
            [Paragraph(text) for text in ("", "", "", "", "", "", *self.headers)] if self.headers else [],
            [Paragraph(text) for text in self.comments],
            [],
            [Paragraph(self.text_box)] if self.text_box else [],
        ]
        lengths = [sum(map(_length, story)) for story in stories]
        paragraphs = [paragraph for story in stories for paragraph in story]
        text = "".join(_text(paragraph) for paragraph in paragraphs)
        width = 1 if self.compressed else 2
        main = bytearray(_TEXT) + text.encode("cp1252" if self.compressed else "utf-16-le", "surrogatepass")
        main += b"\0" * (-len(main) % SECTOR)
        parts: dict[int, bytes] = {1: self._styles(), 15: self._fonts(), **self._lists(), **self._notes()}
        parts[12] = _pages(main, _character_runs(paragraphs, width), 1)
        parts[13] = _pages(main, _paragraph_runs(paragraphs, width), 13)
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        place = _TEXT * 2 | 0x40000000 if self.compressed else _TEXT
        parts[33] = b"\x02" + pack("<I", 16) + pack("<IIHIH", 0, units, 0, place, 0)
        parts |= self.changes
        table = bytearray()
        pairs = [(0, 0)] * _PAIRS
        for number, data in parts.items():
            pairs[number] = (len(table), len(data) if number != 73 else 2 + 28 * len(self.lists))
            table += data
        main[:_TEXT] = self._header(lengths, pairs).ljust(_TEXT, b"\0")
        return bytes(main), bytes(table)

    def _header(self, lengths: list[int], pairs: list[tuple[int, int]]) -> bytes:
        body, footnotes, headers, comments, endnotes, boxes = lengths
        base = pack("<HH6xH20x", 0xA5EC, self.version, self.flags)
        words = pack("<H28xH", 14, 22) + pack("<12x8I44x", body, footnotes, headers, 0, comments, endnotes, boxes, 0)
        return base + words + pack("<H", _PAIRS) + b"".join(pack("<II", *pair) for pair in pairs)

    def _notes(self) -> dict[int, bytes]:
        text = "".join(_text(paragraph) for paragraph in self.body)
        places = [index for index, sign in enumerate(text) if sign == "\x02"]
        ends = _ends([sum(map(_length, note)) for note in self.footnotes])
        parts = {}
        if self.footnotes:
            parts[2] = pack(f"<{len(places) + 1}I", *places, len(text)) + b"\1\0" * len(places)
            parts[3] = pack(f"<{len(ends) + 1}I", *ends, ends[-1] + 1)
        if self.headers:
            ends = _ends([1] * 6 + [len(text) + 1 for text in self.headers])
            parts[11] = pack(f"<{len(ends) + 1}I", *ends, ends[-1] + 1)
        if self.comments:
            parts[4] = bytes(4 * (len(self.comments) + 1) + 30 * len(self.comments))
        if self.text_box:
            parts[56] = bytes(4 * 3 + 22 * 2)
        return parts

    def _fonts(self) -> bytes:
        entries = b"".join(_counted(b"\0" * 39 + name.encode("utf-16-le") + b"\0\0") for name in self.fonts)
        return pack("<HH", len(self.fonts), 0) + entries

    def _styles(self) -> bytes:
        data = pack("<HHHHHHHHHHH", 18 + 2, len(self.styles), 10, 1, 0, 15, 0, 0, 1, 0, 0)
        return data + b"".join(_style(style, number) for number, style in enumerate(self.styles))

    def _lists(self) -> dict[int, bytes]:
        if not self.lists:
            return {}
        heads = b"".join(pack("<II18xBB", 100 + number, 0, 0, 0) for number in range(len(self.lists)))
        levels = b"".join(_level(level) for levels in self.lists for level in [*levels, *[Level(0xFF, "")] * 9][:9])
        overrides = b"".join(pack("<I8xBBBx", 100 + number, 0, 0, 0) for number in range(len(self.lists)))
        return {
            73: pack("<H", len(self.lists)) + heads + levels,
            74: pack("<I", len(self.lists)) + overrides + pack("<I", 0xFFFFFFFF) * len(self.lists),
        }


def _text(paragraph: Paragraph) -> str:
    runs = [Run(paragraph.runs)] if isinstance(paragraph.runs, str) else paragraph.runs
    return "".join(run.text for run in runs) + paragraph.mark


def _length(paragraph: Paragraph) -> int:
    return len(_text(paragraph).encode("utf-16-le", "surrogatepass")) // 2


def _ends(lengths: Sequence[int]) -> list[int]:
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + length)
    return ends


def _character_runs(paragraphs: Sequence[Paragraph], width: int) -> list[tuple[int, bytes]]:
    runs: list[tuple[int, bytes]] = []
    for paragraph in paragraphs:
        parts = [Run(paragraph.runs)] if isinstance(paragraph.runs, str) else list(paragraph.runs)
        for run in [*parts, Run(paragraph.mark)]:
            data = bytes([len(run.changes)]) + run.changes if run.changes else b""
            runs.append((len(run.text.encode("utf-16-le", "surrogatepass")) // 2 * width, data))
    return [run for run in runs if run[0]]


def _paragraph_runs(paragraphs: Sequence[Paragraph], width: int) -> list[tuple[int, bytes]]:
    runs = []
    for paragraph in paragraphs:
        data = pack("<H", paragraph.style) + paragraph.changes
        data = bytes([len(data) // 2 + 1]) + data if len(data) % 2 else bytes([0, len(data) // 2]) + data
        runs.append((_length(paragraph) * width, data))
    return runs


def _pages(main: bytearray, runs: list[tuple[int, bytes]], entry: int) -> bytes:
    """Write ``runs`` (bytes of text, format) on pages behind ``main``; gives the table of these pages."""
    bounds, numbers = [_TEXT], []
    at = _TEXT
    for first in range(0, len(runs), 10):
        group = runs[first : first + 10]
        page = bytearray(SECTOR)
        page[-1] = len(group)
        free = SECTOR - 2
        offsets = [at]
        for index, (length, data) in enumerate(group):
            at += length
            offsets.append(at)
            if data:
                free = (free - len(data)) // 2 * 2
                page[free : free + len(data)] = data
                page[4 * (len(group) + 1) + entry * index] = free // 2
        page[: 4 * len(offsets)] = pack(f"<{len(offsets)}I", *offsets)
        numbers.append(len(main) // SECTOR)
        main += page
        bounds.append(at)
    return pack(f"<{len(bounds)}I{len(numbers)}I", *bounds, *numbers)


def _counted(data: bytes) -> bytes:
    return bytes([len(data)]) + data


def _style(style: Style, number: int) -> bytes:
    name = style.name.encode("utf-16-le")
    data = pack("<HHHHH", style.built_in, 1 | style.base << 4, 2 | number << 4, 0, 0)
    data += pack("<H", len(style.name)) + name + b"\0\0"
    for changes in (pack("<H", number) + style.paragraph, style.character):
        data += b"\0" * (len(data) % 2) + pack("<H", len(changes)) + changes
    return pack("<H", len(data)) + data


def _level(level: Level) -> bytes:
    text, places, index = "", [], 0
    while index < len(level.text):
        if level.text[index] == "%":
            text += chr(int(level.text[index + 1]))
            places.append(len(text))
            index += 2
        else:
            text += level.text[index]
            index += 1
    head = pack("<IBB9sBIIBBBB", level.start, level.code, 0, bytes(places).ljust(9, b"\0"), 2, 0, 0, 0, 0, 0, 0)
    return head + pack("<H", len(text)) + text.encode("utf-16-le")
