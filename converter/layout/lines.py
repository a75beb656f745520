"""Physical lines: what stands between line breaks, without indent and trailing white space."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Characters that close a sentence or a complete line: ``…稳中向好。`` ``主要做了以下工作：``.
STOPS = frozenset("。！？!?：:；;…")
#: What may stand between a stop and the end of its line: quotes ``…工作。”``, emphasis ``…。**``, notes ``…创造的。①``.
_AFTER_STOP = "”’」』》〉】〕*\"' ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CLAUSE = re.compile("[，。；,;！？]")
_FOOTNOTE_AT_END = re.compile(r"[\[［]\d{1,3}[\]］]$")


@dataclass(slots=True)
class Line:
    """A stretch ``[start, end)`` of the excerpt.

    ``indent`` counts the blanks before it, ``gap`` the line breaks since the last line with content (0 for a line cut
    off within its physical line). ``opens`` says that a paragraph certainly begins here.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 1
    opens: bool = False
    page_break: bool = False


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank. Form feeds mark the line after them as the first of a page."""
    lines: list[Line] = []
    offset = 0
    gap = 0
    page_break = False
    for physical in text.splitlines(keepends=True):
        gap += 1
        content = physical.strip()
        if content:
            indent = len(physical) - len(physical.lstrip())
            start = offset + indent
            lines.append(Line(start, start + len(content), content, indent, gap, False, page_break))
            gap = 0
            page_break = False
        page_break = page_break or physical.endswith("\f")
        offset += len(physical)
    return lines


def is_complete(text: str) -> bool:
    """Whether ``text`` ends a sentence (CONVENTIONS §2, "Broken paragraphs"): a stop, what closes after it aside.

    A line in brackets (``（2023年2月21日在…会议上）``) and one whose last sentence is followed by a remark in brackets
    (``…进口。（省商务厅负责）``) are complete as well.
    """
    rest = text.rstrip(_AFTER_STOP)
    if rest.endswith(("]", "］")):
        rest = _FOOTNOTE_AT_END.sub("", rest).rstrip(_AFTER_STOP)
    if not rest:
        return True
    if rest[-1] in STOPS:
        return True
    if rest[-1] not in "）)":
        return rest[-1] == "." and len(rest) > 1 and rest[-2] >= "\u4e00"
    before = rest[: max(rest.rfind("（"), rest.rfind("("), 0)].rstrip()
    return not before or before[-1] in STOPS or before[-1] in "）)"


def has_clauses(text: str) -> bool:
    """Whether ``text`` has a comma or a stop, as running text does and most titles do not."""
    return _CLAUSE.search(text) is not None


def columns(text: str) -> int:
    """The width of ``text`` on paper: two for Chinese characters and full-width signs, one for ASCII."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
