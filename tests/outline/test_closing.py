"""The closing: the final appeal to the audience after the last section (docs/conventions.md §1)."""

from __future__ import annotations

import pytest

from tests.outline.drawing import built

REPORT = """\
一、2023年工作回顾
过去一年，全县经济平稳运行。
二、2024年工作安排
（一）抓项目。开工5个。
（二）抓招商。签约8个。
"""


@pytest.mark.parametrize(
    "lines",
    [
        ["各位代表，蓝图已经绘就，让我们携手奋进！"],
        ["同志们，让我们撸起袖子加油干！"],
        ["各位代表！征程万里风正劲。让我们同心协力，为建设新青禾而努力奋斗！", "谢谢大家！"],
        ["同志们，道阻且长，行则将至。", "我们要保持定力、埋头苦干。", "让我们携起手来，共创美好明天！"],
        ["让我们紧密团结起来，为建设新云岭而努力奋斗！"],
        ["谢谢大家！"],
    ],
)
def test_appeals_and_thanks_are_the_closing(lines: list[str]) -> None:
    found = built(REPORT + "\n".join(lines))
    assert [paragraph.text for paragraph in found.closing] == lines
    assert [section.id for section in found.sections] == ["s1", "s2"]


@pytest.mark.parametrize(
    "line",
    [
        "各位代表，三大突破是今年工作的重点所在、难点所在。",
        "要进一步改进作风，把各项任务落到实处。",
    ],
)
def test_a_wrap_up_is_no_closing(line: str) -> None:
    assert built(REPORT + line).closing == []


def test_a_wrap_up_speaks_for_the_chapter() -> None:
    found = built(REPORT + "各位代表，两件大事关系全局，必须抓紧抓实。")
    assert [paragraph.text for paragraph in found.sections[-1].tail] == ["各位代表，两件大事关系全局，必须抓紧抓实。"]


def test_an_appeal_with_a_marker_is_a_section() -> None:
    found = built(REPORT + "（三）凝聚合力。同志们，让我们同心协力抓落实！")
    assert found.closing == []
    assert [section.heading for section in found.sections[-1].subsections] == ["抓项目", "抓招商", "凝聚合力"]


def test_a_text_of_nothing_but_an_appeal_is_no_closing() -> None:
    found = built("同志们，让我们撸起袖子加油干！")
    assert found.closing == []
    assert len(found.preamble) == 1
