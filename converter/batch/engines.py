"""The engines: who runs the kernel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from converter.batch.chunks import Item
from converter.batch.documents import Limits, Outcome, Work

EngineName = Literal["local", "ray"]


class Engine(Protocol):
    """Something that gives an outcome for each document, whatever happens to its processes."""

    def run(self, items: Iterator[Item]) -> Iterator[Outcome]:
        """An outcome for each item, in no order; what is an outcome already passes. Raises ``Stopped``."""


def start(
    name: EngineName, work: Work, workers: int, limits: Limits, window: int | None, address: str | None
) -> AbstractContextManager[Engine]:
    """The engine ``name`` with ``workers`` processes (Ray: at ``address``, or on this machine)."""
    if name == "ray":
        from converter.batch.ray_engine import RayEngine

        return RayEngine(work, workers, limits, address)
    from converter.batch.pool import Pool

    return Pool(work, workers, limits, window)
