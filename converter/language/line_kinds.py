"""What the lines at the edges of a document look like: salutation, date, occasion, author, remains of a web page.

Every pattern reads the compact form of a line (:func:`compact`), which is short; none can backtrack beyond it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from converter.language.addresses import ADDRESSEE, SALUTATION, SALUTATION_LINE
from converter.language.dates import DATE, FULL_DATE
from converter.language.markers import marker_at
from converter.language.normal_form import compact
from converter.language.offices_and_names import OFFICE, OFFICE_ENDS, author_parts
from converter.language.web_furniture import WEAK, furniture_kind
from converter.patterns import late

LineKind = Literal[
    "salutation", "addressee", "date", "printing", "dateline", "newspaper", "remains", "remark", "caption",
    "number", "author", "position", "occasion", "title", "contents",
]  # fmt: skip

# What a title ends with: `政府工作报告`, `…总结大会上的讲话`, `…第十个五年计划纲要`.
_TITLES = (
    "报告|讲话|发言|致辞|演讲|说明|公报|规划|纲要|计划|方案|意见|通知|决定|决议|公告|通告|通报|办法|条例|要点|批复"
    "|白皮书|纪要|细则|规定|倡议书|公开信|贺词|献词|致词|指示|建议"
)


_TITLE_ENDS = "".join(dict.fromkeys(word[-1] for word in _TITLES.split("|")))
# What the title of a paper about a year's work ends with, behind who does it and the year.
_YEARLY = "安排|任务|总结|打算|部署|清单|分工|重点工作|主要工作|民生实事|实事项目|工作情况|工作汇报|目标"
_YEARLY_ENDS = "".join(dict.fromkeys(word[-1] for word in _YEARLY.split("|")))


class LinePattern(NamedTuple):
    """A kind of line and the pattern that covers such a line, compact, from its first to its last character.

    Such a line begins with one of the characters ``first``, ends in one of ``last`` and has one of ``holds``, where
    these are not empty: so a cheap look spares most lines most patterns.
    """

    kind: LineKind
    pattern: re.Pattern[str]
    first: str
    last: str
    holds: str


def _line(kind: LineKind, *patterns: str, first: str = "", last: str = "", holds: str = "") -> LinePattern:
    return LinePattern(kind, late("|".join(patterns)), first, last, holds)


# In the order they are tried: the first pattern that covers the line wins.
_LINES = (
    # `各位代表：`, `同志们！`
    _line("salutation", SALUTATION, SALUTATION_LINE, last=":!"),
    # with its first characters lost: `位代表：`
    _line("salutation", r"位?代表[:!]", last=":!"),
    _line(
        "addressee",
        ADDRESSEE,
        last=":",
    ),
    # `（2022年10月16日）`, `时间：2007-03-02`, `（2020年11月21日，北京）`
    _line(
        "date",
        rf"[(]?(?:.{{0,4}}(?:时间|日期):)?{DATE}(?:\d\d?:\d\d(?::\d\d)?)?(?:,.{{1,10}})?[)]?",
        holds="年-./",
    ),
    # `二〇二三年二月二十日印`, `2023年2月20日印发`
    _line("printing", rf"[(]?{DATE}(?:印发?|印制|印刷)[)]?", last="印发制刷)", holds="印"),
    # `新华社北京10月27日电`, `（新华社一九七五年一月二十日讯）`
    _line("dateline", r"[(]?(?:新华社|中新社|人民网|本报)[^。]{1,24}[电讯][)]?", first="(新中人本", last="电讯)"),
    # `青禾日报/2001年/02月/20日/第A01版/`, `《人民日报》（2020年02月24日02版）`
    _line(
        "newspaper",
        r"[(]?《?.{2,8}?(?:日报|晚报|时报|公报)》?[/(]?\d{4}[^。]{0,24}(?:版/?|期)[)]?",
        last="版/期)",
        holds="报",
    ),
    # `（根据录音整理，未经本人审阅）`, `（讨论稿）`, `（名词解释附后）`
    _line(
        "remark",
        r"[(][^()。]{0,24}(?:整理|审阅|节选|摘要|全文|摘登|草案|讨论稿|送审稿|征求意见稿|审议稿|二维码|另发|附后|公开发布|主动公开|依申请公开|不予公开|无正文)[^()。]{0,12}[)]",
        first="(",
        last=")",
    ),
    # `10月18日，…在大会上作报告。新华社记者 张三 摄`, `李禾 摄`
    _line("caption", r".{0,100}记者.{2,12}摄[)]?", r"[一-鿿]{2,8}(?:/|／)?摄", last="摄)", holds="摄"),
    # `省长李禾作政府工作报告`, `县长李禾同志代表县人民政府向大会作工作报告`
    _line(
        "caption",
        rf"[^。:,!?]{{0,24}}(?:{OFFICE})[一-鿿·]{{2,12}}?(?:同志)?(?:代表[^。]{{2,20}})?(?:在[^。]{{2,24}}上)?(?:向大会|向会议)?(?:正在|在)?[作做](?:政府)?(?:工作)?报告",
        last="告",
        holds="作做",
    ),
    # `图为大会现场。`, `（资料图片）`, `大会会场（李禾 摄）`
    _line("caption", r"[(]?(?:图为|资料图|图①|图1:).{0,80}", first="(图资"),
    # `（青政办〔2022〕6号）`, `国发〔2021〕7号`
    # `青禾县第十七届人民代表大会第四次会议文件（二）`
    _line(
        "number",
        r".{4,60}(?:会议|大会)(?:文件|材料)(?:之?[(]?[一二三四五六七八九十\d]{1,3}[)]?)?",
        holds="件料",
    ),
    _line("number", r"[(]?[一-鿿]{1,12}[〔\[【(]\d{4}[〕\]】)]\d{1,4}号[)]?", last="号)", holds="号"),
    # `报告人：市长 张三`; an office and a name are read by :func:`author_parts`
    _line("author", r"(?:报告人|作者|发言人|讲话人):.{2,30}", first="报作发讲", holds=":"),
    # `国务院总理` on a line of its own, the name on the next one
    _line("position", rf"[^。:!?,《》“”\d]{{0,30}}(?:{OFFICE})", last=OFFICE_ENDS),
    # `——2012年1月14日在青禾县第五届人民代表大会第二次会议上`, `——在县委全会上的讲话`
    _line("occasion", r"(?:—|-|－|–|―|─){1,8}[^。]{2,120}", first="—-－–―─"),
    # `（2023年2月21日在…会议上）`, `（…第四次会议通过）`
    _line(
        "occasion",
        rf"[(\[【［〔](?:{DATE})?[^。()]{{0,80}}(?:会议|大会|全会|代表会)[^。()]{{0,16}}[)\]】］〕]?",
        rf"[(\[【［〔]{DATE}在[^。()]{{2,80}}[)\]】］〕]?",
        first="([【［〔",
    ),
    # `2025年1月8日 青禾县第十七届人民代表大会第五次会议`
    _line("occasion", rf"{FULL_DATE}[^。()]{{4,80}}(?:会议|大会|全会)", last="议会", holds="日"),
    # `2022年10月28日在…会议上`, `人民代表大会第二次会议上`
    _line("occasion", rf"(?:{DATE})?在?[^。()]{{0,80}}(?:会议|会|论坛)上[)]?", last="上)", holds="上"),
    # `政府工作报告`, `…总结大会上的讲话`, `…第十个五年计划纲要`, `政府工作报告（文字实录）`, `关于印发…实施意见的通知`
    _line("title", rf"[^。!?]{{0,120}}(?:{_TITLES})(?:[(][^()]{{1,20}}[)]|·)?", last=f"{_TITLE_ENDS})·"),
    # `青禾县2025年重点工作安排`, `云岭市教育局2024年工作总结`; `2025年工作安排` alone is a heading
    _line(
        "title",
        rf"[^。!?,:]{{2,60}}\d{{4}}年[^。!?,:]{{0,30}}(?:{_YEARLY})(?:[(][^()]{{1,20}}[)])?",
        last=f"{_YEARLY_ENDS})",
        holds="年",
    ),
    _line("contents", r"目录.{0,6}", first="目"),
)

_LONGEST_LINE = 220
_LONGEST_TITLE_WITH_COMMA = 60
#: No marker is longer than this.
_MARKER = 24


def line_kind(text: str) -> LineKind | None:
    """The kind of the line ``text`` by the first pattern that covers all of it, or ``None``."""
    return _kind_of(text) if len(text) <= 2 * _LONGEST_LINE else None


@lru_cache(maxsize=128)
def _kind_of(text: str) -> LineKind | None:
    line = compact(text)
    if not line or len(line) > _LONGEST_LINE:
        return None
    if author_parts(text) is not None:
        return "author"
    kind = _first_covering(line)
    if kind in (None, "title", "occasion") and furniture_kind(text) not in (None, *WEAK):
        return "remains"
    return None if kind == "title" and _is_no_title(line) else kind


def _first_covering(line: str) -> LineKind | None:
    """The kind of the first pattern that covers the whole compact ``line``."""
    begins, ends = line[0], line[-1]
    for kind, pattern, first, last, holds in _LINES:
        if (
            (not first or begins in first)
            and (not last or ends in last)
            and (not holds or any(character in line for character in holds))
            and pattern.fullmatch(line)
        ):
            return kind
    return None


def _is_no_title(line: str) -> bool:
    """Whether a line that ends like a title is a numbered heading or a long clause."""
    return is_marked(line) or ("," in line and len(line) > _LONGEST_TITLE_WITH_COMMA)


def is_marked(text: str) -> bool:
    """Whether a line starts with an outline marker (`一、`, `第一篇`, `1）`); the dash before an occasion is none."""
    match = marker_at(text[:_MARKER])
    return match is not None and match.form.family != "dash"
