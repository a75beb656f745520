"""Many files at once: verdicts in the order of the files, by one process or, when that is worth it, by several."""

from __future__ import annotations

import os
import signal
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from converter.validation import intake
from converter.validation.finding import Verdict
from converter.validation.validating import MAX_FINDINGS, judge

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

#: A worker is started for at least so many files, and takes so many at a time.
_FILES_A_WORKER = 32
_FILES_AT_A_TIME = 4


def judge_all(
    paths: Iterable[Path],
    *,
    source: bytes | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    max_findings: int | None = MAX_FINDINGS,
    workers: int = 1,
) -> Iterator[Verdict]:
    """The verdicts of files and of the .json and .xml files in folders, as they come: a bad file hides no other.

    ``workers`` is how many processes may share the work; 0 stands for one a processor. The options are those of
    :func:`converter.validate`.
    """
    files = chain.from_iterable(intake.documents(path) for path in paths)
    one = partial(judge, source=source, select=select, ignore=ignore, max_findings=max_findings)
    workers = workers or os.cpu_count() or 1
    first = list(islice(files, _FILES_A_WORKER * workers)) if workers > 1 else []
    workers = min(workers, len(first) // _FILES_A_WORKER)
    files = chain(first, files)
    if workers < 2:
        yield from map(one, files)
        return
    yield one(next(files))  # what this process has loaded, its copies need not load
    with _pool(workers) as pool:
        yield from pool.imap(one, files, chunksize=_FILES_AT_A_TIME)


def _pool(workers: int) -> Pool:
    """Workers that are copies of this process where that can be, because that takes no time."""
    import multiprocessing

    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return multiprocessing.get_context(method).Pool(workers, _leave_signals_to_the_parent)


def _leave_signals_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone decides what it means, and ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
