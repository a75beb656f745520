"""Quick looks never miss what the patterns behind them find."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from converter.targets.bound.periods import _START, _TIME
from converter.targets.named import indicators
from converter.targets.role import clause_roles
from converter.targets.what.relations import _ROWS
from converter.targets.where.prefilter import HINT
from converter.targets.words.joints import JOINED

FEW = settings(max_examples=40)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: "|".join(row[0]))
@FEW
@given(data=st.data())
def test_each_relation_has_one_of_its_words(
    row: tuple[tuple[str, ...], re.Pattern[str], str], data: st.DataObject
) -> None:
    words, pattern, _ = row
    found = data.draw(st.from_regex(pattern))
    assert any(word in found for word in words)


@pytest.mark.parametrize("room", [indicators, clause_roles], ids=lambda room: room.__name__)
@FEW
@given(data=st.data())
def test_what_is_cut_off_in_front_is_known_by_its_first_character(room: object, data: st.DataObject) -> None:
    leading = data.draw(st.from_regex(room._LEADING, fullmatch=True))  # type: ignore[attr-defined]
    assert leading[0] in room._LEADING_STARTS  # type: ignore[attr-defined]


@FEW
@given(st.from_regex(indicators._GROWTH_ENDING, fullmatch=True))
def test_growth_is_known_by_its_last_character(ending: str) -> None:
    assert ending.rstrip("\n")[-1] in indicators._GROWTH_ENDS


@pytest.mark.parametrize("closing", [word for word, _ in indicators._CLOSINGS] + ["到本世纪", "本世纪末", "2025年底"])
def test_each_closing_is_known_by_its_last_character(closing: str) -> None:
    assert closing[-1] in indicators._CLOSING_ENDS


@FEW
@given(st.from_regex(indicators._CLOSING, fullmatch=True))
def test_what_closes_a_name_is_known_by_its_last_character(closing: str) -> None:
    assume("比" not in closing and "较" not in closing)  # 比上年预算 is looked for in another way
    assert closing.rstrip("\n")[-1] in indicators._CLOSING_ENDS


@FEW
@given(st.from_regex(_TIME, fullmatch=True))
def test_a_word_of_time_begins_as_one(time: str) -> None:
    assume(re.findall("[0-9]", time) == re.findall(r"\d", time))  # digits of other scripts count no years
    assume(time[0] not in "百零")  # nobody promises for a century
    assert _START.match(time)


def test_each_hint_begins_with_a_plain_character() -> None:
    """The look is made of the first characters, so that none may begin with a group or a set."""
    assert not [words for words in HINT.pattern.split("|") if not re.match(r"[一-鿿0-9“∶：:]", words)]


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ("和谐社区创建率、污水处理率", ["和谐社区创建率", "污水处理率"]),
        ("和美乡村建成率和供水普及率", ["和美乡村建成率", "供水普及率"]),
        ("公众参与率与及时办结率", ["公众参与率", "及时办结率"]),
        ("碳中和示范区及平安村居", ["碳中和示范区", "平安村居"]),
        ("优良天数比例和美丽河湖比例", ["优良天数比例", "美丽河湖比例"]),
    ],
)
def test_words_with_a_joint_in_them_are_not_cut(names: str, parts: list[str]) -> None:
    assert JOINED.split(names) == parts
