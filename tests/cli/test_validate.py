"""``gongwen validate``: the shell around the validator; what it finds is tested with the validator."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Gongwen


@pytest.fixture
def reports(gongwen: Gongwen, text: Path) -> None:
    """``a.json`` and ``a.xml``, both sound, and ``wrong.json``, which is not."""
    gongwen("convert", "a.txt", "-o", "a.json")
    gongwen("convert", "a.txt", "-o", "a.xml")
    Path("wrong.json").write_text(Path("a.json").read_text().replace('"level": 1', '"level": 7'))


@pytest.mark.usefixtures("reports")
def test_sound_reports_are_accepted_with_their_source(gongwen: Gongwen) -> None:
    result = gongwen("validate", "a.json", "a.xml", "--source", "a.txt")
    assert (result.exit_code, result.stdout) == (0, "2 files: 2 accepted, 0 refused\n")


@pytest.mark.usefixtures("reports")
def test_one_wrong_report_ends_with_1_and_hides_no_other(gongwen: Gongwen) -> None:
    Path("cut.xml").write_bytes(Path("a.xml").read_bytes()[:200])
    result = gongwen("validate", "gone.json", "wrong.json", "cut.xml", "a.json")
    assert result.exit_code == 1
    assert {line.split(":")[0] for line in result.stdout.splitlines()[:-1]} == {"gone.json", "wrong.json", "cut.xml"}
    assert result.stdout.splitlines()[-1].startswith("4 files: 1 accepted, 3 refused")


@pytest.mark.usefixtures("reports")
def test_report_of_another_text_is_refused(gongwen: Gongwen) -> None:
    Path("b.txt").write_text(TEXT.replace("环湖路", "环山路"))
    assert gongwen("validate", "a.json", "--source", "b.txt").exit_code == 1


@pytest.mark.usefixtures("reports")
def test_missing_source_is_a_wrong_command_line(gongwen: Gongwen) -> None:
    result = gongwen("validate", "a.json", "--source", "gone.txt")
    assert result.exit_code == 2
    assert "gone.txt: there is no such file" in result.stderr


@pytest.mark.usefixtures("reports")
def test_directories_and_standard_input(gongwen: Gongwen) -> None:
    Path("wrong.json").unlink()
    assert gongwen("validate", ".").stdout == "2 files: 2 accepted, 0 refused\n"
    assert gongwen("validate", "-", input=Path("a.xml").read_bytes()).exit_code == 0
    assert gongwen("validate", "-", input=b"").exit_code == 1


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "text", "text-zh"])
def test_every_format_names_the_file(gongwen: Gongwen, form: str) -> None:
    result = gongwen("validate", "wrong.json", "--format", form)
    assert result.exit_code == 1
    assert "wrong.json" in result.stdout
    if form in ("json", "sarif"):
        json.loads(result.stdout)


@pytest.mark.usefixtures("reports")
def test_findings_are_selected_ignored_and_capped(gongwen: Gongwen) -> None:
    found = gongwen("validate", "wrong.json").stdout.splitlines()[:-1]
    assert found
    code = found[0].split(" ")[2]
    assert code.startswith("GW")
    assert gongwen("validate", "wrong.json", "--ignore", "GW").exit_code == 0
    assert gongwen("validate", "wrong.json", "--select", code).exit_code == 1
    assert len(gongwen("validate", "wrong.json", "--max-findings", "1").stdout.splitlines()) <= 3


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("syntax", ["json", "xml"])
def test_public_edition_is_accepted(gongwen: Gongwen, syntax: str) -> None:
    text = "一、修路\n环湖路通##paidbegin##车。##paidend##\n##paidbegin##二、架桥\n青石桥##paidend##建成。\n"
    Path("p.txt").write_text(text)
    gongwen("convert", "p.txt", "--edition", "public", "-o", f"p.{syntax}")
    result = gongwen("validate", f"p.{syntax}", "--source", "p.txt")
    assert (result.stdout, result.exit_code) == ("1 file: 1 accepted, 0 refused\n", 0)


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["XX9", "GW299", ""])
def test_code_that_no_rule_has_is_a_wrong_command_line(gongwen: Gongwen, option: str, code: str) -> None:
    result = gongwen("validate", "wrong.json", option, code)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"no code is, or begins with, {code!r}" in " ".join(result.stderr.split())


def test_folder_without_reports_is_refused(gongwen: Gongwen, text: Path) -> None:
    result = gongwen("validate", ".")
    assert result.exit_code == 1
    assert "GW001" in result.stdout
    assert "without any .json or .xml file" in result.stdout
