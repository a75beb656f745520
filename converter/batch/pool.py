"""The pool of processes. A document that takes its worker with it costs itself and nothing else.

A worker gets a few documents at a time and answers each one at once, so that the parent always knows which document a
worker was at when it died or was too slow. Only that document is suspected; it is tried again alone.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from converter.batch.chunks import Item, chunked
from converter.batch.documents import Code, Document, Failure, Limits, Outcome, Stopped, Work
from converter.batch.worker import Answer, serve

#: What workers have loaded before they start: they are copies of a server process that has it (not on Windows).
_LOADED_BEFORE = ["__main__", "converter.batch.warm"]
#: Seconds that a worker may take to start.
_START = 120.0
#: So many workers in a row that die before they are ready mean that none ever will.
_FALSE_STARTS = 10
#: How often a document may run out of memory: the first time, documents before it may have left too little.
_MEMORY_ATTEMPTS = 2


class Worker:
    """A process, the pipe to it, and the documents it still owes an answer for."""

    def __init__(self, work: Work, limits: Limits) -> None:
        context = _context()
        self.connection, theirs = context.Pipe()
        heard, self._lifeline = context.Pipe(duplex=False)
        self.owed: deque[Document] = deque()
        self.ready = False
        self._seconds = limits.seconds
        self._deadline: float | None = time.monotonic() + _START
        self._process = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, heard, work, limits.memory), name="gongwen-batch", daemon=True
        )
        self._process.start()
        theirs.close()
        heard.close()

    def give(self, documents: list[Document]) -> bool:
        """Send ``documents`` to the worker, which owes nothing; ``False`` when it has died meanwhile."""
        self.owed.extend(documents)
        if self.ready:
            self._start_clock()
        try:
            self.connection.send(documents)
        except OSError:
            return False
        return True

    def answer(self) -> Answer | None:
        """What the worker says next, or ``None`` when it has died."""
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.ready = True
        self._start_clock()
        return answer

    def late(self) -> bool:
        """Whether the document it is at takes longer than allowed, and no answer is on its way."""
        return self._deadline is not None and time.monotonic() > self._deadline and not self.connection.poll()

    def patience(self) -> float | None:
        """Seconds until it is late."""
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    def end(self, grace: float = 0.0) -> int | None:
        """End the process, after ``grace`` seconds to end by itself; its exit code, negative for a signal."""
        if grace:
            self._process.join(grace)
        self._process.kill()
        self._process.join()
        code: int | None = self._process.exitcode
        self._process.close()
        self.connection.close()
        self._lifeline.close()
        return code

    def _start_clock(self) -> None:
        self._deadline = None if self._seconds is None else time.monotonic() + self._seconds


class Pool:
    """``workers`` processes that run ``work``; to be used in a ``with`` statement.

    ``window`` bounds how far ahead of the oldest unfinished document others may be, for who needs them in order.
    """

    def __init__(self, work: Work, workers: int, limits: Limits, window: int | None = None) -> None:
        self._work, self._workers, self._limits, self._window = work, workers, limits, window
        self._idle: list[Worker] = []
        self._busy: dict[object, Worker] = {}
        self._again: deque[list[Document]] = deque()
        self._losses: Counter[int] = Counter()
        self._false_starts = 0
        self._newest = -1

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in [*self._idle, *self._busy.values()]:
            worker.end()
        self._idle, self._busy = [], {}

    def run(self, items: Iterator[Item]) -> Iterator[Outcome]:
        """An outcome for each item, in no order; what is an outcome already passes. Raises :class:`Stopped`."""
        chunks = chunked(items)
        while True:
            yield from self._hand_out(chunks)
            if not self._busy:
                return
            for connection in wait([worker.connection for worker in self._busy.values()], self._patience()):
                yield from self._collect(self._busy[connection])
            for worker in [worker for worker in self._busy.values() if worker.late()]:
                yield from self._overdue(worker)

    def _hand_out(self, chunks: Iterator[list[Item]]) -> Iterator[Outcome]:
        """Keep every worker busy as long as there is something to do."""
        while len(self._busy) < self._workers:
            if self._again:
                documents = self._again.popleft()
            elif self._far_ahead():
                return
            else:
                chunk = next(chunks, None)
                if chunk is None:
                    return
                yield from (item for item in chunk if isinstance(item, Outcome))
                documents = [item for item in chunk if isinstance(item, Document)]
                if not documents:
                    continue
                self._newest = documents[-1].index
            worker = self._idle.pop() if self._idle else Worker(self._work, self._limits)
            self._busy[worker.connection] = worker
            if not worker.give(documents):
                # It died before it saw them; none of them is to blame.
                self._dismiss(worker)

    def _far_ahead(self) -> bool:
        if self._window is None:
            return False
        unfinished = [worker.owed[0].index for worker in self._busy.values()]
        unfinished += [documents[0].index for documents in self._again]
        return bool(unfinished) and self._newest - min(unfinished) > self._window

    def _patience(self) -> float | None:
        waits = [seconds for worker in self._busy.values() if (seconds := worker.patience()) is not None]
        return min(waits, default=None)

    def _collect(self, worker: Worker) -> Iterator[Outcome]:
        """Take one answer of a worker."""
        answer = worker.answer()
        if isinstance(answer, Outcome):
            document = worker.owed.popleft()
            self._losses.pop(document.index, None)
            self._false_starts = 0
            if not worker.owed:
                self._idle.append(self._busy.pop(worker.connection))
            yield answer
        elif isinstance(answer, Stopped):
            raise answer
        elif answer == "memory":
            limit = f"{self._limits.memory >> 20} MiB of memory" if self._limits.memory else "memory there is"
            yield from self._lost(worker, "memory", f"needs more than the {limit}", _MEMORY_ATTEMPTS)
        elif answer is None and worker.ready:
            yield from self._lost(worker, "killed", "its worker died again and again", self._limits.attempts)
        elif answer is None:
            self._false_start(worker)

    def _overdue(self, worker: Worker) -> Iterator[Outcome]:
        if worker.ready:
            yield from self._lost(worker, "timeout", f"not converted within {self._limits.seconds:g} s", 1)
        else:
            self._false_start(worker)

    def _lost(self, worker: Worker, code: Code, sentence: str, attempts: int) -> Iterator[Outcome]:
        """End a worker; the document it was at is tried again alone, or blamed when that was its last attempt."""
        document = worker.owed.popleft()
        ending = self._dismiss(worker)
        self._losses[document.index] += 1
        if self._losses[document.index] < attempts:
            self._again.appendleft([document])
            return
        del self._losses[document.index]
        if code == "killed":
            sentence = f"{sentence}, the last time {ending}"
        failure = Failure(code, f"{document.key}: {sentence}")
        yield Outcome(document.index, document.key, failure=failure, share=document.share, place=document.place)

    def _false_start(self, worker: Worker) -> None:
        """A worker died before it could do anything. Raises :class:`Stopped` when all do."""
        ending = self._dismiss(worker)
        self._false_starts += 1
        if self._false_starts >= _FALSE_STARTS:
            raise Stopped(f"no worker can be started; the last one ended {ending}")

    def _dismiss(self, worker: Worker) -> str:
        """End a worker, whose documents go to another one; how it ended."""
        del self._busy[worker.connection]
        if worker.owed:
            self._again.appendleft(list(worker.owed))
        code = worker.end(grace=0.0 if worker.late() else 1.0)
        return f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"


def _context() -> BaseContext:
    """Workers are copies of a small server process, which has no threads; Windows starts each afresh."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED_BEFORE)
    return context
