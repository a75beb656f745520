"""Footnote marks in running text: ``“发展六仗”[1]``, ``“一城三基地”①示范``, and the notes they point to."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout.lines import holds_any
from converter.model import Span
from converter.patterns import late

_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
#: Numbers in brackets; a year in brackets belongs to the number of a document: 〔2022〕6号.
_MARK = late(f"[\\[［〔【{_CIRCLED}](?:(?<=[{_CIRCLED}])|[0-9]{{1,3}}[\\]］〕】](?!号))")
#: One of these stands in every document that has footnotes.
_SIGNS = tuple("[［〔【①②③㉑㊱")
#: A circled number after one of these counts an item: ``…如下：①改建学校；②…``.
_BEFORE_ITEM = frozenset("；：，、;:,（( \u3000")
_STOP = frozenset("。！？")


def may_hold_footnotes(text: str) -> bool:
    """Whether footnote marks can occur in ``text``; cheap, for a whole document."""
    return holds_any(text, _SIGNS)


def note_marks(texts: Sequence[str]) -> frozenset[str]:
    """The marks that open a paragraph of ``texts``, as the notes at the end of a document do: ``① 《云岭年鉴》…``."""
    return frozenset(found[0] for text in texts if (found := _MARK.match(text)))


def read_footnotes(text: str, notes: frozenset[str]) -> list[Span]:
    """The footnote marks in ``text``.

    A circled number right after a stop is one only when a note opens with it (``notes``): without, it counts items
    (``…实事。①实施海绵城市项目；②…``).
    """
    spans: list[Span] = []
    for found in _MARK.finditer(text):
        before = text[found.start() - 1] if found.start() else ""
        if not before:
            continue
        if len(found[0]) == 1 and (before in _BEFORE_ITEM or (before in _STOP and found[0] not in notes)):
            continue
        spans.append(found.span())
    return spans
