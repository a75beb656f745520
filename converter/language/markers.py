"""The marker families of CONVENTIONS §2: one row a form, with an example; code only walks the table.

A form is how a marker is written; forms of one family stand at the same level. ``rank`` orders the families that have a
usual place (smaller stands above); floating families (``rank`` is ``None``) stand below whatever introduced them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from converter.language.numerals import ordinal
from converter.language.ranks import Rank
from converter.model import MarkerFamily, Span

_ENCLOSED = {
    **{chr(0x2460 + n): n + 1 for n in range(20)},  # ① … ⑳
    **{chr(0x2474 + n): n + 1 for n in range(20)},  # ⑴ … ⒇
    **{chr(0x2488 + n): n + 1 for n in range(20)},  # ⒈ … ⒛
    **{chr(0x3220 + n): n + 1 for n in range(10)},  # ㈠ … ㈩
    **{chr(0x3251 + n): n + 21 for n in range(15)},  # ㉑ … ㉟
    **{chr(0x2776 + n): n + 1 for n in range(10)},  # ❶ … ❿
}
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 9}

_NUMERALS = "一二三四五六七八九十"
_CJK = f"[{_NUMERALS}百零〇]{{1,5}}"
_DIGIT = "[0-9０-９]"
#: 一、二、三产业 and 第一、二季度 count in running prose.
_PROSE = f"(?![{_NUMERALS}]+(?:[、，,和及至到]|产业|季度|线城|年级))"
_BLANK = "[ \\t\u00a0\u3000]{0,3}"
#: 第一部分, 第3章
_DIVISION = f"第{_BLANK}(?P<n>{_CJK}|[0-9]{{1,3}}){_BLANK}"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a marker: ``pattern`` matches the marker alone, its group ``n`` the ordinal.

    ``first`` names the characters that it may begin with, as in a class of a pattern; it is looked for at no other.
    ``inline`` says whether the form may also start an item inside a paragraph. ``series`` keeps runs apart that may
    nest in one another although the family is the same (``一要`` over ``一是``, ``第一章`` over ``第一节``).
    """

    family: MarkerFamily
    series: str
    rank: float | None
    first: str
    pattern: str
    example: str
    inline: bool = False


FORMS: tuple[Form, ...] = (
    Form(
        "division",
        "部分",
        Rank.PART,
        "第",
        f"{_DIVISION}部{_BLANK}分(?![之地人群])[：:、，]?",
        "第一部分 过去五年的工作",
    ),
    Form("division", "篇", Rank.VOLUME, "第", f"{_DIVISION}篇(?![文章幅报])[：:、]?", "第一篇 指导方针和发展目标"),
    Form("division", "编", Rank.BOOK, "第", f"{_DIVISION}编(?![制号者辑])[：:、]?", "第一编 总则"),
    Form("division", "章", Rank.CHAPTER, "第", f"{_DIVISION}章(?![程法])[：:、]?", "第三章 主要任务"),
    Form("division", "节", Rank.SECTION, "第", f"{_DIVISION}节(?![课约能])[：:、]?", "第二节 发展目标"),
    Form("cjk", "cjk", Rank.CJK, f"{_NUMERALS}百零〇", f"(?P<n>{_CJK}){_BLANK}[、.．]{_PROSE}", "一、2023年工作回顾"),
    Form(
        "cjk_paren",
        "cjk_paren",
        Rank.CJK_PAREN,
        "（(〔〈［",
        f"[（(〔〈［]{_BLANK}(?P<n>{_CJK}){_BLANK}[）)〕〉］]、?",
        "（一）全力以赴抓项目",
    ),
    Form("cjk_paren", "cjk_paren", Rank.CJK_PAREN, "㈠-㈩", "(?P<n>[㈠-㈩])、?", "㈠加强农业基础"),
    Form(
        "arabic",
        "arabic",
        Rank.ARABIC,
        "0-9０-９",
        f"(?P<n>{_DIGIT}{{1,3}}){_BLANK}(?:、|[.．](?:(?!{_DIGIT})|(?=(?:19|20)[0-9]{{2}}年)))",
        "1.建设高标准农田",
        inline=True,
    ),
    Form("arabic", "arabic", Rank.ARABIC, "⒈-⒛", "(?P<n>[⒈-⒛])", "⒈建设高标准农田"),
    Form(
        "arabic_paren",
        "arabic_paren",
        Rank.ARABIC_PAREN,
        "（(",
        f"[（(]{_BLANK}(?P<n>{_DIGIT}{{1,2}}){_BLANK}[）)]、?",
        "（1）完善规划",
        inline=True,
    ),
    Form(
        "arabic_paren",
        "arabic_paren",
        Rank.ARABIC_PAREN,
        "0-9０-９",
        f"(?P<n>{_DIGIT}{{1,2}})[）)]",
        "1）完善规划",
        inline=True,
    ),
    Form("arabic_paren", "arabic_paren", Rank.ARABIC_PAREN, "⑴-⒇", "(?P<n>[⑴-⒇])", "⑴完善规划", inline=True),
    Form("circled", "circled", Rank.CIRCLED, "①-⑳㉑-㉟❶-❿", "(?P<n>[①-⑳㉑-㉟❶-❿])", "①新建改建农村公路", inline=True),
    Form("word", "是", None, _NUMERALS, f"(?P<n>[{_NUMERALS}]{{1,3}})是", "一是强化项目支撑", inline=True),
    Form("word", "要", None, _NUMERALS, f"(?P<n>[{_NUMERALS}]{{1,3}})要", "一要深化改革", inline=True),
    Form(
        "word", "第", None, "第", f"第(?P<n>[{_NUMERALS}]{{1,3}})[，、,：:]{_PROSE}", "第一，坚持稳字当头", inline=True
    ),
    Form(
        "word",
        "其",
        None,
        "其",
        "其(?P<n>[一二三四五六七八九])(?:[，、,：:]|(?=是))",
        "其一，产业基础薄弱",
        inline=True,
    ),
    Form(
        "word",
        "首先",
        None,
        "首其再最",
        "(?P<n>首先|其次|再次|再者|最后)(?:[，,：:]|(?=[要是]))",
        "首先，要提高认识",
        inline=True,
    ),
    Form("dash", "dash", None, "—–―─－-", "(?:[—–―─－]|-(?![0-9]))(?: ?[—–―─－-]){0,3}", "——综合实力明显增强"),
    Form("bullet", "bullet", None, "●•◆■★▲◇◎▪▶►◼⚫", "[●•◆■★▲◇◎▪▶►◼⚫]", "●夯实农业基础"),
    Form("markdown", "markdown", None, "#", "#{1,6}(?!#)", "## 2023年工作回顾"),
)


class MarkerMatch(NamedTuple):
    """A marker found in a text: its form, where it ends, and its ordinal (``None`` for dashes and bullets)."""

    form: Form
    start: int
    end: int
    ordinal: int | None


class _Forms:
    """The forms that may begin with the same character, as one pattern with a named group each."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = forms

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at first use: most reports need few of the forms."""
        parts = [f"(?P<f{n}>{form.pattern.replace('?P<n>', f'?P<n{n}>')})" for n, form in enumerate(self.forms)]
        return re.compile("|".join(parts))


def _characters(row: str) -> str:
    """``㈠-㈢`` → ``㈠㈡㈢``."""
    return re.sub("(.)-(.)", lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), row)


def _by_first(forms: Sequence[Form]) -> dict[str, _Forms]:
    """The forms that may begin with a character, in the order of the table."""
    at: dict[str, tuple[Form, ...]] = {}
    for form in forms:
        for character in _characters(form.first):
            at[character] = (*at.get(character, ()), form)
    alike = {found: _Forms(found) for found in at.values()}
    return {character: alike[found] for character, found in at.items()}


_BY_FIRST = _by_first(FORMS)
_INLINE_FIRST = "".join(form.first for form in FORMS if form.inline)
#: An inline marker follows a stop, a colon or a comma, which keeps 第一要务 and 万一是 out, or a caption lost in the
#: text: 青禾日报记者 李禾/摄三是…. The match ends behind the first character of the marker.
_INLINE = re.compile(f"[。；：！？，;:!?,…．.摄](?:[{_INLINE_FIRST}]|[ \u3000”’）][{_INLINE_FIRST}])")
_CAPTION_ENDS = ("/摄", "／摄")


def number(text: str) -> int | None:
    """The value of an ordinal as written: ``十二`` → 12, ``３`` → 3, ``④`` → 4, ``其次`` → 2."""
    if text in _SEQUENCE:
        return _SEQUENCE[text]
    if text in _ENCLOSED:
        return _ENCLOSED[text]
    return ordinal(text)


def marker_at(text: str, position: int = 0) -> MarkerMatch | None:
    """The marker that ``text`` has at ``position``, in any form of the table; ``None`` when there is none."""
    candidates = _BY_FIRST.get(text[position : position + 1])
    match = candidates.pattern.match(text, position) if candidates else None
    if candidates is None or match is None:
        return None
    name = match.lastgroup
    assert name is not None
    form = candidates.forms[int(name[1:])]
    ordinal = number(match["n" + name[1:]]) if "?P<n>" in form.pattern else None
    return MarkerMatch(form, position, match.end(), ordinal)


def inline_places(texts: Sequence[str]) -> list[list[Span]]:
    """For each text, where a marker may start an item: the place of the stop, and that of the first character."""
    places: list[list[Span]] = [[] for _ in texts]
    index = start = 0
    end = len(texts[0]) if texts else 0
    for match in _INLINE.finditer("\n".join(texts)):  # one search for all; no match crosses a line end
        stop = match.start()
        while stop > end:
            index += 1
            start = end + 1
            end = start + len(texts[index])
        places[index].append((stop - start, match.end() - 1 - start))
    return places


def inline_markers(text: str, start: int, places: Sequence[Span]) -> Iterator[MarkerMatch]:
    """The markers that may start an item in ``text[start:]``, in order; the caller says which form a run.

    ``places`` are those of :func:`inline_places`.
    """
    position = start
    found = marker_at(text, start)
    if found is not None and found.form.inline:
        yield found
        position = found.end - 1  # 第一，一是…: the end of a marker is a stop, too
    for stop, first in places:
        if stop < position or (text[stop] == "摄" and not text.endswith(_CAPTION_ENDS, position, stop + 1)):
            continue
        found = marker_at(text, first)
        if found is not None and found.form.inline:
            yield found
            position = found.end


def starts_node(line: str) -> bool:
    """Whether a line, stripped of blanks and emphasis marks, begins with an outline marker."""
    text = line.lstrip("* ")
    candidates = _BY_FIRST.get(text[:1])
    return candidates is not None and candidates.pattern.match(text) is not None
