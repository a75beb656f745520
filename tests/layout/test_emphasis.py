"""Asterisks: emphasis against redactions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.layout import Layout

Reader = Callable[[str], Layout]


def _emphasised(layout: Layout) -> list[str]:
    return [block.text[a:b] for block in layout.blocks for a, b in block.emphasis]


def _masked(layout: Layout) -> list[str]:
    return [block.text[a:b] for block in layout.blocks for a, b in block.redactions]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("**一是坚持政治引领**。始终把牢方向。", ["一是坚持政治引领"]),
        ("抓好春耕备耕。**扩大种植面积。**推广优良品种。", ["扩大种植面积。"]),
        ("有利条件不少：**从全省看**，政策密集出台。**从全县看**，基础更实。", ["从全省看", "从全县看"]),
        ("——**持续改善民生,办学条件越来越好。**新建三所小学。", ["持续改善民生,办学条件越来越好。"]),
        ("深入开展“**三无**”创建活动，推进“**亮剑**”行动。", ["三无", "亮剑"]),
        ("**启动老城更新**，以钟楼片区为核心。今年的**主要预期目标**是：", ["启动老城更新", "主要预期目标"]),
    ],
)
def test_pairs_that_frame_a_phrase_are_emphasis(layout: Reader, text: str, phrases: list[str]) -> None:
    read = layout(text)
    assert _emphasised(read) == phrases
    assert _masked(read) == []
    assert "".join(block.text for block in read.blocks) == text.replace("**", "")


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("刚才，**同志通报了情况，请大家领会**同志的要求。", 2),
        ("建设**一中公寓楼、**二中操场等项目。", 2),
        ("讲好**故事，传播**声音。", 2),
        ("振兴**老工业基地，为建设山清水秀新**而努力！", 2),
        ("推进“平安**”“雪亮工程”建设。", 1),
        ("地区生产总值突破**亿元，增长*%。", 2),
        ("由**市和**县共同实施。", 2),
    ],
)
def test_marks_in_the_place_of_a_name_or_number_are_redactions(layout: Reader, text: str, masks: int) -> None:
    read = layout(text)
    assert len(_masked(read)) == masks
    assert _emphasised(read) == []
    assert [block.text for block in read.blocks] == [text]
    assert [diagnostic.code for diagnostic in read.diagnostics] == ["redaction_found"]


def test_emphasis_and_redaction_in_one_document(layout: Reader) -> None:
    read = layout("**一是强化担当**。向**同志学习。\n**二是狠抓落实**。建设平安**。")
    assert _emphasised(read) == ["一是强化担当", "二是狠抓落实"]
    assert _masked(read) == ["**", "**"]


def test_emphasis_broken_over_a_page(layout: Reader) -> None:
    read = layout("推进项目建设，**坚决守住不发生系统\n\n— 3 —\n\n性风险底线。**完善机制，压实责任。")
    assert _emphasised(read) == ["坚决守住不发生系统性风险底线。"]


def test_tangled_quotes_are_reported(layout: Reader) -> None:
    read = layout("持续优化环境。推行“一窗办+网上\n\n“**办+马上办**”服务模式，让群众少跑路、好办事。")
    assert [block.text for block in read.blocks] == [
        "持续优化环境。推行“一窗办+网上“办+马上办”服务模式，让群众少跑路、好办事。"
    ]
    assert "emphasis_damaged" in [diagnostic.code for diagnostic in read.diagnostics]


def test_a_mark_without_its_partner_is_layout_where_emphasis_is_the_rule(layout: Reader) -> None:
    read = layout("**一是抓谋划。**算好账。**二是抓招引。**走出去。**三是抓落地。**盯进度。**四是抓投产。快建设。")
    assert [block.text for block in read.blocks] == [
        "一是抓谋划。算好账。二是抓招引。走出去。三是抓落地。盯进度。四是抓投产。快建设。"
    ]
    assert [diagnostic.code for diagnostic in read.diagnostics] == ["emphasis_damaged"]


def test_bullets_and_note_marks_are_no_masks(layout: Reader) -> None:
    assert _masked(layout("* 夯实农业基础\n国民经济发展计划*\n")) == []
