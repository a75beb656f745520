"""Sentences and clauses: where a paragraph is cut, and what of it is name or quotation and not statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.targets.units import KINDS

# “四个一批”, 《…10条措施》, （其中…）, [12]: what stands inside names something and promises nothing.
_ENCLOSED = re.compile(
    r"“[^“”]{0,80}”|‘[^‘’]{0,80}’|\"[^\"]{0,40}\"|《[^《》]{0,80}》|「[^「」]{0,80}」|『[^『』]{0,80}』"
    r"|（[^（）]{0,80}）|\([^()]{0,80}\)|\[[^\[\]]{0,12}\]|【[^【】]{0,12}】|〔[^〔〕]{0,12}〕"
)
_OPENERS = re.compile(r"[“‘\"《「『（(\[【〔]")
COVER = "〓"
# “零增长” in quotation marks is a figure all the same.
_FIGURES = frozenset({"零增长", "正增长", "倍增", "翻番", "翻一番"})

_SENTENCE_END = re.compile(r"[。！？!?]+")
_CLAUSE_END = re.compile(r"[，；：;:,]")
_STRONG = frozenset("；;。！？!?")


# Full-width figures and signs read as their plain forms; one character stays one character.
_PLAIN = {0xFF10 + n: 0x30 + n for n in range(10)} | {ord("．"): ".", ord("－"): "-", ord("―"): "-", ord("‐"): "-"}
_WIDE = re.compile(r"[０-９．－―‐]")
# White space and the numbers of notes (健康评价㉒) say nothing.
_NOTE = re.compile(r"[①-⑳㉑-㉟㊱-㊿]")
_SPACE = re.compile(r"[\s①-⑳㉑-㉟㊱-㊿]+")


def plain_text(text: str) -> tuple[str, list[int] | None]:
    """``text`` with plain figures, without white space and note numbers, and the offset of each character left.

    The offsets are ``None`` when nothing was left out.
    """
    if _WIDE.search(text):
        text = text.translate(_PLAIN)
    if _NOTE.search(text) is None and len(text.split(None, 1)) == 1 and not (text[0].isspace() or text[-1].isspace()):
        return text, None
    offsets: list[int] = []
    position = 0
    for match in _SPACE.finditer(text):
        offsets.extend(range(position, match.start()))
        position = match.end()
    offsets.extend(range(position, len(text)))
    return _SPACE.sub("", text), offsets


def cover_names(text: str) -> str:
    """``text`` with what stands in quotation marks and brackets covered, offsets unchanged; measure words stay."""
    if _OPENERS.search(text) is None:
        return text
    return _ENCLOSED.sub(_cover, text)


def _cover(match: re.Match[str]) -> str:
    whole = match.group()
    return whole if whole[1:-1] in KINDS or whole[1:-1] in _FIGURES else COVER * len(whole)


@dataclass(slots=True)
class Sentence:
    """A sentence of a covered paragraph, ``text[start:end]``, with the places where its clauses end."""

    text: str
    start: int
    end: int
    ends: list[int] = field(default_factory=list)

    def clause(self, place: int) -> tuple[int, int]:
        """The clause around ``place``, without its closing mark."""
        index = bisect_right(self.ends, place)
        start = self.ends[index - 1] + 1 if index else self.start
        return start, self.ends[index] if index < len(self.ends) else self.end

    def clauses(self) -> Iterator[tuple[int, int]]:
        """All clauses in order."""
        start = self.start
        for end in self.ends:
            yield start, end
            start = end + 1
        yield start, self.end

    def breaks_strength(self, place: int) -> bool:
        """Whether ``text[place]`` is a mark that ends the reach of a strength word (CONVENTIONS §3)."""
        return self.text[place : place + 1] in _STRONG


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a covered paragraph as half-open ranges, without their closing marks."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def read_sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence ``text[start:end]`` with its clauses."""
    ends = [match.start() for match in _CLAUSE_END.finditer(text, start, end)]
    if "," in text:
        ends = [place for place in ends if text[place] != "," or not _groups_digits(text, place)]
    return Sentence(text, start, end, ends)


def _groups_digits(text: str, place: int) -> bool:
    """Whether the comma at ``place`` stands inside a number such as 1,200."""
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
