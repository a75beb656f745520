"""The table of targets as a data frame; a small stand-in shows what pandas and polars are given."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest

import converter

_TEXT = (
    "青禾县政府工作报告\n一、2023年工作回顾\n过去一年，全县经济平稳运行。\n"
    "二、2024年工作安排\n地区生产总值增长6%，新建学校3所。\n"
)


class _Frame:
    def __init__(self, cells: dict[str, list[Any]]) -> None:
        self.cells = cells


@pytest.fixture
def pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("pandas")
    module.DataFrame = _Frame  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", module)


def test_a_row_a_target_and_no_report_twice(pandas: None) -> None:
    report = converter.parse(_TEXT)
    frame = converter.targets_frame([report, report], "pandas")
    assert frame.cells["indicator"] == ["地区生产总值", "学校"]
    assert frame.cells["value"] == [6, 3]
    assert converter.targets_frame(report, "pandas").cells == frame.cells


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(converter.FormatError, match="needs pandas or polars, which is not installed"):
        converter.targets_frame([])
    with pytest.raises(converter.FormatError, match="there are pandas and polars"):
        converter.targets_frame([], "numpy")
