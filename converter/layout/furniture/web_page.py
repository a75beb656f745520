"""Remains of web pages: tags, blank entities, navigation and publication lines."""

from __future__ import annotations

import re

from converter.layout.lines import Line, is_complete
from converter.layout.offset_map import Cut, MappedText
from converter.model import Span
from converter.patterns import late

#: Elements that start a line of their own, and those that stand inside one.
BLOCK_TAGS = late(
    "p|div|br|h[1-6]|center|table|tbody|thead|tr|td|th|[uod]l|li|d[td]|hr|section|article|header|footer|main|nav"
    "|blockquote|pre|title|head|body|html|form"
)
INLINE_TAGS = late("span|font|b|strong|i|em|u|a|su[bp]|o:p|st1|img|label|small|big|ins|del|s|input")
#: Attributes that a careless extraction glues to the element's name: ``<divclass="detail">``.
_GLUED_ATTRIBUTE = late("(?:class|id|style|align|href|name|width|target)$")

_TAG = late(r"</?([A-Za-z][A-Za-z0-9:]{0,15})[^<>]{0,400}>|<!--[^<>]{0,400}-->|<!doctype[^<>]{0,200}>", re.IGNORECASE)
#: Entities that stand for white space; others carry a character and stay in the text.
_BLANK_ENTITY = late("&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#8194|#8195|#12288|#x3000|#xa0);?", re.IGNORECASE)

#: Lines of a web page that are no part of the report: an example, and a pattern for the line without its blanks.
WEB_LINES: tuple[tuple[str, str], ...] = (
    (
        "发布时间：2024-01-15 10:20 来源：青禾县政府办",
        r"(?:发布|发文|更新|公开|成文)?(?:时间|日期)[：:]?[0-9]{4}[-/.年].{0,60}",
    ),
    ("来源：市政府研究室 作者： 浏览次数：12", r"(?:信息|文章|稿件)?(?:来源|作者|责任编辑|编辑|审核|校对)[：:].{0,40}"),
    ("浏览次数：1024次", r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?[：:]?[0-9]{0,9}次?"),
    ("字体：【大 中 小】", r"[【\[]?字(?:体|号)[：:]?.{0,20}"),
    (
        "打印本页 关闭窗口 分享到：",
        r"[【\[]?(?:打印|关闭|收藏|分享到?|复制链接|保存|下载)[】\]]?(?:本页|此页|窗口|页面)?.{0,20}",
    ),
    ("扫一扫在手机打开当前页", r"扫一扫.{0,20}"),
    ("当前位置：首页 > 政务公开 > 政府工作报告", r"(?:您|你)?(?:的)?(?:当前|所在)(?:的)?位置[：:]?.{0,80}"),
    ("首页 > 政务公开 > 政府工作报告", r"首页[>＞»›|/].{0,80}"),
    ("上一篇：… 下一篇：…", r"[上下]一[篇页条][：:]?.{0,60}"),
    ("【我要纠错】 责任编辑：某某", r"[【\[]我要纠错[】\]].{0,40}"),
    ("网站地图 | 关于我们 | 联系我们", r".{0,60}(?:网站地图|关于我们|联系我们|网站声明).{0,60}"),
    ("版权所有：青禾县人民政府", r"版权所有.{0,80}"),
    ("主办单位：青禾县人民政府办公室", r"主办单位[：:].{0,120}"),
    ("备案号：某ICP备00000001号", r".{0,80}(?:ICP备|公网安备|网站标识码).{0,80}"),
    ("回到顶部", r"(?:回到|返回)(?:页面)?(?:顶部|首页|列表)"),
    ("https://www.example.com/a.html", r"(?:原文链接[：:])?(?:https?://|www\.)[!-~]{4,300}"),
    ("All rights reserved.", r".{0,200}Allrightsreserved.{0,100}"),
    ("↑", r"[↑^|·]{1,3}"),
    ("false", r"(?:Publicdomain|false|true|null|undefined)"),
)
_WEB_LINE = late("|".join(f"(?:{pattern})" for _, pattern in WEB_LINES), re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_LONGEST_WEB_LINE = 300
_HEAD_LINES = 12
_TAIL_LINES = 40
_PARAGRAPH = 60
#: What is left of the quotes around a field of a table when its tags are gone.
_LONE_QUOTES = frozenset("\"'“”")
#: Lines of navigation stand together; one such line far from the edges of the document is more likely text.
_SURE_SIGNS = (
    "ICP备",
    "浏览次数",
    "公网安备",
    "网站标识码",
    "版权所有",
    "扫一扫",
    "网站地图",
    "我要纠错",
    "http",
    "ights reserved",
    "Public domain",
    "false",
)
_SURE = late(
    "ICP备|浏览次数|公网安备|网站标识码|版权所有|扫一扫|网站地图|我要纠错|https?://|Allrightsreserved|Publicdomain|false",
    re.IGNORECASE,
)


class WebReading:
    """The text without tags and blank entities, and where they stood (in source offsets)."""

    __slots__ = ("mapped", "removed")

    def __init__(self, mapped: MappedText, removed: list[Span]) -> None:
        self.mapped = mapped
        self.removed = removed


def read_tags(mapped: MappedText) -> WebReading:
    """Take HTML tags and blank entities out of ``mapped``; a tag that starts a block leaves a line break."""
    text = mapped.text
    has_tags = "<" in text and ">" in text
    if not has_tags and "&" not in text:
        return WebReading(mapped, [])
    cuts: list[Cut] = []
    if has_tags:
        for found in _TAG.finditer(text):
            filler = _filler(found[1])
            if filler is not None:
                cuts.append(Cut(*found.span(), filler))
    if "&" in text:
        cuts += [Cut(*found.span()) for found in _BLANK_ENTITY.finditer(text)]
        cuts = _apart(cuts)
    if not cuts:
        return WebReading(mapped, [])
    return WebReading(mapped.without(cuts), [mapped.span(cut.start, cut.end) for cut in cuts])


def _filler(name: str | None) -> str | None:
    """What stands for the tag of this element: a line break, nothing; ``None`` when it is no HTML element."""
    if name is None:
        return ""
    name = name.lower()
    if not BLOCK_TAGS.fullmatch(name) and not INLINE_TAGS.fullmatch(name):
        name = _GLUED_ATTRIBUTE.sub("", name)
    if BLOCK_TAGS.fullmatch(name):
        return "\n"
    return "" if INLINE_TAGS.fullmatch(name) else None


def _apart(cuts: list[Cut]) -> list[Cut]:
    """``cuts`` in order, less those that stand inside another."""
    kept: list[Cut] = []
    for cut in sorted(cuts):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept


def may_hold_web_lines(text: str) -> bool:
    """Whether ``text`` holds any of the words that only a web page has; cheap, for a whole document."""
    return any(sign[0] in text and sign in text for sign in _SURE_SIGNS)


def web_lines(lines: list[Line], tagged: bool) -> list[int]:
    """The indices of ``lines`` that are navigation or publication lines.

    Patterns that a report could hold count only among the first or last lines of a page, and in a text with tags
    (``tagged``) or with a line that no report holds, such as a site's licence number.
    """
    matches = [
        index
        for index, line in enumerate(lines)
        if len(line.text) <= _LONGEST_WEB_LINE and _WEB_LINE.fullmatch(_BLANKS.sub("", line.text))
    ]
    if not matches:
        return []
    sure = [index for index in matches if _SURE.search(_BLANKS.sub("", lines[index].text))]
    if not sure and not tagged:
        return []
    taken = set(sure)
    taken.update(index for index in matches if index < _HEAD_LINES or index >= matches[-1] - _TAIL_LINES)
    taken.update(_navigation(lines, sure))
    if tagged:
        taken.update(index for index, line in enumerate(lines) if line.text in _LONE_QUOTES)
    return sorted(taken)


def _navigation(lines: list[Line], sure: list[int]) -> range:
    """The menus that stand between the sure lines below the last paragraph of the document, and a few lines after."""
    last = len(lines) - 1
    while last >= 0 and not (len(lines[last].text) > _PARAGRAPH and is_complete(lines[last].text)):
        last -= 1
    below = [index for index in sure if index > last]
    if len(below) < 2:
        return range(0)
    end = len(lines) if len(lines) - below[-1] <= 4 else below[-1] + 1
    return range(below[0], end)
