"""A whole run: source, engine and destination put together, and a state that another run can go on from."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from converter.batch import engines, intake, locks
from converter.batch.conversion import converting
from converter.batch.destinations import Destination, SingleFile, Tree, forms
from converter.batch.documents import Limits, Outcome, Recipe, Stopped, Work
from converter.batch.failure_report import write_failures
from converter.batch.journal import Journal
from converter.batch.sources import Columns, SourceFault, open_source
from converter.batch.state import State
from converter.system_errors import reason
from converter.version import __version__

Form = Literal["json", "xml", "jsonl", "jsonl.zst", "parquet"]

_FORMS: dict[str, Callable[[], forms.Form]] = {
    "jsonl": forms.JsonLines,
    "jsonl.zst": forms.PackedJsonLines,
    "parquet": forms.Parquet,
}
#: Records of a block of a single file, the unit that a kill may cost there.
BLOCK_DOCUMENTS = 500


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done. ``failures`` is where the failure report goes, if not in or beside the target."""

    source: str
    target: Path
    form: Form = "json"
    recipe: Recipe = field(default_factory=Recipe)
    limits: Limits = field(default_factory=Limits)
    workers: int = 1
    resume: bool = False
    columns: Columns = field(default_factory=Columns)
    failures: Path | None = None
    engine: engines.EngineName = "local"
    address: str | None = None
    block_documents: int = BLOCK_DOCUMENTS

    @property
    def is_tree(self) -> bool:
        """Whether the target is a tree of files."""
        return self.form in ("json", "xml")

    @property
    def state(self) -> State:
        """Where the run keeps its state."""
        return State.of_tree(self.target) if self.is_tree else State.of_file(self.target)

    @property
    def failure_report(self) -> Path:
        """Where the failure report goes."""
        beside = self.target.parent / f"{self.target.name}.failures.jsonl"
        return self.failures or (self.target / "failures.jsonl" if self.is_tree else beside)


class Refused(ValueError):
    """The target must not be touched as the job stands; the message says what to do."""


@dataclass(slots=True)
class Summary:
    """How far a run is, and in the end what it did.

    ``partial``: the source could not be read as a whole. ``left_out`` says what it holds beside texts.
    """

    converted: int = 0
    kept: int = 0
    failed: int = 0
    removed: int = 0
    partial: bool = False
    left_out: str = ""
    share: float = 0.0
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    @property
    def documents(self) -> int:
        """How many are through."""
        return self.converted + self.kept + self.failed

    def count(self, outcome: Outcome) -> None:
        """Count one more document."""
        self.partial = self.partial or outcome.hides_others
        if outcome.failure is not None:
            self.failed += 1
        elif outcome.kept:
            self.kept += 1
        else:
            self.converted += 1
        self.share = max(self.share, outcome.share)
        self.seconds = time.monotonic() - self.started


def run(job: Job, watch: Callable[[Summary], None] = lambda _: None, kernel: Work | None = None) -> Summary:
    """Do ``job``; ``watch`` is told after each document. ``kernel`` stands in for the conversion.

    Raises :class:`Refused` before anything is touched, ``SourceFault`` when there is no such source, and
    :class:`Stopped`, with one sentence, when the run cannot go on; another run goes on from what is finished then.
    """
    source = open_source(job.source, job.columns)
    _check_target(job)
    summary = Summary()
    with _sentences(job), _state(job) as journal:
        destination = _destination(job, journal)
        work = destination.working(kernel or converting(job.recipe))
        try:
            with engines.start(job.engine, work, job.workers, job.limits, destination.window, job.address) as engine:
                outcomes = engine.run(intake.items(source, destination, journal))
                for outcome in destination.ordered(outcomes):
                    if outcome.failure is not None and outcome.failure.code == "unreadable":
                        intake.still_there(source)
                    destination.accept(outcome)
                    summary.count(outcome)
                    watch(summary)
            intake.still_there(source)
            if summary.partial:
                destination.finish_partly()
            else:
                summary.removed = destination.finish()
            summary.left_out = source.left_out.said()
            write_failures(journal.failures(), job.failure_report, job.state.temporary)
        finally:
            with suppress(sqlite3.Error):
                journal.commit()
    summary.seconds = time.monotonic() - summary.started
    return summary


def _check_target(job: Job) -> None:
    """Refuse a target that holds something else than an earlier run of the same job. Raises :class:`Refused`."""
    target = job.target
    if job.is_tree and target.exists() and not target.is_dir():
        raise Refused(f"{target} is a file; a tree of results needs a folder")
    if not job.is_tree and target.is_dir():
        raise Refused(f"{target} is a folder; {job.form} goes to a file, such as {target / f'reports.{job.form}'}")
    if job.state.folder.exists():
        if not job.resume:
            raise Refused(f"{target} holds an earlier run; go on with --resume, or choose another target")
    elif target.is_dir() and any(target.iterdir()):
        raise Refused(f"{target} is not empty, and what is in it is not of an earlier run; choose another target")
    elif target.is_file():
        raise Refused(f"{target} is there already, and not of an earlier run; choose another target")


@contextmanager
def _state(job: Job) -> Iterator[Journal]:
    """The folder of state, locked and clean, with its journal. A run that finished nothing leaves none."""
    state = job.state
    target_is_new = job.is_tree and not job.target.exists()
    is_new = not state.journal.exists()
    state.folder.mkdir(parents=True, exist_ok=True)
    with locks.hold_alone(state.lock, job.target):
        locks.wait_until_free(state.workers_lock, job.target)
        journal: Journal | None = None
        try:
            state.clear_temporary()
            state.temporary.mkdir()
            journal = Journal(state.journal)
            _check_journal(job, journal)
            yield journal
        finally:
            empty = (is_new if journal is None else _is_empty(journal)) and not _holds_results(job)
            if journal is not None:
                journal.close()
            state.clear_temporary()
            if empty:
                state.remove()
                with suppress(OSError):
                    if target_is_new:
                        job.target.rmdir()


def _is_empty(journal: Journal) -> bool:
    """Whether no document was ever finished; not when that cannot be told."""
    try:
        return journal.is_empty()
    except sqlite3.Error:
        return False


def _holds_results(job: Job) -> bool:
    """Whether results stand, which a journal on a full disk may not know of."""
    if job.is_tree:
        return any(path != job.state.folder for path in job.target.iterdir())
    return job.state.parts.is_dir() and any(job.state.parts.iterdir())


def _check_journal(job: Job, journal: Journal) -> None:
    """Enter what is done this time; results that were made in another way are to be made again."""
    source = str(Path(job.source).absolute())
    for name, now in (("source", source), ("form", job.form)):
        earlier = journal.fact(name)
        if earlier not in (None, now):
            raise Refused(
                f"{job.target} holds an earlier run whose {name} is {earlier}, not {now}; choose another target"
            )
        journal.set_fact(name, now)
    recipe = f"{__version__} {job.recipe}"
    if journal.fact("recipe") not in (None, recipe):
        journal.forget_hashes()
    journal.set_fact("recipe", recipe)
    journal.set_fact("run", str(journal.run))
    journal.commit()


def _destination(job: Job, journal: Journal) -> Destination:
    if job.is_tree:
        return Tree(job.target, job.form, job.state, journal)
    return SingleFile(job.target, _FORMS[job.form](), job.state, journal, job.block_documents)


@contextmanager
def _sentences(job: Job) -> Iterator[None]:
    """Whatever the operating system has against the target, in one sentence."""
    try:
        yield
    except SourceFault:
        raise
    except OSError as error:
        raise Stopped(f"{error.filename or job.target}: {reason(error)}") from error
    except sqlite3.Error as error:
        raise Stopped(f"{job.state.journal}: the journal cannot be kept ({error})") from error
