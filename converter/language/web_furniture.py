"""What government and news sites print around a report: a grammar of such lines, kept in lexicons of words and forms.

Whether a line that looks so *is* furniture, the place where it stands decides (:mod:`converter.layout.furniture`).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from converter.language.normal_form import compact
from converter.patterns import late

FurnitureKind = Literal[
    "tool_bar", "button", "crumbs", "publication", "stamp", "counter", "contact", "code", "neighbour", "related",
    "pager", "attachment", "copyright", "notice", "link", "program", "end",
]  # fmt: skip

#: Kinds that no part of a report looks like, wherever they stand, and signs of which each of their lines has one.
ANYWHERE: frozenset[FurnitureKind] = frozenset({"code", "copyright", "link", "pager", "tool_bar"})
_ANYWHERE_SIGNS = (
    "扫", "二维码", "公众号", "视频号", "ICP", "公网安备", "标识码", "版权", "opyright", "COPYRIGHT", "©", "ights",
    "http", "www.", "上一页", "下一页", "打印", "分享", "字号", "字体", "网站地图", "关于我们", "联系我们", "网站声明",
)  # fmt: skip
#: Kinds of which a single line, with no other furniture beside it, says nothing: 中, 阅读, 政府工作报告.pdf.
WEAK: frozenset[FurnitureKind] = frozenset({"button", "program", "end", "counter", "attachment", "contact"})

_LEXICONS = Path(__file__).with_name("lexicons")
#: A day and a time of day as programs write them: `2026-01-31 07:00:44`, `2026/2/2 09:20`, `2026年02月10日08:03`.
_DAY = r"(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})"
#: What the names in the forms stand for.
_PARTS = {
    "{day}": _DAY,
    "{time}": r"\d{1,2}:\d{2}(?::\d{2})?",
    "{counted}": "(?:浏览|点击|阅读|访问|查看|人气|热度|点赞|评论|播放|下载|分享|转发|收听|跟帖)",
}
#: What the words of a tool bar are put between: `【打印】【关闭】`, `A- | A+`, `分享到：`.
_BETWEEN = frozenset("|｜/\\·•・—-_[]【】()〔〕〖〗《》<>＞＜:,、，.+＋=×↑↓←→▲▼■□●○☆★&;'\"*")
_LONGEST_WORD = 10
#: What the name of a site or a newspaper ends in; behind the title of a page stands also who keeps the site.
_SITE = (
    "门户网站|政府网站?|人民政府网|政务网|政务服务网|信息网|新闻网|日报网?|晚报|晨报|早报|时报|商报|新闻客户端|客户端|融媒体中心|融媒|电视台"
    "|在线|公众号|发布厅|信息公开(?:网|平台|专栏|目录)?|政务公开|门户|网站|官网|新闻中心|人大网"
)
_KEEPER = "人民政府|办公室|研究室|首页|委员会|中心|频道|专栏|栏目"
_SITE_NAME = late(rf"[^。,:!?《》“”]{{0,20}}(?:{_SITE})")
#: `政府工作报告_青禾县人民政府`, `政府工作报告 - 政务公开 - 青禾县人民政府门户网站`
_PAGE_TITLE = late(rf"[^。:]{{2,60}}?(?:[_|｜]|-(?!-))[^。:]{{0,60}}(?:{_SITE}|{_KEEPER})")
#: Labels in a table of facts about the page, which stand without a colon.
_SHOWN_LABEL = late(
    "字[体号](?:大小)?|索引号|(?:主题|体裁|组配)分类|发[文布](?:机关|机构|字号|日期)|成文日期|文号|信息名称|公开(?:方式|范围)"
)
#: The author of a page, who is named without an office: `作者：办公室`.
_PAGE_AUTHOR = late(r"作者:[^。,:]{0,20}")
# `#2026青禾两会`, `#春耕# #农业#`; a heading of Markdown has a blank behind its #
_TOPICS = late(r"#[^\s#。]{2,20}#?(?:\s{0,2}#[^\s#。]{2,20}#?){0,4}")
_BARE_DAY = late(rf"(?:时间|日期):{_DAY}|[\[【]?(?:19|20)\d\d(?:[-/.]\d{{1,2}}){{2}}[\]】]?")
#: What stands between a label and its value: `来源：青禾日报`, `编辑丨李禾`, `责编 / 王山`.
_SEPARATOR = re.compile("[:丨|｜/](?<!://)")
_BRACKETS = "【】[]()●■◆▶>＞»›"
_LONGEST, _LONGEST_PART = 320, 12


class _Form(NamedTuple):
    kind: FurnitureKind
    pattern: re.Pattern[str]


@cache
def forms() -> tuple[tuple[FurnitureKind, str, str], ...]:
    """The rows of the lexicon: kind, example, pattern."""
    rows = (row.split("\t") for row in _rows("web_furniture.tsv"))
    return tuple((cast("FurnitureKind", kind), example, _filled(pattern)) for kind, example, pattern in rows)


def _filled(pattern: str) -> str:
    for name, meaning in _PARTS.items():
        pattern = pattern.replace(name, meaning)
    return pattern


@cache
def _patterns() -> tuple[_Form, ...]:
    assert {kind for kind, _, _ in forms()} <= set(get_args(FurnitureKind))
    return tuple(_Form(kind, re.compile(pattern)) for kind, _, pattern in forms())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in _rows(name) for word in row.split())


def _rows(name: str) -> list[str]:
    """The lines of a lexicon, without its comments."""
    return [row for row in (_LEXICONS / name).read_text(encoding="utf-8").splitlines() if row and row[0] != "#"]


def furniture_kind(text: str) -> FurnitureKind | None:
    """The kind of furniture that the line looks like; ``None`` when it looks like none."""
    if not text or len(text) > _LONGEST:
        return None
    line = compact(text)
    label, colon, _ = _SEPARATOR.sub(":", line.lstrip(_BRACKETS), count=1).partition(":")
    if colon and label.rstrip(_BRACKETS) in _words("publication_labels.txt") and "。" not in line:
        return "publication"
    if line.strip(_BRACKETS + ":") in _words("related_lists.txt"):
        return "related"
    if buttons := _made_of(line, _words("tool_bar.txt")):
        return "tool_bar" if buttons > 1 else "button"
    if text[0] == "#" and _TOPICS.fullmatch(text):
        return "button"
    if _is_menu(line):
        return "copyright"
    kind = next((form.kind for form in _patterns() if form.pattern.fullmatch(line)), None)
    if kind is None and _made_of(line, _words("channels.txt") | _words("tool_bar.txt")):
        return "button"
    return kind


def _made_of(line: str, words: frozenset[str]) -> int:
    """How many of ``words`` the line holds: 0 if it holds anything but them and signs between: `打印本页关闭窗口`."""
    position = found = 0
    while position < len(line):
        ends = range(min(len(line), position + _LONGEST_WORD), position, -1)
        end = next((end for end in ends if line[position:end] in words), None)
        if end is not None:
            position, found = end, found + 1
        elif line[position] in _BETWEEN:
            position += 1
        else:
            return 0
    return found


def _is_menu(line: str) -> bool:
    """Whether the line is the menu at the foot of a site: parts between bars, one of them a word of such menus."""
    menu = _words("site_menu.txt")
    parts = re.split("[|｜]", line)
    if len(parts) > 1:
        return any(part in menu for part in parts) and all(len(part) <= _LONGEST_PART for part in parts)
    return any(word in line for word in menu) and _made_of(line, menu | _words("tool_bar.txt")) > 0


def may_stand_anywhere(text: str) -> bool:
    """Whether ``text``, a line or a document, may hold furniture that counts wherever it stands; cheap."""
    return any(sign in text for sign in _ANYWHERE_SIGNS)


def opens_label(text: str) -> bool:
    """Whether a label ends the line, so that its value is on the next: `来源：`, `【字体：`, `索引号`."""
    if len(text) > 24:
        return False
    label, colon, value = compact(text).strip(_BRACKETS).partition(":")
    if value:
        return False
    if colon and label in _words("tool_bar.txt"):
        return False  # 分享到： stands before buttons
    if colon:
        return label == "作者" or label.rstrip(_BRACKETS) in _words("publication_labels.txt")
    return _SHOWN_LABEL.fullmatch(label) is not None


def is_page_title(text: str) -> bool:
    """Whether the line is the title of a web page with the name of its site: `政府工作报告_青禾县人民政府`."""
    return len(text) <= 120 and _PAGE_TITLE.fullmatch(compact(text)) is not None


def is_site_name(text: str) -> bool:
    """Whether the line names a site, a channel or a newspaper and nothing else: `青禾县人民政府门户网站`."""
    return len(text) <= 40 and _SITE_NAME.fullmatch(compact(text)) is not None


def is_page_author(text: str) -> bool:
    """Whether the line names who wrote the page: `作者：办公室`."""
    return len(text) <= 40 and _PAGE_AUTHOR.fullmatch(compact(text)) is not None


def is_bare_day(text: str) -> bool:
    """Whether the line is a day as programs write it and nothing else: `2025-01-12`, `时间：2025-01-12`."""
    return len(text) <= 40 and _BARE_DAY.fullmatch(compact(text)) is not None
