"""The marker families of docs/conventions.md §2: one row a form, with an example; code only walks the table.

A form is how a marker is written; forms of one family stand at the same level. ``rank`` orders the families that have a
usual place; floating families (``rank`` is ``None``) stand below whatever introduced them.
"""

from __future__ import annotations

from dataclasses import dataclass

from converter.language.ranks import Rank
from converter.model import MarkerFamily

_NUMERALS = "一二三四五六七八九十"
_CJK = f"[{_NUMERALS}百零〇]{{1,5}}"
_DIGIT = "[0-9０-９]"
#: 一、二、三产业 and 第一、二季度 count in running prose.
_PROSE = f"(?![{_NUMERALS}]+(?:[、，,和及至到]|产业|季度|线城|年级))"
_BLANK = "[ \\t\u00a0\u3000]{0,3}"
#: A dot behind a number in print and typescript, and as small forms and character recognition have it.
_DOT, _OTHER_DOT = "[.．]", "[﹒·・•]"
#: A stop or colon that some writers put behind a marker that is complete without it: 一是：, （1）., ①、.
_AFTER = "[、.．﹒：:，,]?"
#: 第一部分, 第3章
_DIVISION = f"第{_BLANK}(?P<n>{_CJK}|[0-9]{{1,3}}){_BLANK}"
#: What an archivist's eye knows as no 一 and character recognition writes for it.
_MISREAD = "[-—–―─－ー_]"
#: What stands behind a decimal that measures: 2.1亿元, 3.5个百分点, 1.2倍.
_MEASURES = "[.．]?[0-9０-９]|[%％‰℃万亿元吨倍]|[十百千]+[万亿个]|个百分点|公[里斤顷]|平方|立方|亩(?!均)"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a marker: ``pattern`` matches the marker alone, its group ``n`` the ordinal.

    ``first`` names the characters that it may begin with, as in a class of a pattern; it is looked for at no other.
    ``inline`` says whether the form may also start an item inside a paragraph. ``series`` keeps runs apart that may
    nest in one another although the family is the same (``一要`` over ``一是``, ``第一章`` over ``第一节``). A
    ``doubtful`` form is a marker only where its run goes on: ``-、`` is 一、 where 二、 follows. ``value`` is the
    ordinal of a form that does not show it.
    """

    family: MarkerFamily
    series: str
    rank: float | None
    first: str
    pattern: str
    example: str
    inline: bool = False
    doubtful: bool = False
    value: int | None = None


def _division(series: str, rank: float, no_word: str, after: str, example: str, *, doubtful: bool = False) -> Form:
    written = f"部{_BLANK}分" if series == "部分" else series
    pattern = f"{_DIVISION}{written}(?![{no_word}]){after}"
    return Form("division", series, rank, "第", pattern, example, doubtful=doubtful)


def _cjk(pattern: str, first: str, example: str, *, value: int | None = None) -> Form:
    return Form("cjk", "cjk", Rank.CJK, first, pattern, example, doubtful=value is not None, value=value)


def _cjk_paren(pattern: str, first: str, example: str, *, doubtful: bool = False, value: int | None = None) -> Form:
    return Form("cjk_paren", "cjk_paren", Rank.CJK_PAREN, first, pattern, example, doubtful=doubtful, value=value)


def _arabic(pattern: str, first: str, example: str, *, inline: bool = False) -> Form:
    return Form("arabic", "arabic", Rank.ARABIC, first, pattern, example, inline=inline)


def _arabic_paren(pattern: str, first: str, example: str) -> Form:
    return Form("arabic_paren", "arabic_paren", Rank.ARABIC_PAREN, first, pattern, example, inline=True)


def _word(series: str, first: str, pattern: str, example: str) -> Form:
    return Form("word", series, None, first, pattern, example, inline=True)


def _decimal(series: str, rank: float, dots: int, example: str, after: str = "") -> Form:
    number = f"(?:{_DIGIT}{{1,2}}[.．]){{{dots}}}(?P<n>{_DIGIT}{{1,2}})"
    pattern = f"{number}(?!{_BLANK}(?:{_MEASURES})){after}[.．、]?"
    return Form("arabic", series, rank, "0-9０-９", pattern, example, doubtful=True)


FORMS: tuple[Form, ...] = (
    _division("部分", Rank.PART, "之地人群", "[：:、，]?", "第一部分 过去五年的工作"),
    _division("篇", Rank.VOLUME, "文章幅报", "[：:、]?", "第一篇 指导方针和发展目标"),
    _division("编", Rank.BOOK, "制号者辑", "[：:、]?", "第一编 总则"),
    _division("章", Rank.CHAPTER, "程法", "[：:、]?", "第三章 主要任务"),
    _division("节", Rank.SECTION, "课约能", "[：:、]?", "第二节 发展目标"),
    _cjk(
        f"(?P<n>{_CJK}){_BLANK}(?:、|{_DOT}|{_OTHER_DOT}(?![{_NUMERALS}])){_PROSE}",
        f"{_NUMERALS}百零〇",
        "一、2023年工作回顾",
    ),
    _cjk_paren(
        f"[（(〔〈［【]{_BLANK}(?P<n>{_CJK}){_BLANK}[）)〕〉］】]{_AFTER}", "（(〔〈［【", "（一）全力以赴抓项目"
    ),
    _cjk_paren(f"(?P<n>[㈠-㈩]){_AFTER}", "㈠-㈩", "㈠加强农业基础"),
    _arabic(
        f"(?P<n>{_DIGIT}{{1,3}}){_BLANK}"
        f"(?:、|{_DOT}(?:(?!{_DIGIT})|(?=(?:19|20)[0-9]{{2}}年))|{_OTHER_DOT}(?!{_BLANK}{_DIGIT}))",
        "0-9０-９",
        "1.建设高标准农田",
        inline=True,
    ),
    _arabic(f"(?P<n>[⒈-⒛]){_AFTER}", "⒈-⒛", "⒈建设高标准农田"),
    _arabic_paren(f"[（(]{_BLANK}(?P<n>{_DIGIT}{{1,2}}){_BLANK}[）)]{_AFTER}", "（(", "（1）完善规划"),
    _arabic_paren(f"(?P<n>{_DIGIT}{{1,2}}){_BLANK}[）)]{_AFTER}", "0-9０-９", "1）完善规划"),
    _arabic_paren(f"(?P<n>[⑴-⒇]){_AFTER}", "⑴-⒇", "⑴完善规划"),
    Form(
        "circled",
        "circled",
        Rank.CIRCLED,
        "①-⑳㉑-㉟❶-❿",
        f"(?P<n>[①-⑳㉑-㉟❶-❿]){_AFTER}",
        "①新建改建农村公路",
        inline=True,
    ),
    _word("是", _NUMERALS, f"(?P<n>[{_NUMERALS}]{{1,3}}){_BLANK}是{_AFTER}", "一是强化项目支撑"),
    _word("要", _NUMERALS, f"(?P<n>[{_NUMERALS}]{{1,3}}){_BLANK}要{_AFTER}", "一要深化改革"),
    _word("第", "第", f"第{_BLANK}(?P<n>[{_NUMERALS}]{{1,3}})[，、,：:]{_PROSE}", "第一，坚持稳字当头"),
    _word("其", "其", "其(?P<n>[一二三四五六七八九])(?:[，、,：:]|(?=是))", "其一，产业基础薄弱"),
    _word("首先", "首其再最", "(?P<n>首先|其次|再次|再者|最后)(?:[，、,：:]|(?=[要是]))", "首先，要提高认识"),
    Form("dash", "dash", None, "—–―─－-", "(?:[—–―─－]|-(?![0-9]))(?: ?[—–―─－-]){0,3}", "——综合实力明显增强"),
    Form("bullet", "bullet", None, "●•◆■★▲◇◎▪▶►◼⚫❖➢➤", "[●•◆■★▲◇◎▪▶►◼⚫❖➢➤]", "●夯实农业基础"),
    # In running text these signs stand in names, for removed words and in sums: only with a blank they are bullets.
    Form(
        "bullet",
        "bullet",
        None,
        "·・*+",
        "[·・*+](?=[ \\t\u00a0\u3000]{1,3}[一-鿿“《（(])",
        "· 夯实农业基础",
        doubtful=True,
    ),
    Form("markdown", "markdown", None, "#", "#{1,6}(?!#)", "## 2023年工作回顾"),
    _division(
        "条",
        Rank.ARTICLE,
        "件款",
        "(?=[ \\t\u00a0\u3000：:])",
        "第一条　为规范公共数据管理，制定本办法。",
        doubtful=True,
    ),
    _decimal("1.1", Rank.DECIMAL, 1, "2.1 发展目标", "(?=[ \\t\u00a0\u3000])"),
    _decimal("1.1.1", Rank.DECIMAL_BELOW, 2, "2.1.1 产业规模"),
)

#: Forms that are markers only where their run goes on.
DOUBTFUL: tuple[Form, ...] = (
    _division("条", Rank.ARTICLE, "件款", "", "第一条为规范公共数据管理，制定本办法。", doubtful=True),
    _cjk(f"{_MISREAD}[、．﹒]", "-—–―─－ー_", "-、2023年工作回顾", value=1),
    _cjk_paren(f"[（(]{_BLANK}{_MISREAD}{{1,2}}{_BLANK}[）)]", "（(", "（-）做强产业", doubtful=True, value=1),
    _cjk_paren(f"(?P<n>{_CJK}){_BLANK}[）)]{_AFTER}", _NUMERALS, "一）做强产业", doubtful=True),
    Form("word", "是", None, "-—－", "[-—－]是", "-是强化项目支撑", doubtful=True, value=1),
    _decimal("1.1", Rank.DECIMAL, 1, "2.1发展目标"),
    # The other way round, 一一 for ——.
    Form("dash", "dash", None, "一", "一{2,3}(?=[一-鿿“]{4})", "一一综合实力明显增强", doubtful=True),
    # A number alone, as standards and plans write it over their 2.1 and 2.2.
    Form(
        "arabic",
        "1",
        Rank.ARABIC,
        "0-9０-９",
        f"(?P<n>{_DIGIT}{{1,2}})(?=[ \\t\u00a0\u3000]{{1,3}}[一-鿿]{{2}})",
        "2 总体要求",
        doubtful=True,
    ),
)
