"""Damaged sources: what is whole is converted, what is not is named, and no earlier result is removed."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from converter.batch import Job, run
from converter.batch.documents import Unusable
from converter.batch.sources import Columns, SourceFault, open_source
from tests.batch.conftest import MakeJob
from tests.batch.damaging import BLOCK, header, header_of, tar
from tests.batch.texts import files, fill, texts

TEXTS = texts(6)
NAMES = list(TEXTS)


def read(path: Path, columns: Columns | None = None) -> dict[str, bytes | str]:
    documents = list(open_source(str(path), columns or Columns()).documents())
    return {each.key: each.failure.code if isinstance(each, Unusable) else each.read() for each in documents}


def message(path: Path) -> str:
    last = list(open_source(str(path), Columns()).documents())[-1]
    assert isinstance(last, Unusable)
    assert last.hides_others
    return last.failure.message


def overwrite(path: Path, place: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[place : place + len(data)] = data
    path.write_bytes(whole)


# Tar.


def test_a_damaged_header_is_no_end(tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tar", TEXTS)
    overwrite(path, header_of(path.read_bytes(), NAMES[2]) + 100, b"\xff" * 40)
    assert read(path) == {**{name: TEXTS[name] for name in NAMES[:2]}, "t.tar": "damaged"}
    assert "damaged behind its text 2 (the check sum of a header is wrong)" in message(path)


def test_a_zeroed_header_is_no_end(tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tar", TEXTS)
    overwrite(path, header_of(path.read_bytes(), NAMES[2]), bytes(BLOCK))
    assert list(read(path)) == [*NAMES[:2], "t.tar"]
    assert "more stands behind its end mark" in message(path)


@pytest.mark.parametrize("cut", [100, 700])
def test_texts_before_a_cut_are_given(cut: int, tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tar", TEXTS)
    data = path.read_bytes()
    path.write_bytes(data[: header_of(data, NAMES[1]) + cut])
    assert read(path) == {NAMES[0]: TEXTS[NAMES[0]], "t.tar": "damaged"}


def test_an_archive_without_its_end_mark_may_miss_members(tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tar", TEXTS)
    data = path.read_bytes()
    path.write_bytes(data[: header_of(data, NAMES[3])])
    assert read(path)["t.tar"] == "damaged"
    assert "ends without its end mark" in message(path)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_archives_whose_check_sum_is_wrong_give_no_text(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    plain = tar(tmp_path / "plain.tar", TEXTS).read_bytes()
    packed = bytearray(pack(plain))
    path = tmp_path / "t.tar.gz"
    path.write_bytes(packed)
    assert list(read(path)) == NAMES
    # gzip: a byte of the sum itself; the others check each of their blocks.
    packed[-6 if pack is gzip.compress else len(packed) // 2] ^= 0xFF
    path.write_bytes(packed)
    with pytest.raises(SourceFault, match=r"t\.tar\.gz: no tar archive, or a damaged one \("):
        read(path)


def test_the_texts_of_a_packed_archive_that_is_cut_are_given(tmp_path: Path) -> None:
    big = {f"{n}.txt": os.urandom(20_000) for n in range(10)}
    path = tar(tmp_path / "t.tar.gz", big, "w:gz")
    path.write_bytes(path.read_bytes()[:-50_000])
    found = read(path)
    assert found.pop("t.tar.gz") == "damaged"
    assert 5 < len(found) < 10
    assert found.items() <= big.items()


def test_long_names_and_sizes_of_every_dialect_are_read(tmp_path: Path) -> None:
    import tarfile

    name = "县" * 80 + "/报告.txt"
    for dialect in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        with tarfile.open(tmp_path / "t.tar", "w", format=dialect) as archive:
            member = tarfile.TarInfo(name)
            archive.addfile(member)
        assert read(tmp_path / "t.tar") == {name: b""}
    (tmp_path / "t.tar").write_bytes(
        header(b"a.txt", b"\x80" + (3).to_bytes(11, "big")) + b"abc".ljust(BLOCK, b"\0") + bytes(1024)
    )
    assert read(tmp_path / "t.tar") == {"a.txt": b"abc"}


@pytest.mark.parametrize("kind", [b"x", b"g", b"L", b"K"])
def test_a_header_that_would_fill_the_memory_is_refused(kind: bytes, tmp_path: Path) -> None:
    path = tmp_path / "t.tar.gz"
    first = header(b"a.txt", 3) + b"abc".ljust(BLOCK, b"\0")
    path.write_bytes(gzip.compress(first + header(b"bomb", 8 << 20, kind) + bytes(8 << 20) + bytes(1024)))
    assert read(path) == {"a.txt": b"abc", "t.tar.gz": "damaged"}
    assert "a header says that it has 8,388,608 bytes" in message(path)


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.batch.sources.archives._FROM_BYTES", 1 << 20)
    path = tmp_path / "t.tar.gz"
    path.write_bytes(gzip.compress(header(b"a.bin", 64 << 20) + bytes(64 << 20) + bytes(1024)))
    with pytest.raises(SourceFault, match="more than 200 times its size"):
        read(path)


@pytest.mark.parametrize(
    "attributes", [b"99 path=a\n", b"x", b"12 GNU.sparse.map=1,x\n", b"30 size=9999999999999999999999999\n"]
)
def test_faulty_attributes_end_the_archive_and_not_the_run(attributes: bytes, tmp_path: Path) -> None:
    path = tmp_path / "t.tar"
    first = header(b"a.txt", 3) + b"abc".ljust(BLOCK, b"\0")
    pax = header(b"pax", len(attributes), b"x") + attributes.ljust(BLOCK, b"\0")
    path.write_bytes(first + pax + header(b"b.txt", 0) + bytes(1024))
    assert read(path)["a.txt"] == b"abc"
    assert read(path)["t.tar"] == "damaged"


def test_members_stored_with_holes_are_said(tmp_path: Path) -> None:
    attributes = b"22 GNU.sparse.major=1\n"
    pax = header(b"pax", len(attributes), b"x") + attributes.ljust(BLOCK, b"\0")
    (tmp_path / "t.tar").write_bytes(pax + header(b"a.txt", 0) + header(b"b.txt", 0) + bytes(1024))
    assert read(tmp_path / "t.tar") == {"a.txt": "unreadable", "b.txt": b""}


def test_mutated_archives_never_end_in_a_traceback(tmp_path: Path) -> None:
    import random

    chance = random.Random(7)
    original = tar(tmp_path / "t.tar", TEXTS).read_bytes()
    for _ in range(300):
        data = bytearray(original)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data) // BLOCK) * BLOCK + chance.randrange(160)
            data[place] = chance.choice((0, 0x30, 0x37, 0x78, 0x80, 0xFF))
        (tmp_path / "t.tar").write_bytes(data)
        try:
            read(tmp_path / "t.tar")
        except SourceFault as fault:
            assert "\n" not in str(fault)


# Zip.


def test_members_whose_bytes_overlap_are_refused(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        for name in ("a.txt", "b.txt"):
            archive.writestr(name, name * 50)
    data = bytearray((tmp_path / "t.zip").read_bytes())
    second = data.rindex(b"PK\1\2")
    data[second + 42 : second + 46] = bytes(4)  # the second begins where the first does
    (tmp_path / "t.zip").write_bytes(data)
    assert set(read(tmp_path / "t.zip").values()) == {"unreadable"}


def test_a_damaged_lzma_member_costs_itself(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "t.zip", "w", zipfile.ZIP_LZMA) as archive:
        for name in ("a.txt", "b.txt"):
            archive.writestr(name, name * 500)
    data = bytearray((tmp_path / "t.zip").read_bytes())
    place = data.index(b"a.txt") + 5
    data[place + 4 : place + 30] = b"\xff" * 26
    (tmp_path / "t.zip").write_bytes(data)
    assert read(tmp_path / "t.zip") == {"a.txt": "unreadable", "b.txt": b"b.txt" * 500}


def test_a_directory_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        for number in range(50):
            archive.writestr(f"{number}.txt", b"1")
    monkeypatch.setattr("converter.batch.sources.archives._MOST_DIRECTORY", 1000)
    with pytest.raises(SourceFault, match="the directory of this zip archive has more than"):
        read(tmp_path / "t.zip")


# Tables.


def test_rows_before_a_damage_are_given(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": os.urandom(2000).hex()}) + "\n" for _ in range(40)).encode()
    for name, data in (
        ("a.jsonl.gz", gzip.compress(rows)[:-5000]),
        ("b.jsonl.gz", gzip.compress(rows)[:-8] + bytes(8)),
        ("c.jsonl.zst", pyarrow.compress(rows, codec="zstd", asbytes=True)[:-5000]),
    ):
        (tmp_path / name).write_bytes(data)
        found = read(tmp_path / name)
        assert found.pop(name) == "damaged"
        assert len(found) > 20 or name.startswith("c")


def test_values_of_a_parquet_file_cost_their_row(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    texts_ = pyarrow.array([b"good", b"\xff\xfe bad", b"good"], pyarrow.binary()).cast(pyarrow.string(), safe=False)
    times = pyarrow.array([1, 2, 3], pyarrow.timestamp("ns"))
    pyarrow.parquet.write_table(pyarrow.table({"text": texts_, "when": times, "id": ["a", "b", "c"]}), path)
    assert read(path, Columns("text", "id")) == {"a": b"good", "b": "unreadable", "c": b"good"}
    assert set(read(path, Columns("text", "when")).values()) == {"unreadable"}


def test_a_damaged_page_of_a_parquet_file_costs_what_stands_behind(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    rows = [{"text": os.urandom(4000).hex()} for _ in range(300)]
    pyarrow.parquet.write_table(
        pyarrow.Table.from_pylist(rows), path, row_group_size=50, compression="none", use_dictionary=False,
        write_page_checksum=True,
    )  # fmt: skip
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4000] = b"\0" * 4000
    path.write_bytes(data)
    found = read(path)
    assert found.pop("t.parquet") == "damaged"
    assert 50 <= len(found) < 200


# Folders and links.


def test_a_bad_link_costs_itself_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    source = fill(tmp_path / "s", {"a.txt": b"1", "b/c.txt": b"2"})
    fill(tmp_path, {"outside.txt": b"3"})
    (source / "loop.txt").symlink_to("loop.txt")
    (source / "gone.txt").symlink_to("nothing")
    (source / "out.txt").symlink_to("../outside.txt")
    (source / "in.txt").symlink_to("b/c.txt")
    (source / "again").symlink_to(".", target_is_directory=True)
    os.mkfifo(source / "pipe.txt")
    expected = {
        "a.txt": b"1", "gone.txt": "unreadable", "in.txt": b"2", "loop.txt": "unreadable", "out.txt": "unreadable",
        "pipe.txt": "unreadable", "b/c.txt": b"2",
    }  # fmt: skip
    assert read(source) == expected
    folder = open_source(str(source), Columns())
    list(folder.documents())
    assert folder.left_out.said() == "1 link to a folder not followed"


@pytest.mark.parametrize("pattern", ["**/*.txt", "**/**/*.txt", "*/*/*.txt", "**/a.txt"])
def test_a_pattern_ends_among_links_to_folders(pattern: str, tmp_path: Path) -> None:
    source = fill(tmp_path / "s", {"a.txt": b"1", "b/c/a.txt": b"2"})
    for name in ("x", "y", "z"):
        (source / name).symlink_to(".", target_is_directory=True)
    start = time.monotonic()
    found = read(Path(f"{source}/{pattern}"))
    assert time.monotonic() - start < 20
    assert found == ({"b/c/a.txt": b"2"} if pattern.startswith("*/") else {"a.txt": b"1", "b/c/a.txt": b"2"})


def test_an_unreadable_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = fill(tmp_path / "s", {"a.txt": b"1", "b/c.txt": b"2"})
    scandir = os.scandir

    def denied(path: Path) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    assert read(source) == {"a.txt": b"1", "b/": "unreadable"}


# What a run makes of it.


def failures(job: Job) -> list[tuple[str, str]]:
    rows = map(json.loads, job.failure_report.read_text("utf-8").splitlines())
    return [(row["document"], row["code"]) for row in rows]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_damaged_archive_removes_no_result_of_an_earlier_run(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tar", TEXTS)
    sound = path.read_bytes()
    job = make_job(form, source=str(path))
    assert run(job).converted == 6
    before = files(tmp_path)
    overwrite(path, header_of(sound, NAMES[2]) + 100, b"\xff" * 40)
    summary = run(make_job(form, source=str(path), resume=True))
    assert (summary.kept, summary.failed, summary.removed, summary.partial) == (2, 1, 0, True)
    assert failures(job) == [("t.tar", "damaged")]
    after = files(tmp_path)
    assert {name: data for name, data in before.items() if name != "t.tar"}.items() <= after.items()
    path.write_bytes(sound)
    summary = run(make_job(form, source=str(path), resume=True))
    assert (summary.kept, summary.failed, summary.partial) == (6, 0, False)
    assert files(tmp_path) == before


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_text_that_cannot_be_read_keeps_its_earlier_result(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    source = fill(tmp_path / "source", TEXTS)
    job = make_job(form)
    run(job)
    before = files(tmp_path)
    path = source / NAMES[1]
    data = path.read_bytes()
    path.unlink()
    path.symlink_to("nothing")
    summary = run(make_job(form, resume=True))
    assert (summary.kept, summary.failed, summary.removed) == (5, 1, 0)
    assert failures(job) == [(NAMES[1], "unreadable")]
    path.unlink()
    path.write_bytes(data)
    assert run(make_job(form, resume=True)).kept == 6
    assert files(tmp_path) == before


@pytest.mark.parametrize("form", ["json", "xml", "jsonl", "jsonl.zst", "parquet"])
def test_a_result_that_was_overwritten_is_made_again(form: str, make_job: MakeJob, tmp_path: Path) -> None:
    fill(tmp_path / "source", TEXTS)
    job = make_job(form)
    run(job)
    before = files(tmp_path)
    path = next(job.target.rglob(f"*.{form}")) if job.is_tree else job.target
    times = path.stat()
    path.write_bytes(bytes(times.st_size))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    summary = run(make_job(form, resume=True))
    assert summary.converted == (1 if job.is_tree else 6)
    assert files(tmp_path) == before


def test_failures_under_one_name_are_told_apart(make_job: MakeJob, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "../a", "text": "报告"}) for _ in range(3)]
    (tmp_path / "source.jsonl").write_text("\n".join(lines))
    job = make_job(source=str(tmp_path / "source.jsonl"), columns=Columns("text", "id"))
    assert run(job).failed == 3
    assert [name for name, _ in failures(job)] == ["../a", "../a (text 2 of the source)", "../a (text 3 of the source)"]


def test_a_start_that_fails_leaves_nothing_in_the_way(
    make_job: MakeJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from converter.batch import Stopped, running

    fill(tmp_path / "source", TEXTS)

    def full(path: Path) -> object:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(running, "Journal", full)
        with pytest.raises(Stopped, match="disk is full"):
            run(make_job())
    assert [path.name for path in tmp_path.iterdir()] == ["source"]
    assert run(make_job()).converted == 6


def test_documents_of_other_formats_are_read_in_folders_and_archives(make_job: MakeJob, tmp_path: Path) -> None:
    from converter import from_json
    from tests.readers.packing import docx, paragraphs

    data = docx(paragraphs("一、工作回顾", "过去一年，全县平稳。", "二、工作安排", "今年，抓好春耕。"))
    source = fill(tmp_path / "source", {"2024/青禾县.docx": data, "2024/青禾县.txt": TEXTS[NAMES[0]], "x.jpg": b"1"})
    archive = tar(tmp_path / "t.tar", {"2024/青禾县.docx": data})
    job = make_job()
    summary = run(job)
    assert (summary.converted, summary.left_out) == (2, "1 file of other kinds left out: 1 .jpg")
    results = files(job.target)
    assert sorted(results) == ["2024/青禾县.json", "2024/青禾县.txt.json"]
    assert [section.heading for section in from_json(results["2024/青禾县.json"]).sections] == ["工作回顾", "工作安排"]
    assert source.exists()
    run(make_job(source=str(archive), target=tmp_path / "of-tar"))
    assert files(tmp_path / "of-tar") == {"2024/青禾县.json": results["2024/青禾县.json"]}
