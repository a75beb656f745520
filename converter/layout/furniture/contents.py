"""Tables of contents: lines near the top that come again, word for word, as headings below."""

from __future__ import annotations

from converter.language.markers import starts_node
from converter.layout.lines import Line
from converter.patterns import late

#: ``目录``, ``目 录``; a careless extraction glues the first entry to it: ``目录序言``.
_TITLE_BEGINS = "目"
_TITLE = late(f"{_TITLE_BEGINS}(?:录|錄|次).{{0,8}}")
#: ``第一章 发展环境………… 3``, ``一、总体要求（3）``, ``第一节 现状  12``.
_DOTS = frozenset(".．…·。—_-")
_PAGE = late("([（(]?)[0-9]{1,4}([）)]?)$")
_LONGEST_PAGE = 6
_CLAUSE_END = late("[。：:！？]")
_BLANKS = late(r"\s+")
_ENTRIES_AT_LEAST = 3
_LONGEST_ENTRY = 400
_LONGEST_LEADER = 160
_LONGEST_TITLE = 24
_LEADER_ENDS = frozenset("0123456789)）")
_SHORTEST = 3
_SEARCHED_LINES = 120


def contents_lines(lines: list[Line]) -> range:
    """The indices of the table of contents with its title; empty when there is none.

    It begins with its title, or with a line that ends in dots and a page number, and goes on while every line (or every
    part of a line that starts a node) comes again further down, as a line or as the first sentence of one.
    """
    headings: dict[str, int] = {}
    for index, line in enumerate(lines[:_SEARCHED_LINES]):
        text = line.text
        if (text[0] != _TITLE_BEGINS and text[-1] not in _LEADER_ENDS) or len(text) > _LONGEST_ENTRY:
            continue
        titled = len(text) <= _LONGEST_TITLE and _TITLE.fullmatch(_BLANKS.sub("", text)) is not None
        if titled or _without_leader(text) is not text:
            headings = headings or _last_places(lines)
            found, entries = _entries(lines, index, titled, headings)
            if entries >= _ENTRIES_AT_LEAST:
                return found
            if titled:
                return range(0)
    return range(0)


def _entries(lines: list[Line], first: int, titled: bool, headings: dict[str, int]) -> tuple[range, int]:
    """The lines of a table of contents that begins with line ``first``, and how many entries they hold."""
    entries = 0
    index = first + titled
    while index < len(lines):
        parts = _parts(lines[index].text)
        known = sum(_known(part, headings, index) for part in parts)
        if not parts or known * 2 < sum(map(len, parts)):
            break
        entries += len(parts)
        index += 1
    return range(first, index), entries


def _known(part: str, headings: dict[str, int], index: int) -> int:
    """How much of ``part``, from its start, is a heading further down than ``index``."""
    for length in range(len(part), _SHORTEST - 1, -1):
        if headings.get(part[:length], -1) > index:
            return length
    return 0


def _last_places(lines: list[Line]) -> dict[str, int]:
    """Each line and each first clause, without blanks → the index of the last line that is or begins with it."""
    places: dict[str, int] = {}
    for index, line in enumerate(lines):
        text = line.text[:_LONGEST_ENTRY]
        places[_BLANKS.sub("", text)] = index
        if end := _CLAUSE_END.search(text):
            places[_BLANKS.sub("", text[: end.start()])] = index
    return places


def _parts(text: str) -> list[str]:
    """The entries that a line of a table of contents holds, without blanks, dots and page numbers."""
    if len(text) > _LONGEST_ENTRY:
        return []
    cuts = [
        0,
        *(at for at in range(2, len(text) - 1) if text[at] in "第一二三四五六七八九十（" and starts_node(text[at:])),
    ]
    pieces = (text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))
    return [bare for piece in pieces if (bare := _BLANKS.sub("", _without_leader(piece.strip())))]


def _without_leader(text: str) -> str:
    """``text`` without the dots and the page number at its end."""
    if text[-1:] not in _LEADER_ENDS:
        return text
    page = _PAGE.search(text, max(len(text) - _LONGEST_PAGE, 0))
    if page is None:
        return text
    furthest = max(len(text) - _LONGEST_LEADER, 0)
    start = page.start()
    while start > furthest and (text[start - 1] in _DOTS or text[start - 1].isspace()):
        start -= 1
    if page.start() - start >= 2:
        return text[:start]
    return text[: page.start()] if page[1] and page[2] else text
