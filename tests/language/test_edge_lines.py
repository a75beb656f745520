"""Lines at the edges of a document: the cheap look that spares a pattern never misses a line that it covers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.language.edge_lines import _AUTHOR, _LINES, _OFFICE_ENDS, LinePattern, _first_covering, narrow
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
    assert set(line) & set(_OFFICE_ENDS)


@pytest.mark.parametrize("times", [1, 20])
def test_narrow_reads_short_and_long_texts_alike(times: int) -> None:
    assert narrow(PRINTED * times) == READ * times
