"""``gongwen correct``, and the commands that take what it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter import from_json
from converter.model.walk import sections
from tests.cli.conftest import TEXT, Gongwen


def _line(words: str) -> str:
    return str(TEXT[: TEXT.index(words)].count("\n") + 1)


def test_what_is_written_is_applied_by_every_command(gongwen: Gongwen, text: Path) -> None:
    assert gongwen("correct", "a.txt", "--line", _line("架好桥"), "--no-node").exit_code == 0
    report = from_json(gongwen("convert", "a.txt").stdout_bytes)
    assert [section.id for section in sections(report)] == ["s1", "s1.1", "s2", "s2.1", "s2.2"]
    assert [correction.status for correction in report.corrections] == ["applied"]
    assert "架好桥" not in gongwen("outline", "a.txt").stdout
    assert "1 correction" in gongwen("convert", "a.txt").stderr
    gongwen("convert", "a.txt", "-o", "a.json")
    assert gongwen("validate", "a.json", "--source", "a.txt").exit_code == 0
    gongwen("restore", "a.json", "-o", "back.txt")
    assert Path("back.txt").read_bytes() == text.read_bytes()


def test_one_thing_after_the_other(gongwen: Gongwen, text: Path) -> None:
    gongwen("correct", "a.txt", "--line", _line("稳增长"), "--level", "1")
    gongwen("correct", "a.txt", "--id", "t1", "--target", "value=7", "--target", "strength=binding")
    gongwen("correct", "a.txt", "--meta", "place.name=青禾市", "--meta", "author.name=")
    gongwen("correct", "a.txt", "--line", f"{_line('环湖路')}:11", "--break")
    report = from_json(gongwen("convert", "a.txt").stdout_bytes)
    assert [section.level for section in sections(report)][-1] == 1
    assert (report.targets[0].value, report.targets[0].strength) == (7, "binding")
    assert report.meta.place is not None and report.meta.place.name == "青禾市"
    assert {correction.status for correction in report.corrections} == {"applied"}
    listed = gongwen("correct", "a.txt", "--list").stdout.splitlines()
    assert len(listed) == 6
    assert gongwen("correct", "a.txt", "--remove", "1").exit_code == 0
    assert len(gongwen("correct", "a.txt", "--list").stdout.splitlines()) == 5


def test_saying_another_thing_of_the_same_place_replaces_what_was_said(gongwen: Gongwen, text: Path) -> None:
    gongwen("correct", "a.txt", "--line", _line("架好桥"), "--level", "1")
    gongwen("correct", "a.txt", "--line", _line("架好桥"), "--no-node")
    corrections = json.loads(Path("a.corrections.json").read_text())["corrections"]
    assert [one["op"] for one in corrections] == ["no_node"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--line", "99", "--no-node"], 2, "'99' is no line of the source"),
        (["--line", "1:40", "--break"], 2, "line 1 has 6 columns"),
        (["--no-node"], 2, "say where, with --line N or --id ID"),
        (["--line", "1"], 2, "say what is to be corrected"),
        (["--line", "1", "--break", "--join"], 2, "one thing at a time"),
        (["--id", "s9", "--no-node"], 2, "there is nothing called 's9'"),
        (["--meta", "title"], 2, "'title' is not written FIELD=VALUE"),
        (["--meta", "date=昨天"], 1, "nothing is written, for it is impossible"),
        (["--id", "s1", "--level", "5"], 1, "level 5 is not possible there"),
        (["--remove", "3"], 2, "there is no correction 3"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(
    gongwen: Gongwen, text: Path, arguments: list[str], code: int, sentence: str
) -> None:
    result = gongwen("correct", "a.txt", *arguments)
    assert result.exit_code == code
    assert sentence in " ".join(result.stderr.split())
    assert not Path("a.corrections.json").exists()


def test_corrections_of_another_text_are_told_and_not_applied(gongwen: Gongwen, text: Path) -> None:
    gongwen("correct", "a.txt", "--line", _line("架好桥"), "--no-node")
    text.write_text(TEXT.replace("全线", "全部"))
    result = gongwen("convert", "a.txt")
    assert "a.txt: correction 1 (no_node) is stale: the corrections are about another source" in result.stderr
    assert from_json(result.stdout_bytes).corrections[0].status == "stale"


def test_report_is_corrected_by_a_file_that_is_named(gongwen: Gongwen, text: Path) -> None:
    gongwen("convert", "a.txt", "-o", "kept/a.json")
    gongwen("correct", "a.txt", "--line", _line("架好桥"), "--no-node", "-o", "said.json")
    anew = gongwen("convert", "kept/a.json", "--corrections", "said.json").stdout_bytes
    assert len(list(sections(from_json(anew)))) == 5


def test_file_of_corrections_is_no_report_of_a_folder(gongwen: Gongwen, text: Path) -> None:
    gongwen("correct", "a.txt", "--line", _line("架好桥"), "--no-node")
    assert gongwen("targets", ".", "--to", "csv").exit_code == 0


def test_batch_applies_them_and_converts_again_when_they_change(gongwen: Gongwen, text: Path) -> None:
    Path("in").mkdir()
    text.rename("in/a.txt")
    gongwen("batch", "in", "out", "--workers", "1")
    gongwen("correct", "in/a.txt", "--line", _line("架好桥"), "--no-node")
    again = gongwen("batch", "in", "out", "--workers", "1", "--resume")
    assert again.exit_code == 0
    assert len(list(sections(from_json(Path("out/a.json").read_bytes())))) == 5
