"""Each form of Word's automatic numbering stands in the projected text as Word draws it."""

from __future__ import annotations

import pytest

from converter.readers.docx import read
from tests.readers.numbered_documents import NUMBERED


@pytest.mark.parametrize("form", NUMBERED)
def test_numbers_are_drawn(form: str) -> None:
    document, lines = NUMBERED[form]
    assert read(document).text.split("\n") == lines


@pytest.mark.parametrize("form", NUMBERED)
def test_each_drawn_number_is_generated(form: str) -> None:
    document, lines = NUMBERED[form]
    projected = read(document)
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    numbers = [(start, end) for start, end, kind in projected.generated if kind == "numbering"]
    assert [start for start, _ in numbers] == starts
    assert all(start < end < start + len(line) for (start, end), line in zip(numbers, lines, strict=True))
