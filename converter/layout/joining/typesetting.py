"""How a document is set: its full line, what its indents and blank lines mean, whether each sentence has its line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from converter.language.markers import starts_node
from converter.language.widths import columns
from converter.layout.lines import STOPS, Line, is_complete

#: A full line is at most this many columns off the usual one: punctuation and figures do not divide.
SLACK = 5
_WIDEST = 130
_NARROWEST = 24
_LINES_AT_LEAST = 8
_MANY_LINES = 40
#: The middle of the lengths of lines that hold a sentence each.
_LONGEST_SENTENCE = 50


@dataclass(frozen=True, slots=True)
class Typesetting:
    """The habits of one document.

    ``width`` is the full line of hard-wrapped text, in columns (two for a Chinese character); ``None`` when lines break
    at paragraphs. ``indented`` says that most lines have an indent; ``indents`` that a paragraph begins with one and a
    line without one goes on; ``spaced`` that blank lines part paragraphs and a single line break does not;
    ``sentences`` that every sentence has a line of its own; ``stopless`` that they have lost their stops, so that only
    line breaks part them; ``heads_alone`` that lines with a marker are often headings of their own.
    """

    width: int | None
    indented: bool
    indents: bool
    spaced: bool
    sentences: bool
    stopless: bool
    heads_alone: bool


def read_typesetting(lines: list[Line]) -> Typesetting:
    """Measure the habits of ``lines``."""
    width = _full_line(lines)
    return Typesetting(
        width,
        2 * sum(line.indent >= 2 for line in lines) >= len(lines) >= _LINES_AT_LEAST,
        _indents_tell(lines),
        _blank_lines_tell(lines),
        width is None and _sentences_have_lines(lines),
        width is None and len(lines) >= _MANY_LINES and sum("。" in line.text for line in lines) < 0.02 * len(lines),
        width is not None and _heads_stand_alone(lines, width),
    )


def _full_line(lines: list[Line]) -> int | None:
    """The commonest width, when half of the lines come near it, few go beyond, and many break off."""
    if len(lines) < _LINES_AT_LEAST:
        return None
    short = sum(len(line.text) * 2 <= _WIDEST + 20 for line in lines)
    if short < 0.9 * len(lines):
        return None
    widths = Counter(columns(line.text) for line in lines)
    if sum(not is_complete(line.text) for line in lines) < 0.3 * len(lines):
        return None
    usual, _ = max(widths.items(), key=lambda item: (item[1], item[0]))
    near = sum(widths[width] for width in range(usual - SLACK, usual + SLACK + 1))
    beyond = sum(count for width, count in widths.items() if width > usual + 2 * SLACK)
    if not _NARROWEST <= usual <= _WIDEST or near < 0.5 * len(lines) or beyond > 0.05 * len(lines):
        return None
    return usual


def _heads_stand_alone(lines: list[Line], width: int) -> bool:
    """Whether three lines with a marker end without a stop well before the margin."""
    short = (line for line in lines if columns(line.text) < width - 3 * SLACK and not is_complete(line.text))
    return sum(starts_node(line.text) for line in short) >= 3


def _indents_tell(lines: list[Line]) -> bool:
    """Whether many lines are indented and the others mostly go on from a line that breaks off."""
    indented = sum(line.indent >= 2 for line in lines)
    if len(lines) < _LINES_AT_LEAST or not 0.12 * len(lines) <= indented:
        return False
    plain = broken = 0
    for before, line in pairwise(lines):
        if line.indent < 2 and not starts_node(line.text):
            plain += 1
            broken += not is_complete(before.text) and len(before.text) > 20
    return plain >= 3 and broken >= 0.4 * plain


def _blank_lines_tell(lines: list[Line]) -> bool:
    """Whether nearly all lines are parted by blank lines, so that a single line break means something else."""
    if len(lines) < _LINES_AT_LEAST:
        return False
    single = sum(line.gap == 1 for line in lines[1:])
    return 0 < single <= 0.3 * len(lines)


def _sentences_have_lines(lines: list[Line]) -> bool:
    """Whether lines hold one sentence each: no stop inside, one at the end, and many more lines than paragraphs."""
    few, most = 0.05 * len(lines), 0.6 * len(lines)
    if len(lines) < _MANY_LINES or sum("。" in line.text[:-1] for line in lines) >= few:
        return False
    middle = sorted(len(line.text) for line in lines)[len(lines) // 2]
    if middle > _LONGEST_SENTENCE or sum(line.text[-1] in STOPS or line.text[-1] in "，," for line in lines) <= most:
        return False
    return sum(not starts_node(line.text) for line in lines) > most
