"""What is said: one line each, whatever files are called; and nothing is passed over in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.file_names import printable
from converter.formats import from_json
from tests.cli.conftest import TEXT, Gongwen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("报告　2024.txt", "报告　2024.txt"),
        ("\x1b[31mred\x07.txt", "\\u001b[31mred\\u0007.txt"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
        ("a\nb\u2028c", "a b\\u2028c"),
        (os.fsdecode("报告.txt".encode("gbk")), "报告.txt"),
        (os.fsdecode(b"\xff\xff.txt"), "\\xff\\xff.txt"),
    ],
)
def test_no_name_writes_to_the_terminal_as_it_likes(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("command", ["convert", "targets", "outline", "restore"])
def test_names_with_escapes_are_shown_as_text(gongwen: Gongwen, command: str) -> None:
    name = "\x1b[2Ja\u202eb\n.txt"
    result = gongwen(command, name)
    assert result.exit_code in (1, 2)
    assert "\x1b" not in result.stderr and "\u202e" not in result.stderr
    assert "\\u001b[2Ja\\u202eb .txt: there is no such file" in result.stderr


def test_a_wrong_command_line_is_shown_as_text(gongwen: Gongwen) -> None:
    for words in (["\x1b[2J"], ["schema", "\x1b[2J"], ["convert", "a", "--to", "\x1b[2J"]):
        result = gongwen(*words)
        assert result.exit_code == 2
        assert "\x1b" not in result.stderr


def test_a_file_whose_name_is_gbk(gongwen: Gongwen, tmp_path: Path) -> None:
    Path("in").mkdir()
    (Path("in") / os.fsdecode("青禾县.txt".encode("gbk"))).write_text(TEXT, "utf-8")
    result = gongwen("convert", "in", "-o", "out")
    assert result.exit_code == 0
    assert "in/青禾县.txt: " in result.stderr
    (written,) = Path("out").iterdir()
    assert from_json(written.read_bytes()).source.name == "青禾县.txt"


@pytest.mark.parametrize(
    "words",
    [["validate", ""], ["batch", "", "out"], ["batch", "in", ""], ["convert", ""], ["convert", "a.txt", "-o", ""]],
)
def test_an_empty_word_is_not_the_current_folder(gongwen: Gongwen, text: Path, words: list[str]) -> None:
    result = gongwen(*words)
    assert result.exit_code == 2
    assert "a word of the command line is empty" in result.stderr


@pytest.fixture
def closed_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that cannot be looked into, for root as well."""
    folder = Path("in/closed")
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(TEXT, "utf-8")
    Path("in/a.txt").write_text(TEXT, "utf-8")
    scandir = os.scandir

    def denied(path: object) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", denied)
    return folder


def test_an_unreadable_folder_is_a_failure_of_convert_and_targets(gongwen: Gongwen, closed_folder: Path) -> None:
    for words in (["convert", "in", "-o", "out"], ["targets", "in"]):
        result = gongwen(*words)
        assert result.exit_code == 1
        assert f"{closed_folder}: permission denied; what is in this directory was not seen" in result.stderr


def test_an_unreadable_folder_is_refused_by_validate(gongwen: Gongwen, closed_folder: Path) -> None:
    assert gongwen("convert", "in/a.txt", "-o", "in/a.json").exit_code == 0
    result = gongwen("validate", "in")
    assert result.exit_code == 1
    assert str(closed_folder) in result.stdout


def test_bad_links_of_a_folder_are_failures_and_other_kinds_are_counted(gongwen: Gongwen) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(TEXT, "utf-8")
    for name, target in (("loop.txt", "loop.txt"), ("gone.txt", "nothing"), ("again", ".")):
        (Path("in") / name).symlink_to(target)
    for name in ("b.jpg", "c.jpg", "d.xlsx"):
        (Path("in") / name).write_bytes(b"1")
    result = gongwen("convert", "in", "-o", "out")
    assert result.exit_code == 1
    left_out = "3 files of other kinds left out: 2 .jpg, 1 .xlsx; 1 link to a folder not followed"
    assert result.stderr.splitlines()[-1].endswith(left_out)
    assert "in/gone.txt: this link leads to nothing" in result.stderr
    assert "in/loop.txt: a loop of symbolic links" in result.stderr
    assert [path.name for path in Path("out").iterdir()] == ["a.json"]


def test_each_run_over_a_folder_ends_with_what_was_left_out(gongwen: Gongwen) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(TEXT, "utf-8")
    Path("in/b.jpg").write_bytes(b"1")
    for words in (["convert", "in", "-o", "out"], ["targets", "in", "-o", "t.csv"], ["compare", "in"]):
        assert gongwen(*words).stderr.splitlines()[-1] == "1 file of other kinds left out: 1 .jpg"


def test_files_of_one_stem_keep_both_results(gongwen: Gongwen) -> None:
    Path("in").mkdir()
    for name in ("a.md", "a.txt"):
        (Path("in") / name).write_text(TEXT, "utf-8")
    result = gongwen("convert", "in", "-o", "out")
    assert result.exit_code == 0
    assert "in/a.txt: out/a.json is the result of in/a.md, so this one goes to out/a.txt.json" in result.stderr
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.json", "a.txt.json"]
