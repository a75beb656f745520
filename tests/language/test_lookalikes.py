"""Look-alike characters are read as what they stand for, one for one; what stands for itself stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.language.lookalikes import RADICALS, as_seen, folded, lookalikes
from converter.language.normal_form import compact


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("⼀、政府⼯作报告", "一、政府工作报告"),
        ("⼈⺠政府县⻓", "人民政府县长"),
        ("2025\uf98e1月", "2025年1月"),
        ("1﹒做强﹪", "1．做强%"),
        ("ＧＤＰ增长６％", "GDP增长6％"),
        ("二○二六年一月", "二〇二六年一月"),
        ("二○○八年", "二〇〇八年"),
        ("地區生產總值增長", "地区生产总值增长"),
        ("買買提‧艾力", "买买提·艾力"),
        ("︵一︶抓好春耕", "（一）抓好春耕"),
    ],
)
def test_what_stands_for_another(written: str, read: str) -> None:
    assert folded(written) == read


@pytest.mark.parametrize("written", ["㎡", "℃", "Ⅰ", "①", "㈠", "○○县", "著名", "乾县", "（一）、“三链”——％"])
def test_what_stands_for_itself(written: str) -> None:
    assert folded(written) == written


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from("⼀⻓國○一１﹒\uf98e年")))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


def test_each_radical_is_read() -> None:
    assert not set(folded("".join(RADICALS))) & set(RADICALS)


def test_only_radicals_and_compatibility_forms_are_told() -> None:
    assert lookalikes("⼀、國家ＧＤＰ\uf98e") == [(0, 1), (7, 8)]


def test_a_reader_sees_forms_and_leaves_other_scripts() -> None:
    assert as_seen("政府⼯作报告，第一屆６次") == "政府工作报告，第一屆６次"


def test_the_compact_form_is_narrow_and_folded() -> None:
    assert compact("第一屆全國 人民代表大會（１９５４年）二Ｏ二三") == "第一届全国人民代表大会(1954年)二〇二三"
