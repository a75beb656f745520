"""The source map: content and its places, there and back, as counting characters gives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.source_map import SourceMap

Spans = list[tuple[int, int]]
LENGTH = 40


@st.composite
def _skipped(draw: st.DrawFn) -> Spans:
    """Stretches in order, which may touch or be empty."""
    cuts = sorted(draw(st.lists(st.integers(0, LENGTH), max_size=12)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


def content(skipped: Spans) -> list[int]:
    """The places of the characters that are content."""
    return [at for at in range(LENGTH) if not any(start <= at < end for start, end in skipped)]


@given(_skipped())
def test_places_and_indices(skipped: Spans) -> None:
    source_map, places = SourceMap(skipped), content(skipped)
    for at in range(LENGTH + 1):
        assert source_map.content_before(at) == sum(place < at for place in places)
    assert [source_map.offset_of(index) for index in range(len(places))] == places


@given(_skipped(), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_segments_hold_the_content_and_nothing_else(skipped: Spans, one: int, other: int) -> None:
    start, end = sorted((one, other))
    segments = SourceMap(skipped).segments((start, end))
    assert [at for a, b in segments for at in range(a, b)] == [at for at in content(skipped) if start <= at < end]
    assert all(a < b for a, b in segments)


@given(_skipped(), st.data())
def test_a_stretch_of_a_leaf_is_located(skipped: Spans, data: st.DataObject) -> None:
    places = content(skipped)
    if not places:
        return
    first = data.draw(st.integers(0, len(places) - 1))
    start = data.draw(st.integers(first, len(places) - 1))
    end = data.draw(st.integers(start, len(places) - 1))
    leaf = places[first], LENGTH
    expected = places[start], places[end] + 1
    assert SourceMap(skipped).locate(leaf, start - first, end - first + 1) == expected


def test_what_is_not_in_the_leaf_is_said() -> None:
    with pytest.raises(ValueError, match=r"no characters 2\.\.9 in the leaf"):
        SourceMap([(2, 4)]).locate((0, 8), 2, 9)
