"""Physical lines: what stands between line breaks, without indent and trailing white space."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converter.patterns import late

if TYPE_CHECKING:
    from converter.model.projection import LineFacts

#: Characters that close a sentence or a complete line: ``…稳中向好。`` ``主要做了以下工作：``.
STOPS = frozenset("。！？!?：:；;…")
#: What may stand between a stop and the end of its line: quotes ``…工作。”``, emphasis ``…。**``, notes ``…创造的。①``.
_AFTER_STOP = "”’」』》〉】〕*\"' ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#: The last characters that tell nothing yet: what may follow a stop, a bracket, a full stop of Western text.
_NOT_TELLING = frozenset(_AFTER_STOP + "]］）).")
_CLAUSE = re.compile("[，。；,;！？]")
_FOOTNOTE_AT_END = late(r"[\[［]\d{1,3}[\]］]$")


@dataclass(slots=True)
class Line:
    """A stretch ``[start, end)`` of the text that is read.

    ``indent`` counts the blanks before it, ``gap`` the line breaks since the last line with content (0 for a line cut
    off within its physical line). ``opens`` says that a paragraph certainly begins here. ``facts`` is what the format
    of the file states about the line; plain text states nothing.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 1
    opens: bool = False
    page_break: bool = False
    facts: LineFacts | None = None


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank. Form feeds mark the line after them as the first of a page."""
    lines: list[Line] = []
    pairs, feeds = "\r\n" in text, "\f" in text
    offset = gap = 0
    page_break = False
    for physical in text.splitlines():
        gap += 1
        content = physical.strip()
        if content:
            indent = len(physical) - len(physical.lstrip()) if len(content) < len(physical) else 0
            start = offset + indent
            lines.append(Line(start, start + len(content), content, indent, gap, False, page_break))
            gap = 0
            page_break = False
        offset += len(physical) + 1
        if feeds and text.startswith("\f", offset - 1):
            page_break = True
        if pairs and text.startswith("\r\n", offset - 1):
            offset += 1
    return lines


def is_complete(text: str) -> bool:
    """Whether ``text`` ends a sentence (CONVENTIONS §2, "Broken paragraphs"): a stop, what closes after it aside.

    A line in brackets (``（2023年2月21日在…会议上）``) and one whose last sentence is followed by a remark in brackets
    (``…进口。（省商务厅负责）``) are complete as well.
    """
    if text[-1:] in STOPS:
        return True
    if text[-1:] not in _NOT_TELLING:
        return not text
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
    return "，" in text or _CLAUSE.search(text) is not None


def holds_any(text: str, signs: Iterable[str]) -> bool:
    """Whether any of ``signs`` stands in ``text``: far cheaper than a pattern, where mostly none does."""
    for sign in signs:  # noqa: SIM110 (any() would make a generator for each of many short texts)
        if sign in text:
            return True
    return False
