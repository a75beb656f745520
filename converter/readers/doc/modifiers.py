"""Property modifiers (Sprm, [MS-DOC] 2.2.5): the numbered changes that make up the format of a run or a paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from converter.readers.doc.binary import u16, u32, u32s

#: How long an operand is, by the three highest bits of the modifier; 6 is of variable length.
_OPERAND_LENGTHS = (1, 1, 2, 4, 2, 2, None, 3)
#: Modifiers whose length is written in two bytes.
_LONG = (0xD608, 0xD606)
_TAB_CHANGES = 0xC615
_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF


def modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The modifiers of one list, each with its operand (without its length); a list that is cut ends there."""
    offset = 0
    while offset + 3 <= len(data):
        code = u16(data, offset)
        offset += 2
        length = _OPERAND_LENGTHS[code >> 13]
        if length is None:
            if code in _LONG:
                if offset + 2 > len(data):
                    return
                length, offset = max(0, u16(data, offset) - 1), offset + 2
            else:
                length, offset = data[offset], offset + 1
                if code == _TAB_CHANGES and length == 255:
                    return
        yield code, data[offset : offset + length]
        offset += length


class FormattedRuns:
    """Which stretch of the main stream has which list of modifiers: the pages of formats ([MS-DOC] 2.9.33, 2.9.174)."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lists: list[bytes] = []

    def at(self, offset: int) -> bytes:
        """The modifiers at ``offset`` of the main stream; none where nothing is said."""
        index = bisect_right(self.starts, offset) - 1
        return self.lists[index] if index >= 0 and offset < self.ends[index] else b""

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """The stretches of ``[start, end)`` in order, without gap."""
        index = max(0, bisect_right(self.starts, start) - 1)
        at = start
        while at < end and index < len(self.starts):
            if self.ends[index] > at:
                if self.starts[index] > at:
                    upto = min(self.starts[index], end)
                    yield at, upto, b""
                    at = upto
                    continue
                upto = min(self.ends[index], end)
                yield at, upto, self.lists[index]
                at = upto
            index += 1
        if at < end:
            yield at, end, b""


def character_runs(main: bytes, plex: bytes) -> FormattedRuns:
    """The modifiers of each run of characters; ``plex`` says on which pages of ``main`` they stand."""
    runs = FormattedRuns()
    for page, count, bounds in _pages(main, plex):
        for index in range(count):
            offset = 2 * page[4 * (count + 1) + index]
            data = page[offset + 1 : offset + 1 + page[offset]] if offset else b""
            _add(runs, bounds[index], bounds[index + 1], data)
    return runs


def paragraph_runs(main: bytes, plex: bytes) -> FormattedRuns:
    """The style (two bytes) and the modifiers of each paragraph."""
    runs = FormattedRuns()
    for page, count, bounds in _pages(main, plex):
        for index in range(count):
            offset = 2 * page[4 * (count + 1) + 13 * index]
            data = b""
            if offset:
                length = 2 * page[offset] - 1 if page[offset] else 2 * page[offset + 1]
                start = offset + 1 if page[offset] else offset + 2
                data = page[start : start + length]
            _add(runs, bounds[index], bounds[index + 1], data)
    return runs


def _add(runs: FormattedRuns, start: int, end: int, data: bytes) -> None:
    """Only what goes on behind what is known: damaged pages may overlap."""
    if start < end and (not runs.ends or start >= runs.ends[-1]):
        runs.starts.append(start)
        runs.ends.append(end)
        runs.lists.append(data)


def _pages(main: bytes, plex: bytes) -> Iterator[tuple[bytes, int, tuple[int, ...]]]:
    """Each page with the number of its runs and their bounds."""
    count = min(max(0, (len(plex) - 4) // 8), len(main) // _PAGE + 1)
    total = max(0, (len(plex) - 4) // 8)
    for index in range(count):
        number = u32(plex, 4 * (total + 1) + 4 * index) & _PAGE_NUMBER
        page = main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE and 5 * page[-1] + 4 < _PAGE:
            yield page, page[-1], u32s(page, 0, page[-1] + 1)
