"""Named leads: the words before the colon or before ，就是 (docs/conventions.md §2, "named lead")."""

from __future__ import annotations

from tests.outline.drawing import outline

TALK = "把全县的家底摸清楚，把群众的期盼弄明白，一件一件办到位。"


def test_a_colon_and_what_it_is() -> None:
    assert outline(f"二、2024年工作安排\n要算好两本账。\n交好一本总账：就是要{TALK}\n算好一本细账：就是要{TALK}")[
        1:
    ] == [
        "  S |交好一本总账",
        "  S |算好一本细账",
    ]


def test_a_comma_and_what_it_is() -> None:
    assert outline(f"一、定位\n立足一个门户，就是要{TALK}\n擦亮两张名片，就是要{TALK}")[1:] == [
        "  S |立足一个门户",
        "  S |擦亮两张名片",
    ]


def test_numbered_nodes_stand_below_a_named_lead() -> None:
    numbered = "1、补短板。新建大棚600座。\n2、强弱项。硬化公路88公里。"
    text = f"一、定位\n交好一本总账：就是要{TALK}\n{numbered}\n算好一本细账：就是要{TALK}"
    assert outline(text)[1:] == [
        "  S |交好一本总账",
        "    S 1、|补短板",
        "    S 2、|强弱项",
        "  S |算好一本细账",
    ]


def test_items_stand_below_a_named_lead() -> None:
    text = f"一、定位\n立足一个门户，就是要{TALK}一是修路。今年修通。二是架桥。明年架好。\n擦亮两张名片，就是要{TALK}"
    assert outline(text)[1:] == ["  S |立足一个门户", "    I 一是|修路", "    I 二是|架桥", "  S |擦亮两张名片"]


def test_colons_need_siblings_that_end_alike() -> None:
    alike = f"一、平台\n省级创新中心：{TALK}\n市级创新中心：{TALK}"
    assert outline(alike)[1:] == ["  S |省级创新中心", "  S |市级创新中心"]
    unlike = f"一、平台\n主要目标是：{TALK}\n具体做法有：{TALK}"
    assert outline(unlike) == ["S 一、|平台"]


def test_a_single_explanation_names_nothing() -> None:
    assert outline(f"一、定位\n坚持一个原则，就是要{TALK}\n今年是关键之年，任务很重，时间很紧。") == ["S 一、|定位"]
