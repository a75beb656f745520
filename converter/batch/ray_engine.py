"""The engine for a cluster: Ray Data runs the kernel on batches of documents.

The documents go to Ray in waves, so that neither the sender nor the object store ever holds all of them. Results of a
single file come back to be written in order; those of a tree are written where they are made, on shared storage.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from converter.batch.arrow import IsolatedKernel, batch_of, outcomes_of
from converter.batch.chunks import Item, chunked
from converter.batch.documents import Document, Limits, Outcome, Stopped, Work
from converter.batch.extras import pyarrow, ray

#: Documents and bytes of a batch, and of a wave, which has actors of its own and so takes seconds to start.
BATCH_DOCUMENTS, BATCH_BYTES = 500, 64 << 20
WAVE_DOCUMENTS, WAVE_BYTES = 50_000, 1 << 30


class Wave:
    """Batches that go to Ray together, and their documents, less their texts, to know the answers by."""

    def __init__(self) -> None:
        self.batches: list[Any] = []
        self.documents: dict[str, Document] = {}
        self._bytes = 0

    def add(self, documents: list[Document]) -> None:
        """Take ``documents`` as a batch."""
        if documents:
            self.batches.append(batch_of(documents))
            self.documents |= {document.key: replace(document, data=None) for document in documents}
            self._bytes += sum(len(document.data or b"") for document in documents)

    def is_full(self) -> bool:
        """Whether it should go."""
        return len(self.documents) >= WAVE_DOCUMENTS or self._bytes >= WAVE_BYTES


class RayEngine:
    """Ray at ``address``, or a Ray of its own on this machine, with ``workers`` actors; to be used in a ``with``."""

    def __init__(self, work: Work, workers: int, limits: Limits, address: str | None) -> None:
        pyarrow("the engine ray")
        self._ray = ray("the engine ray")
        self._work, self._workers, self._limits, self._address = work, workers, limits, address
        self._started = False

    def __enter__(self) -> RayEngine:
        # Ray speaks of its own affairs on the terminal, on three ways.
        logging.disable(logging.ERROR)
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        import_module("ray.data").DataContext.get_current().enable_progress_bars = False
        if not self._ray.is_initialized():
            place = {"address": self._address} if self._address else {"num_cpus": self._workers}
            self._ray.init(include_dashboard=False, log_to_driver=False, **place)
            self._started = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._started:
            self._ray.shutdown()
        logging.disable(logging.NOTSET)

    def run(self, items: Iterator[Item]) -> Iterator[Outcome]:
        """An outcome for each item, in no order; what is an outcome already passes. Raises ``Stopped``."""
        wave = Wave()
        for chunk in chunked(items, BATCH_DOCUMENTS, BATCH_BYTES):
            yield from (item for item in chunk if isinstance(item, Outcome))
            wave.add([item for item in chunk if isinstance(item, Document)])
            if wave.is_full():
                yield from self._converted(wave)
                wave = Wave()
        if wave.batches:
            yield from self._converted(wave)

    def _converted(self, wave: Wave) -> Iterator[Outcome]:
        try:
            for answer in self._answers(wave.batches):
                yield from outcomes_of(answer, wave.documents)
        except self._ray.exceptions.RayError as error:
            lines = str(error).strip().splitlines()
            raise Stopped(f"Ray gave up: {lines[-1] if lines else type(error).__name__}") from error

    def _answers(self, batches: list[Any]) -> Iterator[Any]:
        data = import_module("ray.data")
        converted = data.from_arrow(batches).map_batches(
            IsolatedKernel,
            fn_constructor_args=(self._work, self._limits),
            batch_format="pyarrow",
            batch_size=None,
            compute=data.ActorPoolStrategy(size=min(self._workers, len(batches))),
        )
        yield from converted.iter_batches(batch_size=None, batch_format="pyarrow")
