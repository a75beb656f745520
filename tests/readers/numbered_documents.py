"""A Word document for each form of automatic numbering, with the lines that Word shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tests.readers.packing import docx, part

#: The text of a paragraph, its level, and its list or its style.
Row = tuple[str, int, str]
_LISTS = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


class Numbered(NamedTuple):
    """A document, and its lines with the numbers that are drawn."""

    document: bytes
    lines: list[str]


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list whose numbers stand close to the text."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(levels: Sequence[str], rows: Sequence[Row], lines: Sequence[str], lists: str = _LISTS) -> Numbered:
    """A document with one definition of ``levels`` and paragraphs that are in ``lists``."""
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for text, depth, list_id in rows
    )
    definition = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return Numbered(docx(body, numbering=part(definition + lists)), list(lines))


def _plain(form: str, text: str, count: int, lines: Sequence[str], start: int = 1) -> Numbered:
    return numbered([level(0, form, text, start=start)], [("抓春耕", 0, "1")] * count, [f"{n}抓春耕" for n in lines])


def _styled() -> Numbered:
    """Numbers that sit in styles: ``标题 1`` states the list, each level names the style it belongs to."""
    levels = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>')
    levels += level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>')
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>{number}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>{number}</w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in (("1", "工作回顾"), ("1", "工作安排"), ("2", "抓春耕"), ("2", "抓项目"))
    )
    definition = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    document = docx(body, numbering=part(definition + _LISTS), styles=part(styles))
    return Numbered(document, ["一、工作回顾", "二、工作安排", "（一）抓春耕", "（二）抓项目"])


_OVERRIDING = (
    _LISTS + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
    + '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    + level(0, "decimal", "（%1）")
    + "</w:lvlOverride></w:num>"
)
_CHAPTER, _SECTION = level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%2.")
_ON = '<w:lvlRestart w:val="0"/>'
_TWO_CHAPTERS: tuple[Row, ...] = (
    ("总则", 0, "1"), ("目标", 1, "1"), ("任务", 1, "1"), ("保障", 0, "1"), ("组织", 1, "1"),
)  # fmt: skip

NUMBERED = {
    "chineseCounting": _plain("chineseCounting", "%1、", 4, ("九、", "十、", "十一、", "十二、"), start=9),
    "chineseCountingThousand": _plain("chineseCountingThousand", "（%1）", 2, ("（二十）", "（二十一）"), start=20),
    "chineseCountingThousand, a hundred": _plain("chineseCountingThousand", "%1、", 1, ("一百零一、",), start=101),
    "ideographTraditional": _plain("ideographTraditional", "%1、", 3, ("甲、", "乙、", "丙、")),
    "decimalEnclosedCircle": _plain("decimalEnclosedCircle", "%1", 3, ("①", "②", "③")),
    "decimalEnclosedCircle, beyond twenty": _plain("decimalEnclosedCircle", "%1", 2, ("⑳", "㉑"), start=20),
    "bullet": _plain("bullet", "●", 2, ("●", "●")),
    "bullet of a symbol font": _plain("bullet", "\uf06c", 2, ("●", "●")),
    "lvlText 第%1章": _plain("chineseCounting", "第%1章", 2, ("第一章", "第二章")),
    "in styles": _styled(),
    "start": _plain("decimal", "%1.", 2, ("3.", "4."), start=3),
    "start of an override": numbered(
        [level(0, "decimal", "%1.")],
        [("春", 0, "1"), ("夏", 0, "1"), ("秋", 0, "2"), ("冬", 0, "2")],
        ["1.春", "2.夏", "5.秋", "6.冬"],
        _OVERRIDING,
    ),
    "level of an override": numbered(
        [level(0, "decimal", "%1.")], [("春", 0, "1"), ("夏", 0, "3")], ["1.春", "（2）夏"], _OVERRIDING
    ),
    "restart under each parent": numbered(
        [_CHAPTER, _SECTION], _TWO_CHAPTERS, ["第一章总则", "1.目标", "2.任务", "第二章保障", "1.组织"]
    ),
    "no restart": numbered(
        [_CHAPTER, level(1, "decimal", "%2.", _ON)],
        _TWO_CHAPTERS,
        ["第一章总则", "1.目标", "2.任务", "第二章保障", "3.组织"],
    ),
    "isLgl": numbered(
        [_CHAPTER, level(1, "decimal", "%1.%2", "<w:isLgl/>")],
        _TWO_CHAPTERS,
        ["第一章总则", "1.1目标", "1.2任务", "第二章保障", "2.1组织"],
    ),
    "without isLgl": numbered(
        [_CHAPTER, level(1, "decimal", "%1.%2")],
        _TWO_CHAPTERS,
        ["第一章总则", "一.1目标", "一.2任务", "第二章保障", "二.1组织"],
    ),
}
