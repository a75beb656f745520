"""``gongwen restore``: the bytes, or one sentence."""

from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Gongwen


@pytest.mark.parametrize("syntax", ["json", "xml"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_original_bytes_come_back(gongwen: Gongwen, syntax: str, codec: str) -> None:
    data = TEXT.replace("\n", "\r\n").encode(codec)
    Path("a.txt").write_bytes(data)
    assert gongwen("convert", "a.txt", "-o", f"a.{syntax}").exit_code == 0
    assert gongwen("restore", f"a.{syntax}").stdout_bytes == data
    assert gongwen("restore", f"a.{syntax}", "-o", "back.txt").exit_code == 0
    assert Path("back.txt").read_bytes() == data
    assert gongwen("restore", "-", input=Path(f"a.{syntax}").read_bytes()).stdout_bytes == data


def test_changed_report_is_refused(gongwen: Gongwen, text: Path) -> None:
    changed = gongwen("convert", "a.txt").stdout.replace("环湖路", "环山路")
    Path("a.json").write_text(changed)
    result = gongwen("restore", "a.json", "-o", "back.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("a.json: the report was changed after it was made: the SHA-256")
    assert not Path("back.txt").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"schema_version": "2.0"}',
        b"<report/>",
        b"\x00\xff",
        b"<!DOCTYPE x>",
        "政府工作报告".encode(),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(gongwen: Gongwen, data: bytes) -> None:
    Path("a.json").write_bytes(data)
    result = gongwen("restore", "a.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("a.json: ")
    assert "fault of gongwen" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_output_must_be_a_file(gongwen: Gongwen, text: Path) -> None:
    gongwen("convert", "a.txt", "-o", "a.json")
    result = gongwen("restore", "a.json", "-o", ".")
    assert result.exit_code == 2
    assert ". is a directory; name the file to write" in result.stderr
    result = gongwen("restore", "a.json", "-o", "./a.json")
    assert result.exit_code == 2
    assert "a.json is the report itself, which is never overwritten" in result.stderr
    assert Path("a.json").read_bytes()[:1] == b"{"
