"""How a document is set: its full line, what its indents and blank lines mean, whether each sentence has its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from converter.language.markers import starts_node
from converter.layout.joining.full_line import LINES_AT_LEAST, SLACK, FullLine, read_full_line
from converter.layout.lines import STOPS, Line, is_complete

_MANY_LINES = 40
#: The middle of the lengths of lines that hold a sentence each.
_LONGEST_SENTENCE = 50


#: ``一是…``, ``二要…`` at the start of a line, and behind a stop inside one.
WORD_ITEM = re.compile("[一二三四五六七八九十]{1,2}[是要]")
_ITEM_INSIDE = re.compile(f"[。；：]{WORD_ITEM.pattern}")


@dataclass(frozen=True, slots=True)
class Typesetting:
    """The habits of one document.

    ``full_line`` is that of hard-wrapped text, ``None`` where lines break at paragraphs. ``indented`` says that most
    lines have an indent; ``indents`` that a paragraph begins with one and a line without one goes on; ``spaced`` that
    blank lines part paragraphs and a single line break does not; ``sentences`` that every sentence has a line of its
    own; ``stopless`` that they have lost their stops, so that only line breaks part them; ``heads_alone`` that lines
    with a marker are often headings of their own; ``items_inside`` that ``一是…；二是…`` mostly stand inside them.
    """

    full_line: FullLine | None
    indented: bool
    indents: bool
    spaced: bool
    sentences: bool
    stopless: bool
    heads_alone: bool
    items_inside: bool


def read_typesetting(lines: list[Line]) -> Typesetting:
    """Measure the habits of ``lines``."""
    full = read_full_line(lines)
    return Typesetting(
        full,
        2 * sum(line.indent >= 2 for line in lines) >= len(lines) >= LINES_AT_LEAST,
        _indents_tell(lines, full),
        _blank_lines_tell(lines),
        full is None and _sentences_have_lines(lines),
        full is None and len(lines) >= _MANY_LINES and sum("。" in line.text for line in lines) < 0.02 * len(lines),
        full is not None and _heads_stand_alone(lines, full),
        full is not None and _items_stand_inside(lines),
    )


def _heads_stand_alone(lines: list[Line], full: FullLine) -> bool:
    """Whether three lines with a marker end without a stop well before the margin."""
    short = (line for line in lines if full.room(line, False) > 3 * SLACK and not is_complete(line.text))
    return sum(starts_node(line.text) for line in short) >= 3


def _items_stand_inside(lines: list[Line]) -> bool:
    """Whether items that a word counts stand inside lines more often than at their start."""
    at_start = sum(WORD_ITEM.match(line.text) is not None for line in lines)
    return at_start < sum(len(_ITEM_INSIDE.findall(line.text)) for line in lines)


def _indents_tell(lines: list[Line], full: FullLine | None) -> bool:
    """Whether lines are indented and the others mostly go on from a line that breaks off.

    Where lines are wrapped, hardly any line is the first of its paragraph; elsewhere many are.
    """
    share, long = (0.12, 20) if full is None else (0.02, full.width // 4)
    indented = sum(line.indent >= 2 for line in lines)
    if len(lines) < LINES_AT_LEAST or not share * len(lines) <= indented:
        return False
    plain = broken = 0
    for before, line in pairwise(lines):
        if line.indent < 2 and not starts_node(line.text):
            plain += 1
            broken += not is_complete(before.text) and len(before.text) > long
    return plain >= 3 and broken >= 0.4 * plain


def _blank_lines_tell(lines: list[Line]) -> bool:
    """Whether nearly all lines are parted by blank lines, so that a single line break means something else."""
    if len(lines) < LINES_AT_LEAST:
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
