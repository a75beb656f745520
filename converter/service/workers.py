"""The worker processes behind the service: so many at once, so many waiting; one that dies costs one request."""

from __future__ import annotations

import asyncio
import time

from converter.batch.documents import Limits, Outcome
from converter.batch.pool import Worker
from converter.service.settings import Settings
from converter.service.tasks import Task, perform

#: Seconds that a process may take to start.
_START = 120.0


class Refused(Exception):
    """The service cannot do it now: the status of HTTP, and why, in one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Workers:
    """Processes that take one task at a time; started when they are needed, and anew when one was lost."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._limits = Limits(settings.seconds, settings.memory)
        self._places = asyncio.Semaphore(settings.workers)
        self._waiting = 0
        self._idle: list[Worker] = []

    async def run(self, task: Task) -> Outcome:
        """The outcome of ``task``. Raises :class:`Refused`."""
        if self._waiting >= self._settings.workers + self._settings.waiting:
            raise Refused(429, f"{self._waiting} requests are being worked on or wait; try again in a moment")
        self._waiting += 1
        try:
            async with self._places:
                idle = self._idle.pop() if self._idle else None
                worker, outcome = await asyncio.to_thread(self._ask, idle, task)
                self._idle.append(worker)
                return outcome
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End all processes."""
        while self._idle:
            self._idle.pop().end()

    def _ask(self, worker: Worker | None, task: Task) -> tuple[Worker, Outcome]:
        for _ in range(2):  # an idle one may have died since; that is no fault of this task
            if worker is None:
                worker = self._started()
            if worker.give([task]):
                break
            worker.end()
            worker = None
        if worker is None:
            raise Refused(503, "no worker can be started; try again later")
        if not worker.connection.poll(self._settings.seconds):
            worker.end()
            raise Refused(503, f"it was not done within {self._settings.seconds:g} s, the most a request may take")
        answer = worker.answer()
        if isinstance(answer, Outcome):
            worker.owed.clear()
            return worker, answer
        worker.end(grace=1.0)
        if answer == "memory":
            raise Refused(503, f"it needs more than the {self._settings.memory >> 20} MiB of memory a request may have")
        raise Refused(503, "the process that worked on it ended; other requests are not touched")

    def _started(self) -> Worker:
        worker = Worker(perform, self._limits)
        deadline = time.monotonic() + _START
        while not worker.ready and time.monotonic() < deadline:
            if worker.connection.poll(1.0) and worker.answer() is None:
                break
        if not worker.ready:
            worker.end()
            raise Refused(503, "no worker can be started; try again later")
        return worker
