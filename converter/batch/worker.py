"""What one process of the pool does: take documents, give an outcome for each at once."""

from __future__ import annotations

import gc
import os
from multiprocessing.connection import Connection
from typing import Literal

from converter.batch.documents import Document, Outcome, Stopped, Work
from converter.batch.limits import bound_memory, end_with_parent, leave_interrupts_to_the_parent

#: What a worker sends: that it is there, an outcome, that a document takes too much memory, or why all must stop.
Answer = Outcome | Literal["ready", "memory"] | Stopped


def serve(tasks: Connection, lifeline: Connection, work: Work, memory: int | None) -> None:
    """Convert what comes through ``tasks``, lists of documents, until the parent closes it or dies."""
    leave_interrupts_to_the_parent()
    end_with_parent(lifeline)
    bound_memory(memory)
    # Reports have no cycles: the collector would only walk trees in vain, an eighth of the time.
    gc.freeze()
    gc.disable()
    try:
        tasks.send("ready")
        while True:
            documents: list[Document] = tasks.recv()
            for document in documents:
                answer = _answer(work, document)
                tasks.send(answer)
                if answer == "memory":
                    # Its heap is in pieces: a fresh process takes its place.
                    os._exit(1)
            gc.collect()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(work: Work, document: Document) -> Answer:
    try:
        return work(document)
    except MemoryError:
        return "memory"
    except Stopped as stopped:
        return stopped
