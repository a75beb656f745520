"""Sentences and clauses: where a text is cut, and what of it is name or quotation and not statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from converter.targets.units import KINDS

# “四个一批”, 《…10条措施》, （其中…）, [12]: what stands inside names something and promises nothing.
_ENCLOSED = re.compile(
    r"“[^“”\n]{0,80}”|‘[^‘’\n]{0,80}’|\"[^\"\n]{0,40}\"|《[^《》\n]{0,80}》|「[^「」\n]{0,80}」|『[^『』\n]{0,80}』"
    r"|（[^（）\n]{0,80}）|\([^()\n]{0,80}\)|\[[^\[\]\n]{0,12}\]|【[^【】\n]{0,12}】|〔[^〔〕\n]{0,12}〕"
)
_OPENERS = re.compile(r"[“‘\"《「『（(\[【〔]")
COVER = "〓"
# “零增长” in quotation marks is a figure all the same.
_FIGURES = frozenset({"零增长", "正增长", "倍增", "翻番", "翻一番"})

_SENTENCE_END = re.compile(r"[。！？!?\n]+")
_CLAUSE_END = re.compile(r"[，；：;:,]")
_STRONG = frozenset("；;。！？!?")


# Full-width figures and signs read as their plain forms; one character stays one character.
_PLAIN = str.maketrans("０１２３４５６７８９．－―‐點", "0123456789.---点")
# White space, spelled out because a table of characters is searched faster than a class of them, and the numbers of
# notes (健康评价㉒) say nothing.
_SILENT = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000①-⑳㉑-㉟㊱-㊿"
_SPACE = re.compile(f"[{_SILENT}]+")
_UNUSUAL = re.compile(f"[{_SILENT}０-９．－―‐點]")


# 6，050亿元 and 27·7％, as older prints and their scans set thousands and decimals; 21，7％ is a decimal too.
_GROUPED = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d)·(?=\d)|(?<=\d)，(?=\d{1,2}[%％])")
_SET = re.compile(r"，(?<=\d，)(?=\d)")


# 新增企业12家.粮食产值达到65亿元. — half-width texts end their sentences with a dot.
_DOT = re.compile(r"(?<=[一-鿿%％”）)])\.(?![0-9A-Za-z])")


def plain_text(text: str) -> str:
    """``text`` with plain figures and full stops, without white space and note numbers."""
    plain = _SPACE.sub("", text.translate(_PLAIN)) if _UNUSUAL.search(text) else text
    if "." in plain:
        plain = _DOT.sub("。", plain)
    return _DECIMAL.sub(".", _GROUPED.sub(",", plain)) if "·" in plain or _SET.search(plain) else plain


def silences(text: str) -> tuple[list[int], list[int]]:
    """The places of the plain text from which more is left out of ``text``, and how much is from each of them on."""
    places, passed = [0], [0]
    for match in _SPACE.finditer(text):
        passed.append(passed[-1] + match.end() - match.start())
        places.append(match.end() - passed[-1])
    return places, passed


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
    """A sentence of covered text, ``text[start:end]``, with the places where its clauses end."""

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


def sentences(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The sentences of covered lines that hold one of ``places``, which are in order; without their closing marks."""
    due = iter(places)
    place = next(due, None)
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if place is None:
            return
        end = match.start()
        if place < end:
            yield start, end
            while place is not None and place < end:
                place = next(due, None)
        start = match.end()
    if place is not None:
        yield start, len(text)


def read_sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence ``text[start:end]`` with its clauses."""
    ends = [match.start() for match in _CLAUSE_END.finditer(text, start, end)]
    if text.find(",", start, end) >= 0:
        ends = [place for place in ends if text[place] != "," or not _groups_digits(text, place)]
    return Sentence(text, start, end, ends)


def _groups_digits(text: str, place: int) -> bool:
    """Whether the comma at ``place`` stands inside a number such as 1,200."""
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
