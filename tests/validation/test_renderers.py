"""The reports: each format is what its readers take it for, and holds every finding."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from lxml import etree

from converter import to_json
from converter.validation import Verdict, judge
from converter.validation.catalogue import ROWS
from converter.validation.renderers import FORMATS, renderer
from tests.validation.sample import sound_report


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    """A sound file, one with two faults, one with a warning, one that is no JSON, one with a name that needs care."""
    sound = sound_report()
    faulty = sound_report()
    faulty.sections[0].level = 2
    faulty.targets[0].text = "<&\"']]>"
    doubtful = sound_report()
    doubtful.meta.review_year = 2030
    return [
        judge(to_json(sound), name="out/青禾 1.json"),
        judge(to_json(faulty), name="out/a,b:c%.json"),
        judge(to_json(doubtful), name="doubtful.json"),
        judge(b"{", name="-"),
        judge(b"", name="/data/\udcff\n.json"),
    ]


def _rendered(name: str, verdicts: list[Verdict], strict: bool = False) -> str:
    return "".join(renderer(name)(iter(verdicts), strict))


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_text_that_any_stream_can_carry(name: str, verdicts: list[Verdict]) -> None:
    text = _rendered(name, verdicts)
    assert text.endswith("\n")
    assert text.encode()


def test_text_has_one_line_a_finding_and_a_summary(verdicts: list[Verdict]) -> None:
    lines = _rendered("text", verdicts).splitlines()
    assert len(lines) == sum(len(verdict.findings) for verdict in verdicts) + 1
    assert lines[0].startswith("out/a,b:c%.json:1:")
    assert ": error GW205 the section s1 has level 2 and stands at depth 1 (/sections/0/level; source " in lines[0]
    assert lines[-1] == "5 files: 2 accepted, 3 refused; 4 errors, 1 warning"
    assert _rendered("text", verdicts, strict=True).splitlines()[-1].startswith("5 files: 1 accepted, 4 refused")


def test_text_says_that_there_is_more() -> None:
    report = sound_report()
    report.diagnostics = report.diagnostics * 5
    report.diagnostics[0].section = "s9"
    lines = _rendered("text", [judge(to_json(report), name="a.json", max_findings=2)]).splitlines()
    assert lines[2] == "a.json: there are more findings than these 2"
    assert lines[3].endswith("(not all are shown)")


def test_chinese_text_has_the_chinese_messages(verdicts: list[Verdict]) -> None:
    lines = _rendered("text-zh", verdicts).splitlines()
    assert "章节 s1 的 level 为 2，实际深度为 1" in lines[0]
    assert lines[-1] == "共 5 个文件：通过 2 个，拒绝 3 个；错误 4 个，警告 1 个"


def test_json_holds_every_field(verdicts: list[Verdict]) -> None:
    report = json.loads(_rendered("json", verdicts))
    assert [file["accepted"] for file in report["files"]] == [True, False, True, False, False]
    assert report["summary"] == {"accepted": 2, "refused": 3, "error": 4, "warning": 1, "info": 0}
    finding = report["files"][1]["findings"][0]
    assert finding["code"] == "GW205" and finding["path"] == "/sections/0/level"
    assert set(finding) == {
        "code", "severity", "message", "message_zh", "file", "line", "column", "path", "span",
    }  # fmt: skip
    assert json.loads(_rendered("json", [])) == {
        "files": [],
        "summary": {"accepted": 0, "refused": 0, "error": 0, "warning": 0, "info": 0},
    }


def test_sarif_conforms_to_the_official_schema(verdicts: list[Verdict], shared: Path) -> None:
    schema = shared / "reference" / "sarif-2.1.0.schema.json"
    if not schema.is_file():
        pytest.skip("the SARIF schema is not beside the repository")
    validator = jsonschema_rs.validator_for(json.loads(schema.read_text()), offline=True)
    for some in (verdicts, []):
        log = json.loads(_rendered("sarif", some))
        assert [error.message for error in validator.iter_errors(log)] == []


def test_sarif_holds_every_finding(verdicts: list[Verdict]) -> None:
    run = json.loads(_rendered("sarif", verdicts))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [row.code for row in ROWS]
    assert [result["ruleId"] for result in run["results"]] == ["GW205", "GW605", "GW702", "GW006", "GW002"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    locations = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert locations == [
        "out/a%2Cb%3Ac%25.json", "out/a%2Cb%3Ac%25.json", "doubtful.json", "stdin", "file:///data/%FF%0A.json",
    ]  # fmt: skip
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "error", "error"]
    strict = json.loads(_rendered("sarif", verdicts, strict=True))["runs"][0]["results"]
    assert [result["level"] for result in strict] == ["error"] * 5


def test_junit_counts_what_refuses_a_file(verdicts: list[Verdict]) -> None:
    root = etree.fromstring(_rendered("junit", verdicts).encode())
    suites = root.findall("testsuite")
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("1", "0"), ("2", "2"), ("1", "0"), ("1", "1"), ("1", "1"),
    ]  # fmt: skip
    assert len(root.findall(".//failure")) == 4 and len(root.findall(".//system-out")) == 1
    strict = etree.fromstring(_rendered("junit", verdicts, strict=True).encode())
    assert len(strict.findall(".//failure")) == 5


def test_github_commands_cannot_be_broken_out_of(verdicts: list[Verdict]) -> None:
    lines = _rendered("github", verdicts).splitlines()
    assert len(lines) == 6
    assert lines[5].startswith("::notice title=gongwen validate::5 files: 2 accepted, 3 refused")
    assert lines[0].startswith("::error file=out/a%2Cb%3Ac%25.json,line=1,col=")
    assert lines[2].startswith("::warning file=doubtful.json,")
    assert lines[3] == (
        "::error file=-,line=1,col=2,title=GW006::this is not JSON: a key in double quotes was expected"
    )
    assert _rendered("github", verdicts, strict=True).splitlines()[2].startswith("::error ")
