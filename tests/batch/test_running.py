"""A whole run into each kind of target: every text is there once, in the order of the source, as converted alone."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from converter import from_json, from_xml, parse, restore, to_json, to_xml
from converter.batch import Job, Recipe, Stopped, run
from converter.batch.running import Refused
from tests.batch.conftest import MakeJob
from tests.batch.poison import poisoned
from tests.batch.texts import files, fill, texts

SINGLE_FILES = ("jsonl", "jsonl.zst", "parquet")


def rows(job: Job) -> list[bytes]:
    """The reports in a single file, in order."""
    if job.form == "parquet":
        table = pyarrow.parquet.read_table(job.target)
        assert table.column_names == ["key", "sha256", "report"]
        return [text.encode() for text in table.column("report").to_pylist()]
    data = job.target.read_bytes()
    if job.form == "jsonl.zst":
        data = pyarrow.CompressedInputStream(pyarrow.BufferReader(data), "zstd").read()
    return data.splitlines()


def failures(job: Job) -> list[tuple[str, str]]:
    """Document and code of each line of the failure report."""
    lines = job.failure_report.read_text("utf-8").splitlines()
    return [(row["document"], row["code"]) for row in map(json.loads, lines)]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_tree_mirrors_the_source(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    reports = texts(25)
    fill(tmp_path / "source", reports)
    job = make_job(form, recipe=Recipe(syntax=form))  # type: ignore[arg-type]
    summary = run(job)
    assert (summary.converted, summary.kept, summary.failed) == (25, 0, 0)
    written = files(job.target)
    assert list(written) == sorted(name.replace(".txt", f".{form}") for name in reports)
    for name, data in reports.items():
        report = parse(data, name=name)
        assert written[name.replace(".txt", f".{form}")] == (to_json(report) if form == "json" else to_xml(report))
        read = from_json if form == "json" else from_xml
        assert restore(read(written[name.replace(".txt", f".{form}")])) == data


@pytest.mark.parametrize("form", SINGLE_FILES)
def test_a_single_file_has_all_reports_in_the_order_of_the_source(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    reports = texts(34)
    fill(tmp_path / "source", reports)
    job = make_job(form)
    assert run(job).converted == 34
    assert rows(job) == [to_json(parse(data, name=name)) for name, data in reports.items()]
    assert not job.failure_report.exists()


@pytest.mark.parametrize("form", ["json", *SINGLE_FILES])
def test_the_bytes_do_not_depend_on_the_number_of_workers(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(47))
    written = []
    for workers in (1, 3):
        job = make_job(form, workers=workers, target=tmp_path / str(workers) / f"target.{form}")
        run(job)
        written.append(files(tmp_path / str(workers)))
    assert written[0] == written[1]


def test_the_public_edition_and_another_encoding_are_passed_on(make_job: MakeJob, tmp_path: Path) -> None:
    text = "##paidbegin##一、工作目标##paidend##\n\n新建道路3公里。\n"
    fill(tmp_path / "source", {"a.txt": text.encode("big5", "replace")})
    job = make_job(recipe=Recipe(edition="public", encoding="big5"))
    run(job)
    report = from_json(files(job.target)["a.json"])
    assert report.edition.kind == "public"
    assert report.source.encoding == "big5"


@pytest.mark.parametrize("form", ["json", *SINGLE_FILES])
def test_bad_texts_are_listed_with_the_reason_and_the_others_converted(
    form: str, make_job: MakeJob, tmp_path: Path
) -> None:
    reports = texts(40) | {"2020/a.txt": b"kill\n", "2021/b.txt": b"\x89PNG\r\n\x1a\n" + bytes(99), "2022/c.txt": b"  "}
    fill(tmp_path / "source", reports)
    job = make_job(form)
    summary = run(job, kernel=poisoned)
    assert (summary.converted, summary.failed) == (40, 3)
    assert failures(job) == [("2020/a.txt", "killed"), ("2021/b.txt", "not_text"), ("2022/c.txt", "not_text")]


def test_the_failure_report_names_hash_and_sentence(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", {"a.txt": b"", "b.txt": texts(1)["2020/青禾县000.txt"]})
    job = make_job(failures=tmp_path / "reports" / "failed.jsonl")
    run(job)
    row = json.loads((tmp_path / "reports" / "failed.jsonl").read_text("utf-8"))
    assert list(row) == ["document", "code", "message", "sha256"]
    assert row["message"].startswith("a.txt: ")
    assert row["sha256"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_two_texts_of_one_stem_keep_both_results(make_job: MakeJob, tmp_path: Path) -> None:
    report = texts(1)["2020/青禾县000.txt"]
    source = fill(tmp_path / "source", {"a.md": report, "a.txt": report, "b.txt": report})
    job = make_job()
    assert run(job).converted == 3
    names = {name: from_json(data).source.name for name, data in files(job.target).items()}
    assert names == {"a.json": "a.md", "a.txt.json": "a.txt", "b.json": "b.txt"}
    (source / "a.md").unlink()
    summary = run(make_job(resume=True))
    assert (summary.converted, summary.kept, summary.removed) == (1, 1, 0)
    assert {name: from_json(data).source.name for name, data in files(job.target).items()} == {
        "a.json": "a.txt",
        "b.json": "b.txt",
    }


def test_rows_of_one_name_are_told_apart(make_job: MakeJob, tmp_path: Path) -> None:
    lines = [json.dumps({"id": key, "text": f"第{number}号报告"}) for number, key in enumerate("aab")]
    (tmp_path / "source.jsonl").write_text("\n".join(lines))
    from converter.batch.sources import Columns

    job = make_job("jsonl", source=str(tmp_path / "source.jsonl"), columns=Columns("text", "id"))
    assert run(job).failed == 1
    assert [from_json(row).source.name for row in rows(job)] == ["a", "b"]
    assert failures(job) == [("a (text 2 of the source)", "twice")]


@pytest.mark.parametrize(
    "key", ["../a", "/etc/a", "b/../../a", "x\\..\\a", "C:a", ".gongwen-batch/journal", "a\nb", "长" * 99]
)
def test_no_name_leads_out_of_the_tree(key: str, make_job: MakeJob, tmp_path: Path) -> None:
    from converter.batch.sources import Columns

    lines = [json.dumps({"id": name, "text": "报告"}) for name in ("good", key)]
    (tmp_path / "source.jsonl").write_text("\n".join(lines))
    job = make_job(source=str(tmp_path / "source.jsonl"), columns=Columns("text", "id"))
    run(job)
    assert failures(job) == [(key, "unsafe_name")]
    assert set(files(tmp_path)) == {"source.jsonl", "target/good.json", "target/failures.jsonl"}


# What a run refuses or stops at, each in one sentence.


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_target_that_holds_something_else_is_not_touched(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(3))
    fill(tmp_path, {"target/diary.txt": b"1", "target.jsonl": b"2"})
    before = files(tmp_path)
    for resume in (False, True):
        with pytest.raises(Refused, match="not of an earlier run; choose another target"):
            run(make_job(form, resume=resume))
    assert files(tmp_path) == before


def test_an_earlier_run_is_not_started_over_unasked(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(3))
    run(make_job())
    with pytest.raises(Refused, match="go on with --resume"):
        run(make_job())


def test_the_results_of_another_job_are_not_touched(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(3))
    fill(tmp_path / "other", texts(2))
    run(make_job())
    before = files(tmp_path / "target")
    with pytest.raises(Refused, match=r"holds an earlier run whose source is .*/source, not .*/other; choose another"):
        run(make_job(source=str(tmp_path / "other"), resume=True))
    with pytest.raises(Refused, match="holds an earlier run whose form is json, not xml; choose another target"):
        run(make_job("xml", recipe=Recipe(syntax="xml"), resume=True))
    assert files(tmp_path / "target") == before


def test_two_runs_do_not_work_on_one_target(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(30))
    sentences = []

    def start_another(_: object) -> None:
        if not sentences:
            with pytest.raises(Stopped) as stopped:
                run(make_job(resume=True))
            sentences.append(str(stopped.value))

    assert run(make_job(), start_another).converted == 30
    assert sentences == [f"{tmp_path / 'target'}: another run is at work on this target; wait for its end"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_target_that_cannot_be_made_is_one_sentence(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(3))
    (tmp_path / "file").touch()
    with pytest.raises(Stopped, match=r"^/.*/file/.*: a part of this path is a file, not a directory$"):
        run(make_job(form, target=tmp_path / "file" / "deeper" / "target"))


def test_a_source_without_texts_is_one_sentence(make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", {"a.jpg": b"\xff\xd8"})
    with pytest.raises(Stopped, match="source: there is no text in it"):
        run(make_job())


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_run_that_finished_nothing_leaves_nothing(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    source = fill(tmp_path / "source", {"a.jpg": b"\xff\xd8"})
    with pytest.raises(Stopped):
        run(make_job(form))
    assert [path.name for path in tmp_path.iterdir()] == ["source"]
    fill(source, texts(3))
    assert run(make_job(form)).converted == 3
