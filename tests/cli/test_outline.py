"""``gongwen outline``: the tree as an archivist sees it."""

from pathlib import Path

import pytest
from wcwidth import wcswidth

from converter.cli.drawing import draw, shortened
from converter.pipeline import parse
from tests.cli.conftest import TEXT, Gongwen


def test_drawing(gongwen: Gongwen, text: Path) -> None:
    lines = gongwen("outline", "a.txt").stdout.splitlines()
    assert [line.split("  s")[0].rstrip() for line in lines[1:]] == [
        "├─ 一、2023年工作回顾",
        "│  ├─ （一）修好路",
        "│  └─ （二）架好桥",
        "└─ 二、2024年工作安排",
        "   ├─ （一）稳增长",
        "   └─ （二）惠民生",
    ]


def test_columns_are_aligned_for_wide_characters(gongwen: Gongwen, text: Path) -> None:
    lines = gongwen("outline", "a.txt").stdout.splitlines()[1:]
    assert len({wcswidth(line[: line.rindex("  s", 0, line.index("section"))]) for line in lines}) == 1


def test_depth(gongwen: Gongwen, text: Path) -> None:
    assert len(gongwen("outline", "a.txt", "--depth", "1").stdout.splitlines()) == 1 + 2
    assert gongwen("outline", "a.txt", "--depth", "0").exit_code == 2


@pytest.mark.parametrize("name", ["a.json", "a.xml"])
def test_reports_are_drawn_like_their_texts(gongwen: Gongwen, text: Path, name: str) -> None:
    gongwen("convert", "a.txt", "-o", name)
    drawn = gongwen("outline", name).stdout
    assert drawn == gongwen("outline", "a.txt").stdout
    assert drawn == gongwen("outline", "-", input=Path(name).read_bytes()).stdout


def test_no_colours_in_a_file(gongwen: Gongwen, text: Path) -> None:
    assert "\x1b" not in gongwen("outline", "a.txt").stdout


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal(
    gongwen: Gongwen, text: Path, monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool
) -> None:
    monkeypatch.setattr("converter.cli.outline.on_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", no_color)
    assert ("\x1b" in gongwen("outline", "a.txt").stdout) == coloured


@pytest.mark.parametrize("width", [20, 40, 60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    report = parse(TEXT + "三、" + "很长的标题" * 7 + "\n　　此项工作由县直各部门承担。\n")
    assert max(wcswidth("".join(line)) for line in draw(report, None, width)) <= width


def test_shortened_counts_columns_and_hides_control_characters() -> None:
    assert shortened("青禾县", 6) == "青禾县"
    assert shortened("青禾县", 5) == "青禾…"
    assert shortened("青禾县", 4) == "青…"
    assert shortened("\x1b[31m青", 20) == " [31m青"
    assert shortened("青", 0) == ""


def test_what_cannot_be_read_is_a_sentence(gongwen: Gongwen) -> None:
    result = gongwen("outline", "gone.txt")
    assert (result.exit_code, result.stderr) == (1, "gone.txt: there is no such file\n")
