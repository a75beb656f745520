"""Slips of the text itself: what breaks off, what is printed twice, and what only looks so."""

from __future__ import annotations

from converter.layout import Block
from converter.outline.text_slips import text_slips
from tests.outline.drawing import built

BODY = "全县上下齐心协力，把各项任务一件一件落到实处，群众的获得感、幸福感、安全感不断增强，全面完成年度目标。"


def codes(*texts: str) -> list[str]:
    return [slip.code for slip in text_slips([Block(text) for text in texts])]


def test_a_text_that_ends_in_the_middle_of_a_sentence_breaks_off() -> None:
    assert codes(BODY, "今年要新建幼儿园3所，改造乡镇卫生院") == ["text_breaks_off"]


def test_a_heading_a_signature_and_a_text_without_stops_do_not() -> None:
    assert codes(BODY, "二、2025年工作安排") == []
    assert codes(BODY, BODY[:-1] + "！") == []
    assert codes(BODY[:-1], BODY[1:-1], "今年要新建幼儿园3所，改造乡镇卫生院") == []


def test_a_paragraph_printed_twice_is_said_where_it_stands_again() -> None:
    assert codes(BODY, "中间一段。", BODY) == ["paragraph_repeated"]
    assert codes("团结奋进！", "团结奋进！") == []


def test_a_stop_behind_headings_is_said_once_a_run() -> None:
    text = "".join(f"（{n}）抓好工作。\n{BODY[:20]}{n}{BODY[20:]}\n" for n in "一二三四")
    found = [diagnostic.code for diagnostic in built(f"一、回顾\n{text}").diagnostics]
    assert found.count("heading_ends_in_stop") == 1
