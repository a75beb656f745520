"""The catalogue: one table for the validator, the documentation and the reports."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from converter.validation.catalogue import GROUPS, ROWS, page
from converter.validation.finding import Row
from converter.validation.rules.table import RULES

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_page_is_what_the_table_gives() -> None:
    assert _PAGE.read_text() == page(), "run: python -m converter.validation.catalogue > docs/rules.md"


def test_there_are_enough_rules_and_no_code_stands_twice() -> None:
    codes = [row.code for row in ROWS]
    assert len(RULES) >= 30
    assert len(set(codes)) == len(codes)
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row.code for row in ROWS])
def test_a_row_is_complete(row: Row) -> None:
    assert re.fullmatch(r"GW[0-9]{3}", row.code) and row.code[:3] in GROUPS
    assert row.right != row.wrong
    assert re.search("[\u4e00-\u9fff]", row.message_zh)
    assert not re.search("[\u4e00-\u9fff]", row.message)
    assert "\n" not in row.message + row.message_zh
    english = {name.removesuffix("_zh") for _, name, _, _ in string.Formatter().parse(row.message) if name}
    chinese = {name.removesuffix("_zh") for _, name, _, _ in string.Formatter().parse(row.message_zh) if name}
    assert chinese <= english
