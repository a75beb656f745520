"""The time grows with the text that is read for targets, also where everything is marked (Promise 6)."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from converter import parse
from converter.targets import read, read_targets

# Targets × paid spans, targets × layout inside one paragraph, many numbers in one clause or sentence, hints everywhere.
HOSTILE = [
    "<paid>新建道路3公里。</paid>\n",
    "##paidbegin##新建道路3公里。##paidend##",
    "新建**道路**3公里。",
    "新增企业3家、",
    "力争达到5%，",
    "和",
    "与经济增长同步、",
    "全省前十、",
    "分别增长5%、",
    "结构调整为7:43:50，",
    "2027年、",
    "年产5吨青米、",
    "比2020年增长5%，",
    "某能源350兆瓦、",
]


_LENGTH = 20_000
# Below this the clock says nothing.
_LEAST = 0.01


@pytest.mark.parametrize("unit", HOSTILE)
def test_four_times_the_text_takes_no_sixteen_times_the_time(unit: str) -> None:
    times = _LENGTH // len(unit)
    assert _quickest(_seconds, unit * 4 * times) <= 12 * _quickest(_seconds, unit * times)


def _quickest(seconds: Callable[[str], float], text: str) -> float:
    """The best of several runs: whatever else the machine does only ever adds to a time."""
    return max(min(seconds(text) for _ in range(4)), _LEAST)


def _seconds(plan: str) -> float:
    report = parse(f"一、2024年工作安排\n\n{plan}\n".encode())
    started = process_time()
    read_targets(report)
    return process_time() - started


@pytest.mark.parametrize("unit", ["去年目标是，", "新建学校3所，", "产值3亿元、增长5%，"])
def test_nor_does_the_review(unit: str) -> None:
    def seconds(review: str) -> float:
        report = parse(f"一、2023年工作回顾\n\n{review}\n\n二、2024年工作安排\n\n新建学校3所。\n".encode())
        started = process_time()
        read(report)
        return process_time() - started

    times = _LENGTH // len(unit)
    assert _quickest(seconds, unit * 4 * times) <= 12 * _quickest(seconds, unit * times)
