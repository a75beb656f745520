"""Hard-wrapped text: a full line goes on in the next, a line that falls short ends its paragraph or is a heading."""

from __future__ import annotations

from converter.language.markers import starts_node
from converter.layout.joining.full_line import INDENT, SLACK, FullLine
from converter.layout.joining.line_edges import NEVER_FIRST
from converter.layout.joining.pair import Pair, looks_like_heading
from converter.layout.joining.typesetting import WORD_ITEM

#: A heading with a marker, broken over lines, is that long at most.
_HEADING = 70


def hard_wrap(pair: Pair) -> bool | None:
    """In hard-wrapped text a full line goes on, and a line that falls short ends its paragraph or is a heading."""
    full = pair.typesetting.full_line
    if full is None:
        return None
    last, after = pair.last, pair.after
    if pair.typesetting.indents and after.indent >= 2:
        return False
    if not _is_full(pair, full):
        falls_short_inside = pair.first is not last and not pair.complete and not _ends_short(pair, full)
        return falls_short_inside and not looks_like_heading(pair, after, pair.beyond)
    if not pair.complete:
        return after.indent < last.indent + 2
    return _goes_on_after_stop(pair, full)


def _ends_short(pair: Pair, full: FullLine) -> bool:
    """Whether a line that leaves much room ends its paragraph, be it a heading, as every line takes what fits."""
    return full.exact and not pair.typesetting.indents and full.room(pair.last, False) > 3 * SLACK


def ends_by_chance(pair: Pair) -> bool:
    """Whether a paragraph or a heading may end with its full line, though nothing but its words could tell.

    That is so where first lines are as long as others: behind a sentence, and behind a heading with a marker.
    """
    full = pair.typesetting.full_line
    if full is None or full.indent or pair.typesetting.indents:
        return False
    if pair.after.text[0] in NEVER_FIRST or not _is_full(pair, full):
        return False
    if pair.complete:
        return True
    heading = pair.last.end - pair.first.start <= _HEADING and starts_node(pair.first.text)
    return heading and "。" not in pair.first.text and "。" not in pair.last.text


def marker_inside(pair: Pair) -> bool:
    """Whether what looks like a marker at the start of the next line stands inside the paragraph of a full line.

    ``…要根据精简、统`` | ``一、效能的原则``, ``…持续完善G31`` | ``8、G219旅游公路``; and ``二是…`` behind a sentence
    that ends with its line, where no indent shows a paragraph or most such items of the document stand inside lines.
    """
    full = pair.typesetting.full_line
    if full is None or not _is_full(pair, full):
        return False
    if pair.typesetting.indents and pair.first.indent >= 2:
        return pair.after.indent < 2
    if not pair.complete:
        return pair.prose and (pair.first is not pair.last or not starts_node(pair.first.text))
    return pair.typesetting.items_inside and WORD_ITEM.match(pair.after.text) is not None


def _is_full(pair: Pair, full: FullLine) -> bool:
    """Whether the first characters of the next line would not have fitted into the last one.

    Where markers head lines of their own, a line with a marker before a long line is given no slack.
    """
    line = pair.last
    first = pair.first is line
    slack = full.slack(line.text)
    if slack and first and pair.typesetting.heads_alone and full.room(pair.after, False) < 3 * SLACK:
        heads = line.text.isascii() or not line.text.encode("ascii", "ignore")
        if heads and starts_node(line.text) and "。" not in line.text:
            slack = 0
    return full.room(line, first) < full.first_token(pair.after.text) + slack


def _goes_on_after_stop(pair: Pair, full: FullLine) -> bool:
    """A full line that ends a sentence: indent, blank line and the width of the next line tell a new paragraph.

    Most sentences that end with their line stand inside a paragraph, so the next line must be a first line without
    doubt: two characters short, nothing in it of uncertain width, and no last line.
    """
    last, after, beyond = pair.last, pair.after, pair.beyond
    if after.indent >= 2 and last.indent < 2:
        return False
    if pair.typesetting.spaced and after.gap > 1:
        return False
    certain = full.exact or not after.text.encode("ascii", "ignore")
    first_line = certain and full.indent == INDENT and abs(full.room(after, True)) <= 1
    return not (first_line and beyond is not None and full.room(beyond, False) < SLACK)
