"""Masks other than asterisks, and footnote marks."""

from __future__ import annotations

import pytest

from converter.layout import read
from converter.layout.inline_marks.redaction import read_masks


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("X县历史悠久，县委X届二次全会召开。", ["X", "X"]),
        ("总量达到X亿元，占X％，比例为X：X：X。", ["X", "X", "X", "X", "X"]),
        ("G541XX段建成通车，20XX年完工。", ["XX", "XX"]),
        ("某某同志在某县调研。", ["某某", "某"]),
        ("××县、□□同志。", ["××", "□□"]),
    ],
)
def test_signs_in_the_place_of_a_name_or_number(text: str, masks: list[str]) -> None:
    assert [text[a:b] for a, b in read_masks(text)] == masks


@pytest.mark.parametrize(
    "text",
    [
        "构建“1+3+X”产业体系，做强“硒＋X”产业。",
        "配备X光机，引进MAX平台、XR设备。",
        "对某些行业、某种倾向、某个环节要重视。",
        "布局“4×4”产业，占地5×10米。",
    ],
)
def test_signs_that_mask_nothing(text: str) -> None:
    assert read_masks(text) == []


def _footnotes(text: str) -> list[str]:
    return [block.text[a:b] for block in read(text).blocks for a, b in block.footnotes]


def test_footnote_marks_in_running_text() -> None:
    text = "打好“六场硬仗”[1]，实施“双强”计划②，深化“一网通办”㊱改革。\n[1]六场硬仗：指项目攻坚等。\n"
    assert _footnotes(text) == ["[1]", "②", "㊱"]


def test_a_circled_number_after_a_stop_is_a_footnote_where_its_note_follows() -> None:
    assert _footnotes("这是群众自己创造的。①毫无疑义，要依靠群众。\n注：\n① 见《云岭年鉴》第3页。") == ["①"]


def test_circled_items_and_document_numbers_are_no_footnotes() -> None:
    assert _footnotes("办好实事。①改建学校；②新建公厕：③修路。依据青政发〔2022〕6号、〔6〕号文。") == []
