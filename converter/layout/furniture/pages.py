"""What pages leave in a text: page numbers, running heads, notes that a text goes on elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise

from converter.language.markers import starts_node
from converter.layout.lines import Line, is_complete
from converter.patterns import late

#: What scripts and printers put around the number of a page, and how it is counted.
_AROUND = r"[—–―─－\-_~·•.=*#\[\]()（）【】〔〕<>《》|]"
_COUNT = "[0-9一二三四五六七八九十百]{1,4}"
#: Page numbers that nothing else looks like: an example, and a pattern for the line without its blanks.
PAGE_NUMBERS: tuple[tuple[str, str], ...] = (
    ("— 3 —", r"[—–―─－\-_~·•\.]{1,4}[0-9０-９]{1,4}[—–―─－\-_~·•\.]{1,4}"),
    ("[第3页 / 共20页]", rf"{_AROUND}*第?{_COUNT}页(?:[，,；;/／|]?(?:总?共)?{_COUNT}页)?{_AROUND}*"),
    ("共20页 第3页", rf"{_AROUND}*(?:总?共{_COUNT}页[，,；;/／|]?第{_COUNT}页?|页码?[：:]?[0-9]{{1,4}}){_AROUND}*"),
    ("3/20", r"[0-9]{1,4}[/／][0-9]{1,4}"),
    ("--- Page 3 of 20 ---", rf"{_AROUND}*(?i:p|page)[.:]?[0-9]{{1,4}}(?:(?i:of|/)[0-9]{{1,4}})?{_AROUND}*"),
)
#: What the preview of a document leaves where a page ends inside a sentence: ``…取得新`` ``2、`` ``进展``.
_PREVIEW_NUMBER = re.compile("[0-9]{1,3}[、.．]")
#: Half a page number, at the end of a document that has whole ones: ``— 23``.
_HALF_NUMBER = re.compile(r"[—–―─－\-·]{1,2}[0-9]{1,4}|[0-9]{1,4}[—–―─－\-·]{1,2}")
_WHOLE_NUMBER = re.compile("|".join(f"(?:{pattern})" for _, pattern in PAGE_NUMBERS))
_BARE_NUMBER = re.compile("[0-9]{1,4}")
#: A page number inside a line: ``稳中 — 3 — 向好``; dashes of a range or a date have digits or letters outside.
_DASHES = "—–－-"
_INSIDE = late(rf"[{_DASHES}][{_DASHES}]?[ \u3000]?([0-9]{{1,3}})[ \u3000]?[{_DASHES}]{{1,2}}(?![0-9A-Za-z{_DASHES}])")
#: The end of it, by its dash: a single character is found far faster than one of several.
_INSIDE_BEHIND = tuple((dash, re.compile(rf"{dash}[ \u3000]?[0-9]{{1,3}}[ \u3000]?[{_DASHES}]")) for dash in _DASHES)
_BEFORE_RANGE = late(f"[0-9A-Za-z{_DASHES}]")
_MAY_BE_NUMBER = re.compile("[0-9页]")
_LONGEST_NUMBER = 24
#: Bare numbers are page numbers when they count up, this many characters apart at least.
_PAGE_AT_LEAST = 120
_STEP_AT_MOST = 4

#: What every note of a newspaper names.
_SHEET = "版"
_ELSEWHERE = rf"[（(〔\[](?:下转|上接|转|接)第?[0-9０-９A-Za-z一二三四五六七八九十]{{1,4}}{_SHEET}[面]?[）)〕\]]"
#: ``…竞争力百强，（下转第3版）`` and ``（上接第1版）岳山县获评…``.
_GOES_ON = re.compile(f"{_ELSEWHERE}$")
_COMES_FROM = re.compile(_ELSEWHERE)
_LONGEST_HEAD = 40
_TITLE_LINES = 5
#: A word, a line that ends a sentence (``各位代表：``) and one with a marker (``第一章 总则``) are running heads where
#: they stand beside so many page numbers.
_DOUBTFUL_AT_LEAST = 3
#: Where so many pages have numbers, a running head stands beside them more often than not.
_NUMBERED = 3


def page_numbers(lines: list[Line]) -> set[int]:
    """The indices of ``lines`` that are page numbers."""
    found: set[int] = set()
    halves: list[int] = []
    bare: list[tuple[int, int, int]] = []
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_NUMBER or not _MAY_BE_NUMBER.search(line.text):
            continue
        text = "".join(line.text.split())
        if _BARE_NUMBER.fullmatch(text):
            bare.append((index, line.start, int(text)))
        elif _WHOLE_NUMBER.fullmatch(text):
            found.add(index)
        elif _HALF_NUMBER.fullmatch(text):
            halves.append(index)
        elif _PREVIEW_NUMBER.fullmatch(text) and index and not is_complete(lines[index - 1].text):
            found.update(_preview_numbers(lines, index))
    if found:
        found.update(halves)
    return found | _counting_up(bare)


def _preview_numbers(lines: list[Line], index: int) -> list[int]:
    """The line, when a long line before it breaks off and the next goes on without a marker."""
    before, after = lines[index - 1].text, lines[index + 1].text if index + 1 < len(lines) else ""
    return [index] if len(before) > _LONGEST_HEAD / 2 and after and not starts_node(after) else []


def _counting_up(numbers: list[tuple[int, int, int]]) -> set[int]:
    """Of numbers (key, place in the text, value), the keys of those that count up from page to page.

    Numbers of a table, close together or in no order, do not. Two numbers that count one by one are no accident, nor
    are three that skip a few.
    """
    found: set[int] = set()
    chain: list[tuple[int, int, int]] = []
    for key, place, value in numbers:
        if chain:
            _, before, last = chain[-1]
            if value == last or place - before < _PAGE_AT_LEAST:
                continue
            if not 0 < value - last <= _STEP_AT_MOST:
                found.update(_pages(chain))
                chain = []
        chain.append((key, place, value))
    found.update(_pages(chain))
    return found


def _pages(chain: list[tuple[int, int, int]]) -> list[int]:
    single = all(after[2] - before[2] == 1 for before, after in pairwise(chain))
    return [key for key, _, _ in chain] if len(chain) >= (2 if single else 3) else []


def may_hold_numbers_inside(text: str) -> bool:
    """Whether page numbers can stand inside the lines of ``text``; cheap, for a whole document."""
    return any(dash in text and form.search(text) for dash, form in _INSIDE_BEHIND)


def split_at_page_numbers(lines: list[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """``lines`` cut in two where a page number stands inside one, and the stretches of these numbers.

    ``…保持了稳中 — 3 — 向好的态势`` is a number of a page when others like it count up through the document.
    """
    places = [
        (index, found)
        for index, line in enumerate(lines)
        for found in _INSIDE.finditer(line.text)
        if not found.start() or _BEFORE_RANGE.match(line.text, found.start() - 1) is None
    ]
    counted = _counting_up(
        [(key, lines[index].start + found.start(), int(found[1])) for key, (index, found) in enumerate(places)]
    )
    if not counted:
        return lines, []
    cuts: dict[int, list[re.Match[str]]] = {}
    for key in sorted(counted):
        cuts.setdefault(places[key][0], []).append(places[key][1])
    kept: list[Line] = []
    taken: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        position = 0
        for found in cuts.get(index, ()):
            taken.append((line.start + found.start(), line.start + found.end()))
            kept += _part(line, position, found.start(), position > 0)
            position = found.end()
        kept += _part(line, position, len(line.text), True) if position else [line]
    return kept, taken


def _part(line: Line, start: int, end: int, page_break: bool) -> list[Line]:
    """The stretch of ``line`` as a line of its own, after a page break or where ``line`` begins; none when blank."""
    content = line.text[start:end].strip()
    if not content:
        return []
    offset = line.start + line.text.index(content[0], start)
    if page_break:
        return [Line(offset, offset + len(content), content, 0, 1, False, True, line.facts)]
    indent, gap, opens, page_break = line.indent, line.gap, line.opens, line.page_break
    return [Line(offset, offset + len(content), content, indent, gap, opens, page_break, line.facts)]


def running_heads(lines: list[Line], numbers: set[int]) -> set[int]:
    """The indices of ``lines`` that repeat a short line at page breaks.

    A place counts beside a page number, after a form feed, or inside a sentence. A line is a running head when it
    stands twice beside page numbers or form feeds, once there and once at the top of the document, or at three breaks
    of any kind; and where it stands between ``（下转第3版）`` and ``（上接第1版）``. Other places of the line stay, and
    so does the first line of the document, unless the second begins with the same words.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEAD and index not in numbers:
            places.setdefault("".join(line.text.split()), []).append(index)
    found: set[int] = set()
    for text, indices in places.items():
        if len(indices) < 2:
            continue
        sure = [index for index in indices if _beside_page_number(lines, numbers, index)]
        if len(text) < 3 or is_complete(lines[indices[0]].text) or starts_node(text):
            indices = sure if len(sure) >= _DOUBTFUL_AT_LEAST else []
        if len(indices) < 2:
            continue
        if len(numbers) >= _NUMBERED and 2 * len(sure) < len(indices):
            continue
        likely = [index for index in indices if index in sure[:1] or _inside_sentence(lines, index)]
        if len(sure) >= 2 or (sure and indices[0] < _TITLE_LINES):
            found.update(sure)
        if len(likely) >= 3:
            found.update(likely)
    found.discard(0)
    if found and _stands_again(lines, found):
        found.add(0)
    found.update(
        index
        for index in range(1, len(lines) - 1)
        if _SHEET in lines[index - 1].text
        and len(lines[index].text) <= _LONGEST_HEAD
        and _GOES_ON.search(lines[index - 1].text[-24:])
        and _COMES_FROM.match(lines[index + 1].text)
    )
    return found


def _stands_again(lines: list[Line], heads: set[int]) -> bool:
    """Whether the first line is the running head of the first page: the second begins with the same words."""
    head = lines[0].text
    return lines[1].text.startswith(head) and any(lines[index].text == head for index in heads)


def _beside_page_number(lines: list[Line], numbers: set[int], index: int) -> bool:
    return index - 1 in numbers or index + 1 in numbers or lines[index].page_break


def _inside_sentence(lines: list[Line], index: int) -> bool:
    """Whether the line before breaks off inside a sentence, being no short line itself."""
    before = lines[index - 1].text if index else ""
    return len(before) > _LONGEST_HEAD / 2 and not is_complete(before)


def take_continuation_notes(lines: list[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """Take out the notes that a text goes on, or comes from, elsewhere: the lines that are left, and the stretches."""
    taken = [note for line in lines if _SHEET in line.text for note in _take_notes(line)]
    return [line for line in lines if line.text] if taken else lines, taken


def _take_notes(line: Line) -> list[tuple[int, int]]:
    """Shorten ``line`` by the notes at its edges; gives the stretches taken."""
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
