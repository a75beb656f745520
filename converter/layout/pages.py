"""What pages leave in a text: page numbers, running heads, notes that a text goes on elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from converter.layout.lines import Line, is_complete

#: Page numbers that nothing else looks like: an example, and a pattern for the line without its blanks.
PAGE_NUMBERS: tuple[tuple[str, str], ...] = (
    ("— 3 —", r"[—–―─－\-_~·•\.]{1,4}[0-9０-９]{1,4}[—–―─－\-_~·•\.]{1,4}"),
    (
        "第3页 共20页",
        r"第[0-9０-９一二三四五六七八九十百]{1,4}页(?:[，,/／]?共[0-9０-９一二三四五六七八九十百]{1,4}页)?",
    ),
    ("3/20", r"[0-9]{1,4}[/／][0-9]{1,4}"),
    ("Page 3 of 20", r"[Pp](?:age|AGE)?\.?[0-9]{1,4}(?:(?:of|/)[0-9]{1,4})?"),
)
#: Half a page number, at the end of a document that has whole ones: ``— 23``.
_HALF_NUMBER = re.compile(r"[—–―─－\-·]{1,2}[0-9]{1,4}|[0-9]{1,4}[—–―─－\-·]{1,2}")
_WHOLE_NUMBER = re.compile("|".join(f"(?:{pattern})" for _, pattern in PAGE_NUMBERS))
_BARE_NUMBER = re.compile("[0-9]{1,4}")
_MAY_BE_NUMBER = re.compile("[0-9０-９页]")
_LONGEST_NUMBER = 24
#: Bare numbers are page numbers when they count up, this many characters apart at least.
_PAGE_AT_LEAST = 120
_STEP_AT_MOST = 4

_ELSEWHERE = r"[（(〔\[](?:下转|上接|转|接)第?[0-9０-９A-Za-z一二三四五六七八九十]{1,4}版[面]?[）)〕\]]"
#: ``…竞争力百强，（下转第3版）`` and ``（上接第1版）岳山县获评…``.
_GOES_ON = re.compile(f"{_ELSEWHERE}$")
_COMES_FROM = re.compile(_ELSEWHERE)
_LONGEST_HEAD = 40
_TITLE_LINES = 5


def page_numbers(lines: list[Line]) -> set[int]:
    """The indices of ``lines`` that are page numbers."""
    found: set[int] = set()
    halves: list[int] = []
    bare: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_NUMBER or not _MAY_BE_NUMBER.search(line.text):
            continue
        text = "".join(line.text.split())
        if _BARE_NUMBER.fullmatch(text):
            bare.append((index, int(text)))
        elif _WHOLE_NUMBER.fullmatch(text):
            found.add(index)
        elif _HALF_NUMBER.fullmatch(text):
            halves.append(index)
    if found:
        found.update(halves)
    return found | _counting_up(lines, bare)


def _counting_up(lines: list[Line], bare: list[tuple[int, int]]) -> set[int]:
    """Of the lines that are a bare number, those that count up from page to page (numbers of a table do not)."""
    found: set[int] = set()
    chain: list[tuple[int, int]] = []
    for index, value in bare:
        if chain:
            before, last = chain[-1]
            if value == last or lines[index].start - lines[before].end < _PAGE_AT_LEAST:
                continue
            if not 0 < value - last <= _STEP_AT_MOST:
                found.update(_pages(chain))
                chain = []
        chain.append((index, value))
    found.update(_pages(chain))
    return found


def _pages(chain: list[tuple[int, int]]) -> list[int]:
    """The indices of a chain that is no accident: two numbers that count one by one, or three."""
    single = all(after - before == 1 for (_, before), (_, after) in pairwise(chain))
    return [index for index, _ in chain] if len(chain) >= (2 if single else 3) else []


def running_heads(lines: list[Line], numbers: set[int], starts_node: Callable[[str], bool]) -> set[int]:
    """The indices of ``lines`` that repeat a short line at page breaks.

    A place counts beside a page number, after a form feed, or inside a sentence. A line is a running head when it
    stands twice beside page numbers or form feeds, once there and once at the top of the document, or at three breaks
    of any kind; and where it stands between ``（下转第3版）`` and ``（上接第1版）``. Other places of the line stay.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEAD and index not in numbers and not is_complete(line.text):
            places.setdefault("".join(line.text.split()), []).append(index)
    found: set[int] = set()
    for text, indices in places.items():
        if len(indices) < 2 or len(text) < 3 or starts_node(text):
            continue
        sure = [index for index in indices if _beside_page_number(lines, numbers, index)]
        likely = [index for index in indices if index in sure[:1] or _inside_sentence(lines, index)]
        if len(sure) >= 2 or (sure and indices[0] < _TITLE_LINES):
            found.update(sure)
        if len(likely) >= 3:
            found.update(likely)
    found.discard(0)
    found.update(
        index
        for index in range(1, len(lines) - 1)
        if len(lines[index].text) <= _LONGEST_HEAD
        and _GOES_ON.search(lines[index - 1].text[-24:])
        and _COMES_FROM.match(lines[index + 1].text)
    )
    return found


def _beside_page_number(lines: list[Line], numbers: set[int], index: int) -> bool:
    return index - 1 in numbers or index + 1 in numbers or lines[index].page_break


def _inside_sentence(lines: list[Line], index: int) -> bool:
    """Whether the line before breaks off inside a sentence, being no short line itself."""
    before = lines[index - 1].text if index else ""
    return len(before) > _LONGEST_HEAD / 2 and not is_complete(before)


def take_continuation_notes(line: Line) -> list[tuple[int, int]]:
    """Shorten ``line`` by a note that the text goes on, or comes from, elsewhere; gives the stretches taken."""
    taken: list[tuple[int, int]] = []
    if found := _COMES_FROM.match(line.text):
        taken.append((line.start, line.start + found.end()))
        rest = line.text[found.end() :].lstrip()
        line.start = line.end - len(rest)
        line.text = rest
    if found := _GOES_ON.search(line.text, max(len(line.text) - 24, 0)):
        taken.append((line.start + found.start(), line.end))
        line.text = line.text[: found.start()].rstrip()
        line.end = line.start + len(line.text)
    return taken
