"""The place between two lines, and what tells a line that breaks off from a heading or a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.language.markers import starts_node
from converter.layout.joining.line_edges import NEVER_FIRST
from converter.layout.joining.typesetting import Typesetting
from converter.layout.lines import Line, is_complete
from converter.patterns import late

HEADING = 40
_MARKED_HEADING = 80
_SHORT_HEADING = 30
#: With so many commas a short line is running text: ``今天，我代表县政府，向大会报告工作，请予`` | ``审议。``
_COMMAS_OF_PROSE = 3
_SENTENCE_END = re.compile("[。；！？]")
_CLAUSE = late("[，、。；！？,]")


@dataclass(slots=True)
class Pair:
    """The place between two lines: the paragraph so far (its first and last line), the next line, the one beyond.

    It moves on from line to line.

    ``prose`` says that the paragraph so far has clauses, so that it is no title or heading; ``complete`` that its last
    line ends a sentence.
    """

    first: Line
    last: Line
    after: Line
    beyond: Line | None
    prose: bool
    complete: bool
    typesetting: Typesetting


def stands_alone(pair: Pair) -> bool:
    """Whether a paragraph without a final stop can be a heading, a title or a name: short, or free of clauses."""
    if pair.first is not pair.last:
        return not pair.prose
    text = pair.last.text
    if _SENTENCE_END.search(text):
        return False
    if not pair.prose:
        return True
    if len(text) <= HEADING and text.count("，") < _COMMAS_OF_PROSE:
        return True
    return len(text) <= _MARKED_HEADING and starts_node(text.lstrip("*"))


def looks_like_heading(pair: Pair, line: Line, beyond: Line | None) -> bool:
    """Whether ``line``, after a line that breaks off, is an unnumbered heading all the same: ``2024年工作安排``.

    The rest of a broken sentence ends in a stop or goes on itself; a heading is short, has no clauses, and is followed
    by a line much longer than itself.
    """
    text = line.text
    if len(text) > _SHORT_HEADING or is_complete(text) or _CLAUSE.search(text):
        return False
    if beyond is None or beyond.text[0] in NEVER_FIRST:
        return False
    return len(text) >= 4 and len(beyond.text) > 2 * len(text) and not starts_node(text)
