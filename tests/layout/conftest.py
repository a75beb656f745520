"""A stand-in for the outline's marker test, so that the layout room is tested alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from converter.layout import Layout, read

_MARKER = re.compile(
    "第[一二三四五六七八九十]{1,3}[篇章节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    "|[一二三四五六七八九]+[是要]|——|#{1,6} "
)


def starts_node(line: str) -> bool:
    return _MARKER.match(line) is not None


@pytest.fixture
def layout() -> Callable[[str], Layout]:
    """``read`` with the stand-in."""
    return lambda text: read(text, starts_node)


@pytest.fixture
def texts() -> Callable[[str], list[str]]:
    """The texts of the blocks of a document."""
    return lambda text: [block.text for block in read(text, starts_node).blocks]


@pytest.fixture
def codes() -> Callable[[str], list[str]]:
    """The codes of the diagnostics of a document."""
    return lambda text: [diagnostic.code for diagnostic in read(text, starts_node).diagnostics]
