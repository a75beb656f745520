"""The layout room alone: text in, blocks and diagnostics out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.layout import Layout, read


@pytest.fixture
def layout() -> Callable[[str], Layout]:
    """The room as a function."""
    return read


@pytest.fixture
def texts() -> Callable[[str], list[str]]:
    """The texts of the blocks of a document."""
    return lambda text: [block.text for block in read(text).blocks]


@pytest.fixture
def codes() -> Callable[[str], list[str]]:
    """The codes of the diagnostics of a document."""
    return lambda text: [diagnostic.code for diagnostic in read(text).diagnostics]
