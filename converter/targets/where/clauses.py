"""Sentences and clauses: where a text is cut, and what of it is name or quotation and not statement."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from converter.patterns import late
from converter.targets.what.units import KINDS

# “四个一批”, 《…10条措施》, （其中…）, [12]: what stands inside names something and promises nothing.
_ENCLOSED = re.compile(
    r"“[^“”\n]{0,80}”|‘[^‘’\n]{0,80}’|\"[^\"\n]{0,40}\"|《[^《》\n]{0,80}》|「[^「」\n]{0,80}」|『[^『』\n]{0,80}』"
    r"|（[^（）\n]{0,80}）|\([^()\n]{0,80}\)|\[[^\[\]\n]{0,12}\]|【[^【】\n]{0,12}】|〔[^〔〕\n]{0,12}〕"
)
_OPENERS = '“‘"《「『（([【〔'
COVER = "〓"
# “零增长” in quotation marks is a figure all the same.
_FIGURES = frozenset({"零增长", "正增长", "负增长", "倍增", "翻番", "翻一番"})
# 增速“保8争9”
_AIM = late(r"保[0-9.]{1,4}[%％]?争[0-9.]{1,4}[%％]?")
# 新（改）建: a verb with a choice inside.
_CHOICES = frozenset({"改", "扩", "改扩", "改、扩", "续", "迁"})

_STOPS = "。！？!?\n"
_CLAUSE_END = re.compile("[，；：;:,]")
_STRONG = frozenset("；;。！？!?")


# Full-width figures and signs read as their plain forms; one character stays one character.
_PLAIN = tuple(zip("０１２３４５６７８９．－―‐點﹪＆", "0123456789.---点%&", strict=True))
_LATIN = {wide: wide - 0xFEE0 for wide in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE_LATIN = re.compile("[Ａ-Ｚａ-ｚ]")
# White space, spelled out because a table of characters is searched faster than a class of them, and the numbers of
# notes (健康评价㉒) say nothing.
_SILENT = re.compile(r"[\t\x0b-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000①-⑳㉑-㉟㊱-㊿]")

# 6，050亿元 and 27·7％, as older prints and their scans set thousands and decimals; 21，7％ is a decimal too.
_GROUPED = late(r"，(?<=\d，)(?=\d{3}(?!\d))")
_DECIMAL = late(r"，(?<=\d，)(?=\d{1,2}[%％])")
_DOTTED = re.compile(r"·(?<=\d·)(?=\d)")
_SET = re.compile(r"，(?<=\d，)(?=\d)")

# 新增企业12家.粮食产值达到65亿元. — half-width texts end their sentences with a dot.
_DOT = re.compile(r"\.(?<=[一-鿿%％”）)]\.)(?![0-9A-Za-z])")


def plain_text(text: str) -> tuple[str, list[int], list[int]]:
    """``text`` with plain figures and full stops, without white space and note numbers; its lines stay lines.

    With it, in order, the places of the plain text from which more is left out of ``text``, and how much is from each
    of them on.
    """
    for wide, plain in _PLAIN:
        text = text.replace(wide, plain)
    if _WIDE_LATIN.search(text):
        text = text.translate(_LATIN)
    places, passed = [0], [0]
    kept: list[str] = []
    start = 0
    for match in _SILENT.finditer(text):
        kept.append(text[start : match.start()])
        start = match.end()
        places.append(match.start() - passed[-1])
        passed.append(start - places[-1])
    if kept:
        text = "".join(kept) + text[start:]
    if "." in text:
        text = _DOT.sub("。", text)
    if "·" in text:
        text = _DOTTED.sub(".", text)
    if _SET.search(text):
        text = _DECIMAL.sub(".", _GROUPED.sub(",", text))
    return text, places, passed


def cover_names(text: str) -> str:
    """``text`` with what stands in quotation marks and brackets covered, offsets unchanged; measure words stay."""
    kept: list[str] = []
    start = passed = 0
    for place in places_of(_OPENERS, text):
        if place >= passed and (match := _ENCLOSED.match(text, place)):
            passed = match.end()
            name = text[place + 1 : passed - 1]
            if name not in KINDS and name not in _FIGURES and name not in _CHOICES and not _AIM.fullmatch(name):
                kept += text[start:place], COVER * (passed - place)
                start = passed
    return "".join(kept) + text[start:]


def places_of(marks: str, text: str, start: int = 0) -> list[int]:
    """Where ``marks``, single characters, stand in ``text``, in order; its first character stands at ``start``."""
    places: list[int] = []
    for mark in marks:
        if mark in text:
            place = start - 1
            for piece in text.split(mark):
                place += len(piece) + 1
                places.append(place)
            places.pop()
    places.sort()
    return places


class Sentence:
    """A sentence of covered text, ``text[start:end]``."""

    __slots__ = ("_ends", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._ends: list[int] | None = None

    @property
    def ends(self) -> list[int]:
        """The places where clauses of the sentence end before its own end; looked for when first asked."""
        if self._ends is None:
            text = self.text
            self._ends = [match.start() for match in _CLAUSE_END.finditer(text, self.start, self.end)]
            if any(text[place] == "," for place in self._ends):
                self._ends = [place for place in self._ends if text[place] != "," or not _groups_digits(text, place)]
        return self._ends

    def clause(self, place: int) -> tuple[int, int]:
        """The clause around ``place``, without its closing mark."""
        ends = self.ends
        index = bisect_right(ends, place)
        start = ends[index - 1] + 1 if index else self.start
        return start, ends[index] if index < len(ends) else self.end

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


def sentences(text: str, places: Iterable[int]) -> Iterator[Sentence]:
    """The sentences of covered lines that hold one of ``places``, which are in order; without their closing marks."""
    stops = [-1, *places_of(_STOPS, text), len(text)]
    passed = 0
    for place in places:
        if place >= passed:
            following = bisect_left(stops, place)
            start, passed = stops[following - 1] + 1, stops[following]
            yield Sentence(text, start, passed)


def _groups_digits(text: str, place: int) -> bool:
    """Whether the comma at ``place`` stands inside a number such as 1,200."""
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
