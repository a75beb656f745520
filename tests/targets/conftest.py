"""A fictional report around the sentence under test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter import Target, parse

Reader = Callable[[str], list[Target]]

_REVIEW = "一、2023年工作回顾\n\n{review}\n\n"
_PLAN = "二、2024年工作安排\n\n{plan}\n\n"


def read(plan: str, review: str = "一年来，各项工作取得新成效。") -> list[Target]:
    """The targets of a work report of 2024 whose plan is ``plan``."""
    text = "青禾县政府工作报告\n\n各位代表：\n\n" + _REVIEW.format(review=review) + _PLAN.format(plan=plan)
    return parse(text.encode(), name="qinghe.txt").targets


@pytest.fixture
def targets() -> Reader:
    """Reads a sentence that stands in the plan of a report for 2024."""
    return read


@pytest.fixture
def reviewed() -> Reader:
    """Reads a sentence that stands in the part that looks back at 2023."""
    return lambda sentence: read("推动各项工作再上新台阶。", review=sentence)
