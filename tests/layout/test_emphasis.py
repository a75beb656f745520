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
        ("着力稳产保供。**有序提升产能。**推动矿井建设。", ["有序提升产能。"]),
        ("面临难得机遇：**从外部来说**，政策密集出台。**从内部来看**，基础更实。", ["从外部来说", "从内部来看"]),
        ("——**加快补齐短板,城乡面貌明显改观。**拓展县城功能。", ["加快补齐短板,城乡面貌明显改观。"]),
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
        ("今天上午，**同志作了重要讲话，学习贯彻**同志的讲话精神。", 2),
        ("建设**一中公寓楼、**二中操场等项目。", 2),
        ("讲好**故事，传播**声音。", 2),
        ("推动**高质量发展，为建设共同富裕新**而奋斗！", 2),
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
    read = layout("坚持改革赋能。拓展“承诺制+标准\n\n“**地+全代办**”改革成效，推动更多事项就近办理。")
    assert [block.text for block in read.blocks] == [
        "坚持改革赋能。拓展“承诺制+标准“地+全代办”改革成效，推动更多事项就近办理。"
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
