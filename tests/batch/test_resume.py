"""A run that goes on ends with exactly the files of an undisturbed one, and does again only what it must."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.batch import Job, Recipe, Stopped, Summary, run
from converter.batch.destinations import forms
from tests.batch.conftest import MakeJob
from tests.batch.poison import poisoned
from tests.batch.texts import files, fill, report, texts

FORMS = ("json", "jsonl", "jsonl.zst", "parquet")


class Halt(Exception):
    """Ends a run from outside, as an interrupt does."""


def halting_after(count: int) -> Callable[[Summary], None]:
    def watch(summary: Summary) -> None:
        if summary.documents == count:
            raise Halt

    return watch


def known_by(path: Path) -> tuple[int, int, int]:
    """By what a file that was written anew is told."""
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def undisturbed(job: Job, folder: Path) -> dict[str, bytes]:
    """The files of a run of ``job`` from beginning to end, by their names in the folder of its target."""
    target = folder / job.target.name
    run(Job(job.source, target, job.form, job.recipe, job.limits, block_documents=job.block_documents))
    return files(folder)


def results(job: Job) -> dict[str, bytes]:
    """The same of a run that has been disturbed."""
    beside = {"source"}
    return {name: data for name, data in files(job.target.parent).items() if name.split("/")[0] not in beside}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [1, 26, 59])
def test_a_run_that_was_ended_goes_on(form: str, count: int, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(60))
    job = make_job(form)
    with pytest.raises(Halt):
        run(job, halting_after(count))
    job = make_job(form, resume=True)
    summary = run(job)
    assert summary.converted + summary.kept == 60
    whole_blocks = count - count % 10
    assert summary.kept >= (count if form == "json" else whole_blocks)
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


@pytest.mark.parametrize("form", FORMS)
def test_a_finished_run_has_nothing_left_to_do(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(25))
    run(make_job(form))
    job = make_job(form, resume=True)
    before = {path: known_by(path) for path in job.target.parent.rglob("target*") if path.is_file()}
    summary = run(job)
    assert (summary.converted, summary.kept) == (0, 25)
    assert {path: known_by(path) for path in before} == before


@pytest.mark.parametrize("form", FORMS)
def test_changed_new_and_vanished_texts_are_the_only_ones_done(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    reports = texts(60)
    source = fill(tmp_path / "source", reports)
    run(make_job(form))
    changed, vanished = list(reports)[7], list(reports)[41]
    fill(source, {changed: report(500).encode(), "2020/新1.txt": report(501).encode(), "新2.txt": report(502).encode()})
    (source / vanished).unlink()
    job = make_job(form, resume=True)
    summary = run(job)
    assert (summary.converted, summary.kept, summary.removed) == (3, 58, 1)
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")
    assert run(job).kept == 61


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_is_only_touched_is_unchanged(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    source = fill(tmp_path / "source", texts(5))
    run(make_job(form))
    for path in source.rglob("*.txt"):
        path.touch()
    assert run(make_job(form, resume=True)).kept == 5


@pytest.mark.parametrize("form", FORMS)
def test_failed_texts_are_tried_again(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(30) | {"2020/a.txt": b"kill\n" + report(1).encode(), "2021/b.txt": b""})
    summary = run(make_job(form), kernel=poisoned)
    assert (summary.converted, summary.failed) == (30, 2)
    fill(tmp_path / "source", {"2021/b.txt": report(2).encode()})
    job = make_job(form, resume=True)
    summary = run(job)
    assert (summary.converted, summary.kept, summary.failed) == (2, 30, 0)
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_fails_now_has_no_result_any_more(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    reports = texts(15)
    fill(tmp_path / "source", reports)
    run(make_job(form))
    fill(tmp_path / "source", {next(iter(reports)): b""})
    job = make_job(form, resume=True)
    assert run(job).failed == 1
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


def test_a_result_that_was_deleted_or_cut_is_made_again(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(12))
    job = make_job()
    run(job)
    first, second, *_ = sorted(job.target.rglob("*.json"))
    first.unlink()
    second.write_bytes(second.read_bytes()[:100])
    job = make_job(resume=True)
    assert run(job).converted == 2
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


@pytest.mark.parametrize("form", FORMS[1:])
def test_a_single_file_that_was_changed_is_made_again(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(12))
    run(make_job(form))
    job = make_job(form, resume=True)
    job.target.write_bytes(b"spoiled")
    assert run(job).converted == 12
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


def test_results_of_another_recipe_are_made_again(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(12))
    run(make_job())
    job = make_job(recipe=Recipe(edition="public"), resume=True)
    assert run(job).converted == 12
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


@pytest.mark.parametrize("form", FORMS)
def test_a_source_that_goes_away_stops_the_run_and_may_come_back(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    source = fill(tmp_path / "source", texts(120))
    away = tmp_path / "away"

    def take_away(summary: Summary) -> None:
        if summary.documents == 20:
            source.rename(away)

    with pytest.raises(Stopped, match="source: the source is gone; bring it back and run again with --resume"):
        run(make_job(form), take_away)
    away.rename(source)
    job = make_job(form, resume=True)
    assert run(job).failed == 0
    assert results(job) == undisturbed(job, tmp_path / "undisturbed")


def test_an_empty_source_removes_nothing(make_job: MakeJob, tmp_path: Path) -> None:
    """A file system that is not mounted looks like this."""
    source = fill(tmp_path / "source", texts(5))
    run(make_job())
    before = files(tmp_path / "target")
    shutil.rmtree(source)
    source.mkdir()
    with pytest.raises(Stopped, match="there is no text in it"):
        run(make_job(resume=True))
    assert files(tmp_path / "target") == before


# The steps in which a single file is joined.


@pytest.mark.parametrize("form", FORMS[1:])
@pytest.mark.parametrize("step", ["before the journal", "after the journal"])
def test_a_run_that_ends_while_its_file_is_joined_goes_on(
    form: str, step: str, make_job: MakeJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First for a new target, then for one that is written anew because a text has changed."""
    reports = texts(25)
    fill(tmp_path / "source", reports)
    for number in range(2):
        fill(tmp_path / "source", {next(iter(reports)): report(600 + number).encode()})
        job = make_job(form, resume=number > 0)
        with monkeypatch.context() as patched:
            break_off(patched, step, job)
            with pytest.raises(Halt):
                run(job)
        job = make_job(form, resume=True)
        summary = run(job)
        assert (summary.converted, summary.kept) == (0, 25)
        assert results(job) == undisturbed(job, tmp_path / f"undisturbed{number}")
        shutil.rmtree(tmp_path / f"undisturbed{number}")


def break_off(patched: pytest.MonkeyPatch, step: str, job: Job) -> None:
    """End the run when the file is written, or when it is to take its name."""
    if step == "before the journal":
        for form in (forms.JsonLines, forms.PackedJsonLines, forms.Parquet):
            join = form.join

            def joined(self: object, pieces: object, path: Path, join: Callable[..., object] = join) -> None:
                join(self, pieces, path)
                raise Halt

            patched.setattr(form, "join", joined)
        return
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        if target == job.target:
            raise Halt
        return replace(self, target)

    patched.setattr(Path, "replace", replaced)
