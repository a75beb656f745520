"""Furniture of web pages: each form covers its example, and lines of reports that resemble one are none."""

from __future__ import annotations

import pytest

from converter.language.web_furniture import (
    ANYWHERE,
    FurnitureKind,
    forms,
    furniture_kind,
    is_bare_day,
    is_page_title,
    is_site_name,
    may_stand_anywhere,
    opens_label,
)


@pytest.mark.parametrize(("kind", "example", "pattern"), forms(), ids=lambda part: part[:20])
def test_each_form_covers_its_example(kind: FurnitureKind, example: str, pattern: str) -> None:
    assert furniture_kind(example) is not None
    if kind in ANYWHERE:
        assert may_stand_anywhere(example)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("【打印本页】 【关闭窗口】", "tool_bar"),
        ("A- | A+", "tool_bar"),
        ("分享到：微信 QQ空间 新浪微博", "publication"),
        ("语音播报", "button"),
        ("网站首页 > 信息公开 > 政府工作报告 > 正文", "crumbs"),
        ("您现在所在的位置：首页 » 要闻", "publication"),
        ("阅读量：1.2万", "publication"),
        ("阅读 1024", "counter"),
        ("已有 356 人浏览", "counter"),
        ("2026/2/2 9:20", "stamp"),
        ("2026-02-02 09:20 青禾发布", "publication"),
        ("稿源：青禾日报客户端", "publication"),
        ("一审：李禾 二审：王山 三审：赵川", "publication"),
        ("索 引 号：000014349/2026-00012", "publication"),
        ("主题分类：综合政务\\政府工作报告", "publication"),
        ("（编辑：李禾）", "publication"),
        ("长按识别二维码，关注青禾发布", "code"),
        ("岚山发布 2026-01-20 18:00 山东", "publication"),
        ("□ 记者 李禾 文/图", "publication"),
        ("IP属地：山东", "publication"),
        ("预计阅读时间 12 分钟", "counter"),
        ("首页 要闻 政务公开 互动交流", "button"),
        ("— END —", "end"),
        ("首页 上一页 [1] [2] 3 下一页 尾页", "pager"),
        ("下一条：青禾县召开春耕现场会", "neighbour"),
        ("【延伸阅读】", "related"),
        ("附件：1.重点项目表.xlsx", "attachment"),
        ("Copyright © 2026 青禾县人民政府 All Rights Reserved", "copyright"),
        ("主办：青禾县人民政府办公室  承办：青禾县大数据中心", "publication"),
        ("网站地图 | 使用帮助 | 联系我们", "copyright"),
    ],
)
def test_furniture_in_other_words(line: str, kind: FurnitureKind) -> None:
    assert furniture_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "关于我们党的建设",
        "下一个五年的奋斗目标",
        "上个月的工作情况",
        "加强版权所有者权益保护",
        "扫码支付推广行动",
        "联系我们身边的群众，解决急难愁盼问题。",
        "时间紧、任务重",
        "来源于基层的经验",
        "打印机产业链建设",
        "大中小企业融通发展",
        "编辑出版地方志",
        "——2026年1月8日在青禾县第十七届人民代表大会第五次会议上",
        "青禾县人民政府县长 李禾",
        "各位代表：",
        "（2026年1月8日）",
        "公开征求意见",
        "政府工作报告",
        "加强政务服务",
        "党建引领基层治理",
        "记者站建设情况。",
        "阅读推广活动",
        "一、2025年工作回顾",
    ],
)
def test_lines_of_a_report_are_none(line: str) -> None:
    assert furniture_kind(line) is None


def test_labels_that_wait_for_their_value() -> None:
    assert all(map(opens_label, ["来源：", "发表时间：", "索 引 号", "作者："]))
    assert not any(
        map(opens_label, ["来源：青禾日报", "分享到：", "【字体：", "各位代表：", "来源", "现将有关事项通知如下："])
    )


def test_titles_of_pages_and_names_of_sites() -> None:
    assert is_page_title("2026年政府工作报告_青禾县人民政府")
    assert is_page_title("政府工作报告 - 政府工作报告 - 青禾县人民政府门户网站")
    assert not is_page_title("政府工作报告——2026年1月8日在青禾县人民代表大会上")
    assert is_site_name("青禾县人民政府门户网站") and not is_site_name("青禾县人民政府")


def test_days_as_programs_write_them() -> None:
    assert is_bare_day("2026-02-02") and is_bare_day("时间：2026年2月2日")
    assert not is_bare_day("2026年2月2日") and not is_bare_day("（2026-02-02）")


def test_a_row_of_figures_is_no_pager_and_takes_no_time() -> None:
    assert furniture_kind("016000019234" * 3) is None
    assert furniture_kind("1" * 39 + "x") is None
