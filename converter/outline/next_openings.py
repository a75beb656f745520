"""What comes later among the openings of a document, answered without walking through them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from converter.outline.nodes import BlockReading, Opening


class NextOpenings:
    """The openings of a row of readings by their run and by their rank."""

    def __init__(self, readings: Sequence[BlockReading]) -> None:
        self._plans = readings
        self._by_run: dict[str, list[int]] = {}
        self._by_rank: dict[float, list[int]] = {}
        for index, reading in enumerate(readings):
            if reading.opening is not None:
                self._by_run.setdefault(reading.opening.run, []).append(index)
                if reading.opening.rank is not None:
                    self._by_rank.setdefault(reading.opening.rank, []).append(index)

    def next_of_run(self, index: int, key: str) -> int | None:
        """The next reading after ``index`` that opens in the run ``key``."""
        return _after(self._by_run.get(key, ()), index)

    def next_at_most(self, index: int, rank: float) -> int | None:
        """The next reading after ``index`` whose opening has a usual rank of at most ``rank``."""
        found = [
            place
            for level, places in self._by_rank.items()
            if level <= rank and (place := _after(places, index)) is not None
        ]
        return min(found, default=None)

    def opening(self, index: int) -> Opening:
        """The opening of the reading at ``index``, which must have one."""
        opening = self._plans[index].opening
        assert opening is not None
        return opening


def _after(places: Sequence[int], index: int) -> int | None:
    at = bisect_right(places, index)
    return places[at] if at < len(places) else None
