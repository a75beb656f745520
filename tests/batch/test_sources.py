"""Every kind of source gives the same texts by the same names, and what is broken in it costs only itself."""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from converter.batch.documents import Document, Unusable
from converter.batch.sources import Columns, SourceFault, open_source
from tests.batch.texts import fill, texts


def read(name: Path | str, columns: Columns | None = None) -> dict[str, bytes | str]:
    """Names of documents with their bytes, or with the code of what is wrong, in order."""
    found: dict[str, bytes | str] = {}
    documents = list(open_source(str(name), columns or Columns()).documents())
    assert [document.index for document in documents] == list(range(len(documents)))
    shares = [document.share for document in documents]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    for document in documents:
        assert document.key not in found
        found[document.key] = document.failure.code if isinstance(document, Unusable) else document.read()
    return found


def pack_folder(path: Path, reports: dict[str, bytes]) -> Path:
    return fill(path, reports)


def pack_zip(path: Path, reports: dict[str, bytes]) -> Path:
    path = path.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in reports.items():
            archive.writestr(name, data)
    return path


def packing_tar(suffix: str, mode: str) -> Callable[[Path, dict[str, bytes]], Path]:
    def pack(path: Path, reports: dict[str, bytes]) -> Path:
        path = path.with_name(path.name + suffix)
        with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
            for name, data in reports.items():
                add(archive, name, data)
        return path

    return pack


def add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))


FILES = {
    "folder": pack_folder,
    "zip": pack_zip,
    "tar": packing_tar(".tar", "w"),
    "tar.gz": packing_tar(".tar.gz", "w:gz"),
    "tgz": packing_tar(".tgz", "w:gz"),
    "tar.xz": packing_tar(".tar.xz", "w:xz"),
}


@pytest.mark.parametrize("kind", FILES)
def test_files_and_archives_give_texts_by_their_paths(kind: str, tmp_path: Path) -> None:
    reports = texts(12)
    extra = {"2020/notes.xlsx": b"PK", "2020/readme.json": b"{}"}
    source = FILES[kind](tmp_path / "source", reports | extra)
    found = read(source)
    assert list(found.items()) == list(reports.items())


def test_a_folder_gives_its_own_texts_before_those_of_its_folders(tmp_path: Path) -> None:
    fill(tmp_path, {"b/2.txt": b"2", "a.md": b"1", "z.TXT": b"1", "b/a/3.text": b"3", "a/1.txt": b"0"})
    assert list(read(tmp_path)) == ["a.md", "z.TXT", "a/1.txt", "b/2.txt", "b/a/3.text"]


def test_a_folder_may_link_to_itself(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"1"})
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert list(read(tmp_path)) == ["a.txt"]


def test_a_file_name_that_is_no_utf_8_is_read_as_gbk_or_shown_with_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name in ("报告.txt".encode("gb18030"), b"\xff\xff.txt"):
        (tmp_path / "x" / os.fsdecode(name)).write_bytes(b"1")
    assert list(read(tmp_path)) == ["x/报告.txt", "x/\\xff\\xff.txt"]


def test_a_pattern_gives_files_of_any_suffix_by_the_path_below_its_fixed_part(tmp_path: Path) -> None:
    fill(tmp_path, {"2023/青禾县.txt": b"1", "2023/b/c.dat": b"2", "2024/d.txt": b"3", "2023/e.json": b"4"})
    assert list(read(f"{tmp_path}/2023/**/*[tx]")) == ["b/c.dat", "青禾县.txt"]
    assert list(read(f"{tmp_path}/*/?.txt")) == ["2024/d.txt"]
    with pytest.raises(SourceFault, match="no file fits this pattern"):
        read(f"{tmp_path}/*.nothing")


def test_one_text_is_a_source_too(tmp_path: Path) -> None:
    fill(tmp_path, {"青禾县.txt": b"1"})
    assert read(tmp_path / "青禾县.txt") == {"青禾县.txt": b"1"}


@pytest.mark.parametrize("name", ["missing.txt", "a.xlsx"])
def test_what_is_no_source_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    fill(tmp_path, {"a.xlsx": b"PK"})
    with pytest.raises(SourceFault, match=name):
        open_source(str(tmp_path / name), Columns())


# Archives.


def test_names_that_chinese_windows_wrote_into_a_zip_are_read_as_gbk(tmp_path: Path) -> None:
    path = tmp_path / "source.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("AAAAAA.txt", b"1")
    # The library always says UTF-8, so the name is put in by hand: 青禾县 has six bytes in GBK.
    path.write_bytes(path.read_bytes().replace(b"AAAAAA", "青禾县".encode("gbk")))
    assert read(path) == {"青禾县.txt": b"1"}


def test_a_damaged_member_of_a_zip_costs_only_itself(tmp_path: Path) -> None:
    path = pack_zip(tmp_path / "source", {f"{n}.txt": bytes([65 + n]) * 200 for n in range(3)})
    data = bytearray(path.read_bytes())
    # The check sum of the second member, in its local header and in the directory.
    for place in (data.index(b"1.txt") - 30 + 14, data.rindex(b"1.txt") - 46 + 16):
        data[place : place + 4] = struct.pack("<I", 12345)
    path.write_bytes(data)
    assert read(path) == {"0.txt": b"A" * 200, "1.txt": "unreadable", "2.txt": b"C" * 200}


def test_a_bomb_in_an_archive_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("documents", "sources.archives"):
        monkeypatch.setattr(f"converter.batch.{module}.MAX_BYTES", 1 << 20)
    path = pack_zip(tmp_path / "source", {"bomb.txt": bytes(2 << 20), "a.txt": b"1"})
    assert read(path) == {"bomb.txt": "too_large", "a.txt": b"1"}


def test_an_archive_that_ends_too_early_gives_what_stands_before(tmp_path: Path) -> None:
    path = packing_tar(".tar.gz", "w:gz")(tmp_path / "source", texts(30))
    path.write_bytes(path.read_bytes()[:-400])
    found = list(read(path).items())
    assert 1 < len(found) < 31
    assert found[-1] == ("source.tar.gz", "damaged")
    assert dict(found[:-1]).items() <= texts(30).items()
    with pytest.raises(SourceFault, match="no zip archive"):
        read(path.rename(tmp_path / "source.zip"))


def test_links_and_devices_in_a_tar_are_no_texts(tmp_path: Path) -> None:
    path = tmp_path / "source.tar"
    with tarfile.open(path, "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            member = tarfile.TarInfo(f"{int(kind)}.txt")
            member.type, member.linkname = kind, "/etc/hostname"
            archive.addfile(member)
        add(archive, "a.txt", b"1")
    assert read(path) == {"a.txt": b"1"}


# Tables.

ROWS = [{"id": f"2023/{number}", "正文": f"第{number}号报告"} for number in range(5)]
TEXTS = {f"2023/{number}": f"第{number}号报告".encode() for number in range(5)}


def write_lines(path: Path, rows: list[object]) -> Path:
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    if path.suffix == ".gz":
        data = gzip.compress(data)
    if path.suffix == ".zst":
        data = pyarrow.compress(data, codec="zstd", asbytes=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jsonl.gz", "jsonl.zst"])
def test_json_lines_give_a_column_of_texts(suffix: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / f"source.{suffix}", list(ROWS))
    assert read(path, Columns("正文", "id")) == TEXTS
    assert list(read(path, Columns("正文"))) == [f"{number:09}" for number in range(1, 6)]


def test_lines_that_hold_no_text_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "source.jsonl"
    lines = ['{"text": "好"}', "", "no json", "[1]", '{"text": 5}', '{"body": "x"}', "[" * 90_000, '{"text": "完"}']
    path.write_text("\n".join(lines) + "\n")
    found = list(open_source(str(path), Columns()).documents())
    assert [document.key for document in found] == [f"{number:09}" for number in range(1, 8)]
    assert [document.failure.message for document in found if isinstance(document, Unusable)] == [
        "000000002: line 3 is no JSON object",
        "000000003: line 4 is no JSON object",
        "000000004: line 5 has no text in 'text'; it has text",
        "000000005: line 6 has no text in 'text'; it has body",
        "000000006: line 7 is no JSON object",
    ]


def test_parquet_gives_a_column_of_strings_or_of_bytes(tmp_path: Path) -> None:
    path = tmp_path / "source.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), path, row_group_size=2)
    assert read(path, Columns("正文", "id")) == TEXTS
    gbk = [{"file": text.decode().encode("gb18030")} for text in TEXTS.values()] + [{"file": None}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(gbk), path)
    found = list(read(path, Columns("file")).values())
    assert found == [row["file"] for row in gbk[:-1]] + ["unreadable"]


def test_the_text_of_a_string_column_is_never_guessed_at(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "source.jsonl", [{"text": "好"}])
    (document,) = open_source(str(path), Columns()).documents()
    assert isinstance(document, Document)
    assert document.encoding == "utf-8"


def test_a_table_without_the_column_is_refused_with_the_columns_it_has(tmp_path: Path) -> None:
    path = tmp_path / "source.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
    with pytest.raises(SourceFault, match="there is no column 'text'; there are id, 正文"):
        read(path)
    path.write_bytes(b"PAR1 nothing of the kind")
    with pytest.raises(SourceFault, match="no Parquet file"):
        read(path)
