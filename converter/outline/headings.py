"""What the heading of a node is (docs/conventions.md §2, "Heading of a node")."""

from __future__ import annotations

from converter.language.markers import MarkerMatch
from converter.language.sentences import first_sentence, skip_blanks
from converter.language.stops import COMMAS, DASHES, DOTS, ELLIPSIS, ENUMERATION_COMMA, SEMICOLONS, STOPS
from converter.layout import Block
from converter.model import Span
from converter.outline.nodes import Opening
from converter.patterns import late

#: A first sentence longer than this is no run-in heading.
LONGEST_RUN_IN = 40
#: A line of its own longer than this is a paragraph, whatever its ending.
LONGEST_LINE = 80
_TRAILING = frozenset((STOPS + DOTS).translate({ord(mark): None for mark in "？?"}))  # a question keeps its mark
#: A line that ends so is an entry of a list or a paragraph that goes on, not a heading.
_UNFINISHED = frozenset(SEMICOLONS + COMMAS + ENUMERATION_COMMA)
#: What ends a sentence that may be a heading all the same, when more follows below it.
_FINAL = frozenset("。！!" + DOTS)
#: What a line of its own never ends in: a stop or colon says that it is a paragraph or introduces one.
_NO_HEADING_END = frozenset(STOPS + ELLIPSIS + DASHES)
#: The articles of a regulation have no heading (第一条　为规范…).
ARTICLE = "条"
_CJK_WORD = late("[一-鿿]{2}")
_TABLE = late("\\t|[ 　]{3}|(?:[0-9.]+[ 　]+){2}")
#: ``附表2：重点项目``, ``2024年主要经济指标一览表``, ``（单位：亿元、%）``.
_CAPTION = late("(?:附?[图表]|专栏) ?[0-9一二三四五六七八九十].*|.*表|[（(]?(?:计量)?单位[:：].*")
#: An unnumbered heading is at most this long.
LONGEST_HEADING_LINE = 36


def marked_opening(text: str, match: MarkerMatch, end: int, *, goes_on: bool) -> Opening:
    """The opening of a marked node in ``text[match.start:end]``.

    ``goes_on`` says whether the node has more below this stretch (further paragraphs or children).
    """
    start = skip_blanks(text, match.end, end)
    if match.form.series == ARTICLE:
        return Opening(match.start, match.form.series, match.form.rank, match, None, False, start)
    heading, run_in, body = _heading(text, start, end, goes_on=goes_on)
    return Opening(match.start, match.form.series, match.form.rank, match, heading, run_in, body)


def _heading(text: str, start: int, end: int, *, goes_on: bool) -> tuple[Span | None, bool, int]:
    first = first_sentence(text, start, end)
    if first is None:
        return None, False, start
    rest = skip_blanks(text, first.after, end)
    if rest < end:
        if 0 < first.end - first.start <= LONGEST_RUN_IN:
            return (first.start, first.end), True, rest
        return None, False, start
    last = text[end - 1]
    length = first.end - first.start
    stop = first.stop or (last if last in _FINAL else None)  # a bracket that is never closed hides the stop
    if stop is None and last not in _UNFINISHED and length <= LONGEST_LINE:
        return own_line(text, start, end), False, end
    if stop is not None and stop in _FINAL and goes_on and length <= LONGEST_RUN_IN:
        return own_line(text, start, end), False, end
    return None, False, start


def own_line(text: str, start: int, end: int) -> Span | None:
    """The heading of a line of its own: the line without a trailing stop or colon; ``None`` when nothing is left."""
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    return (start, end) if end > start else None


def is_heading_line(block: Block, following: Block) -> bool:
    """Whether a plain block is an unnumbered heading: a short line of its own, no final stop, with text below it."""
    text = block.text
    if len(text) > LONGEST_HEADING_LINE or text[-1] in _NO_HEADING_END:
        return False
    if not _CJK_WORD.search(text) or _TABLE.search(text):
        return False
    first = first_sentence(text)
    return first is not None and first.stop is None and len(following.text) > len(text)


def is_caption(block: Block, following: Block) -> bool:
    """Whether a line above a table names the table or its unit: ``表1 主要预期目标``, ``单位：亿元``."""
    return following.role == "table" and _CAPTION.fullmatch(block.text) is not None
