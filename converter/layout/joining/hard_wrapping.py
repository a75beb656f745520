"""Hard-wrapped text: a full line goes on in the next, a line that falls short ends its paragraph or is a heading."""

from __future__ import annotations

from converter.language.markers import starts_node
from converter.language.widths import columns
from converter.layout.joining.pair import NEVER_FIRST, OPENING, Pair, looks_like_heading
from converter.layout.joining.typesetting import SLACK

#: An indent of two characters, in columns.
_INDENT = 4


def hard_wrap(pair: Pair) -> bool | None:
    """In hard-wrapped text a full line goes on, and a line that falls short ends its paragraph or is a heading."""
    width = pair.typesetting.width
    if width is None:
        return None
    last, after = pair.last, pair.after
    if not _is_full(pair, width):
        falls_short_inside = pair.first is not last and not pair.complete
        return falls_short_inside and not looks_like_heading(pair, after, pair.beyond)
    if not pair.complete:
        return after.indent < last.indent + 2
    return _goes_on_after_stop(pair, width)


def _is_full(pair: Pair, width: int) -> bool:
    """Whether the first characters of the next line would not have fitted into the last one.

    The first line of a paragraph is four columns short, by its indent or where that was lost. Latin letters and
    figures are not all of one width, so lines with them are given more slack. Where markers head lines of their own, a
    line with a marker before a long line is given none.
    """
    line = pair.last
    heads = pair.typesetting.heads_alone and columns(pair.after.text) > width - 3 * SLACK
    first = pair.first is line
    room = width - columns(line.text) - (_INDENT if first else 0)
    if line.text.encode("ascii", "ignore"):
        slack = SLACK
    elif first and heads and starts_node(line.text) and "。" not in line.text:
        slack = 0
    else:
        slack = 2
    return room < _first_token(pair.after.text) + slack


def _first_token(text: str) -> int:
    """The columns of what cannot be parted at the start of ``text``: ``2012`` 4, ``《规`` 4, ``进，`` 4, ``加`` 2."""
    figures = 0
    while figures < len(text) and figures < 20 and text[figures].isascii() and text[figures].isalnum():
        figures += 1
    if figures:
        return figures
    length = 2 if text[0] in OPENING else 1
    while length < 4 and text[length : length + 1] and text[length] in NEVER_FIRST:
        length += 1
    return columns(text[:length])


def _goes_on_after_stop(pair: Pair, width: int) -> bool:
    """A full line that ends a sentence: indent, blank line and the width of the next line tell a new paragraph.

    Most sentences that end with their line stand inside a paragraph, so the next line must be a first line without
    doubt: two characters short, nothing in it of uncertain width, and no last line.
    """
    last, after, beyond = pair.last, pair.after, pair.beyond
    if after.indent >= 2 and last.indent < 2:
        return False
    if pair.typesetting.spaced and after.gap > 1:
        return False
    first_line = abs(width - _INDENT - columns(after.text)) <= 1 and not after.text.encode("ascii", "ignore")
    return not (first_line and beyond is not None and columns(beyond.text) > width - SLACK)
