"""Lines at the edges of a document: the cheap look that spares a pattern never misses a line that it covers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.language.line_kinds import _LINES, LinePattern, _first_covering, is_marked
from converter.language.normal_form import narrow
from converter.language.offices_and_names import _AUTHOR, OFFICE_ENDS
from converter.outline.back import _OPENINGS, _Opening

PRINTED = "第一屆全國人民代表大會（１９５４年）"
READ = "第一届全国人民代表大会(1954年)"


@pytest.mark.parametrize("row", _LINES, ids=lambda row: row.kind)
@settings(max_examples=30)
@given(data=st.data())
def test_each_line_that_a_pattern_covers_is_looked_at(row: LinePattern, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(row.pattern.pattern, fullmatch=True))
    assert _first_covering(line) == next(known.kind for known in _LINES if known.pattern.fullmatch(line))


@pytest.mark.parametrize("row", _OPENINGS, ids=lambda row: row.holds)
@settings(max_examples=30)
@given(data=st.data())
def test_each_opening_of_the_back_is_looked_at(row: _Opening, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(row.pattern.pattern, fullmatch=True))
    assert set(line) & set(row.holds)


@settings(max_examples=30)
@given(st.from_regex(_AUTHOR.pattern, fullmatch=True))
def test_each_author_has_an_office(line: str) -> None:
    assert set(line) & set(OFFICE_ENDS)


@pytest.mark.parametrize("times", [1, 20])
def test_narrow_reads_short_and_long_texts_alike(times: int) -> None:
    assert narrow(PRINTED * times) == READ * times


@pytest.mark.parametrize(
    "line", ["1）讨论了方案", "一、工作回顾", "（ 一 ）全力抓项目", "①新建", "首先，要提高认识", "●要闻"]
)
def test_a_marker_is_a_marker_in_the_front(line: str) -> None:
    assert is_marked(line)


@pytest.mark.parametrize("line", ["——2024年1月8日在会议上", "2024年1月8日", "1.5亿元", "第一书记", "一座城市的回答"])
def test_what_is_no_marker_in_the_front(line: str) -> None:
    assert not is_marked(line)
