"""The engine for a cluster: Ray Data runs the kernel on batches of documents.

The documents go to Ray in waves, so that neither the sender nor the object store ever holds all of them. Results of a
single file come back to be written in order; those of a tree are written where they are made, on shared storage.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from converter.batch.arrow import IsolatedKernel, batch_of, outcomes_of
from converter.batch.chunks import Item, chunked
from converter.batch.documents import Document, Limits, Outcome, Work
from converter.batch.extras import pyarrow, ray

#: Documents and bytes of a batch, and batches of a wave for each process.
BATCH_DOCUMENTS, BATCH_BYTES = 500, 64 << 20
WAVE_BATCHES = 8


class RayEngine:
    """Ray at ``address``, or a Ray of its own on this machine, with ``workers`` actors; to be used in a ``with``."""

    def __init__(self, work: Work, workers: int, limits: Limits, address: str | None) -> None:
        pyarrow("the engine ray")
        self._ray = ray("the engine ray")
        self._work, self._workers, self._limits, self._address = work, workers, limits, address
        self._started = False

    def __enter__(self) -> RayEngine:
        if not self._ray.is_initialized():
            place = {"address": self._address} if self._address else {"num_cpus": self._workers}
            self._ray.init(include_dashboard=False, log_to_driver=False, logging_level="ERROR", **place)
            self._started = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._started:
            self._ray.shutdown()

    def run(self, items: Iterator[Item]) -> Iterator[Outcome]:
        """An outcome for each item, in no order; what is an outcome already passes. Raises ``Stopped``."""
        wave: list[list[Document]] = []
        for chunk in chunked(items, BATCH_DOCUMENTS, BATCH_BYTES):
            yield from (item for item in chunk if isinstance(item, Outcome))
            if documents := [item for item in chunk if isinstance(item, Document)]:
                wave.append(documents)
            if len(wave) >= WAVE_BATCHES * self._workers:
                yield from self._converted(wave)
                wave = []
        if wave:
            yield from self._converted(wave)

    def _converted(self, wave: list[list[Document]]) -> Iterator[Outcome]:
        documents = {document.key: document for batch in wave for document in batch}
        for answer in self._answers([batch_of(batch) for batch in wave]):
            yield from outcomes_of(answer, documents)

    def _answers(self, batches: list[Any]) -> Iterator[Any]:
        data = import_module("ray.data")
        data.DataContext.get_current().enable_progress_bars = False
        converted = data.from_arrow(batches).map_batches(
            IsolatedKernel,
            fn_constructor_args=(self._work, self._limits),
            batch_format="pyarrow",
            batch_size=None,
            concurrency=min(self._workers, len(batches)),
        )
        yield from converted.iter_batches(batch_size=None, batch_format="pyarrow")
