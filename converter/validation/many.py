"""Many files at once: verdicts in the order of the files, by one process or, when that is worth it, by several."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from pathlib import Path

from converter.validation import intake
from converter.validation.finding import Verdict
from converter.validation.validating import MAX_FINDINGS, judge

#: A worker is started for at least so many files, and takes so many at a time.
_FILES_A_WORKER = 32
_FILES_AT_A_TIME = 16


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
    with ProcessPoolExecutor(workers, multiprocessing.get_context(_start_method())) as pool:
        yield from pool.map(one, files, chunksize=_FILES_AT_A_TIME)


def _start_method() -> str:
    """How workers start: as copies of this process where that can be, because that takes no time."""
    return "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
