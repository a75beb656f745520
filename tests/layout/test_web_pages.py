"""What a web page prints around a report is layout, wherever it stands; what might be text stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[[str], list[str]]
FRONT = [
    "2026年青禾县政府工作报告",
    "——2026年1月8日在青禾县第十七届人民代表大会第五次会议上",
    "青禾县人民政府县长 李禾",
]
BODY = [
    "各位代表：",
    "现在，我代表县人民政府，向大会报告工作，请予审议。",
    "一、2025年工作回顾",
    "过去一年，全县各项工作取得新进展。",
    "各位代表，让我们为建设富裕文明的新青禾而努力奋斗！",
]


@pytest.mark.parametrize(
    "above",
    [
        "打印\n收藏\n【字号：\n大\n中\n小\n】",
        "首页\n>\n政务公开\n>\n政府工作报告",
        "当前位置：首页 > 政务公开 > 政府工作报告\n发布日期：2026-01-12 09:30   信息来源：县政府办   浏览次数：128",
        "青禾县人民政府门户网站\n无障碍阅读 | 长者模式 | 繁体\n青禾县2026年政府工作报告\n"
        "2026-01-12 09:30\n来源：\n青禾日报\n编辑：\n王山",
        "2026年青禾县政府工作报告_青禾县人民政府\n字体：大 中 小",
        "索 引 号\n000014349/2026-00012\n发文机关\n青禾县人民政府\n成文日期\n2026年1月12日\n"
        "标题：2026年青禾县政府工作报告",
    ],
)
def test_what_stands_above_the_printed_front(texts: Texts, codes: Texts, above: str) -> None:
    assert texts("\n".join([above, *FRONT, *BODY])) == [*FRONT, *BODY]
    assert codes("\n".join([above, *FRONT, *BODY])) == ["web_remains_removed"]


@pytest.mark.parametrize(
    "between",
    [
        "来源：青禾日报\n时间：2026-01-12",
        "2026-01-12 07:00:44\n稿源：青禾发布",
        "发表时间：\n2026-01-12 09:45:30\n阅读量：\n1024",
        "责任编辑：王山\n分享到：\n微信\n微博",
        "2026年1月12日\n来源：青禾日报",
    ],
)
def test_what_stands_inside_the_printed_front(texts: Texts, between: str) -> None:
    assert texts("\n".join([*FRONT[:2], between, FRONT[2], *BODY])) == [*FRONT, *BODY]
    assert texts("\n".join([*FRONT, between, *BODY])) == [*FRONT, *BODY]


@pytest.mark.parametrize(
    "below",
    [
        "（来源：青禾日报）\n责任编辑：王山",
        "相关报道：\n一图读懂2026年县政府工作报告\n县长李禾作政府工作报告",
        "上一篇：没有了\n下一篇：青禾县召开春耕现场会",
        "【打印】【关闭】\n扫一扫在手机打开当前页\n版权所有：青禾县人民政府\n青ICP备00000001号",
        "附件：\n1.2026年县政府工作报告.pdf\n网站地图 | 关于我们\n县政府部门网站\n乡镇网站",
        "（完）",
    ],
)
def test_what_stands_below_the_text(texts: Texts, below: str) -> None:
    assert texts("\n".join([*FRONT, *BODY, below])) == [*FRONT, *BODY]


@pytest.mark.parametrize(
    "line", ["上一页 1 2 3 下一页", "【打印】 【关闭】", "https://www.example.com/a_2.html", "扫一扫分享本页"]
)
def test_what_stands_anywhere(texts: Texts, line: str) -> None:
    assert texts("\n".join([*FRONT, *BODY[:3], line, *BODY[3:]])) == [*FRONT, *BODY]


def test_news_leads_and_captions_are_text(texts: Texts) -> None:
    news = [
        "1月8日，青禾县第十七届人民代表大会第五次会议开幕，县长李禾作政府工作报告。",
        "县长李禾作政府工作报告。本报记者 王山 摄",
    ]
    assert texts("\n".join([*FRONT, "来源：青禾日报", *news, *BODY])) == [*FRONT, *news, *BODY]


@pytest.mark.parametrize("line", ["附件", "2026年县民生实事清单", "联系电话：000-0000000", "李禾", "打印"])
def test_a_single_line_below_the_text_may_be_text(texts: Texts, line: str) -> None:
    assert texts("\n".join([*FRONT, *BODY, line])) == [*FRONT, *BODY, line]


def test_a_front_without_furniture_stays(texts: Texts) -> None:
    lines = ["凝心聚力 砥砺奋进", "青禾县人民政府", *FRONT, "（2026年1月8日）", *BODY]
    assert texts("\n".join(lines)) == lines


def test_scripts_styles_and_comments_are_layout(texts: Texts) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>政府工作报告_青禾县</title><style>p{color:red}</style></head><body>"
        "<!-- 正文 > 开始 --><script>var a = '<p>一、</p>';</script><p>各位代表：</p>"
        "<p>全县经济平稳运行。</p></body></html>"
    )
    assert texts(page) == ["各位代表：", "全县经济平稳运行。"]


def test_what_markdown_leaves(texts: Texts) -> None:
    text = (
        "---\ntitle: 政府工作报告\ndate: 2026-01-12\ntags:\n  - 报告\n---\n\n政府工作报告\n\n![图](a.png)\n"
        "各位代表：\n\n:::\n```\n全县[产业升级](https://example.com/a)加快。 {#a .b}\n```\n"
    )
    assert texts(text) == ["政府工作报告", "各位代表：", "全县产业升级加快。"]


def test_rules_italics_and_underlined_headings(texts: Texts) -> None:
    text = (
        "政府工作报告\n=====\n*2026年1月20日在岚山市人民代表大会上*\n***\n**各位代表：**\n一、回顾\n---\n"
        "全县经济平稳运行。\n"
    )
    assert texts(text) == [
        "政府工作报告",
        "2026年1月20日在岚山市人民代表大会上",
        "各位代表：",
        "一、回顾",
        "全县经济平稳运行。",
    ]


def test_the_object_of_a_program(texts: Texts) -> None:
    text = '{"title": "政府工作报告", "year": 2026, "content": "各位代表：\n全县经济平稳运行。"}'
    assert texts(text) == ["政府工作报告", "各位代表：", "全县经济平稳运行。"]


def test_dashes_that_are_no_front_matter_stay(texts: Texts) -> None:
    assert texts("---\n政府工作报告\n---\n各位代表：")[-1] == "各位代表："
    assert "政府工作报告" in "".join(texts("---\n政府工作报告\n---\n各位代表："))
