"""The quick look at the end of a line that breaks the name of a meeting."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.layout.joining.rules import _MEETING_BREAKS


@pytest.mark.parametrize("row", _MEETING_BREAKS, ids=lambda row: row[0])
@settings(max_examples=40)
@given(data=st.data())
def test_an_end_is_known_by_its_last_character(
    row: tuple[str, re.Pattern[str], re.Pattern[str]], data: st.DataObject
) -> None:
    last, end, _ = row
    line = data.draw(st.from_regex(end, fullmatch=True))
    assert line.rstrip("\n")[-1] in last
