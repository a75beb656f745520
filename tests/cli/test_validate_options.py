"""What pipelines set: which findings, where they go, what the exit code says."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from converter import to_json
from tests.cli.conftest import Gongwen
from tests.validation.sample import sound_report


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """A report with two faults."""
    report = sound_report()
    report.sections[0].subsections[0].level = 3
    report.targets[0].access = "paid"
    path = tmp_path / "wrong.json"
    path.write_bytes(to_json(report))
    return str(path)


def test_codes_may_stand_in_a_list_with_commas(gongwen: Gongwen, wrong: str) -> None:
    assert "GW506" not in gongwen("validate", wrong, "--select", "GW2,GW6").stdout
    assert "GW506" in gongwen("validate", wrong, "--select", "GW2, GW506").stdout
    assert gongwen("validate", wrong, "--ignore", "GW2,GW506").exit_code == 0
    assert "'GW999'" in gongwen("validate", wrong, "--select", "GW2,GW999").stderr


def test_findings_go_to_a_file(gongwen: Gongwen, wrong: str) -> None:
    done = gongwen("validate", wrong, "-o", "found/findings.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "GW205" in Path("found/findings.txt").read_text("utf-8")
    assert gongwen("validate", wrong, "-o", "-").stdout == Path("found/findings.txt").read_text("utf-8")


def test_quiet_says_it_with_the_exit_code(gongwen: Gongwen, wrong: str) -> None:
    done = gongwen("validate", wrong, "-q")
    assert (done.exit_code, done.output) == (1, "")
    assert gongwen("validate", wrong, "--exit-zero").exit_code == 0


def test_statistics_count_codes(gongwen: Gongwen, wrong: str) -> None:
    lines = gongwen("validate", wrong, wrong, "--statistics").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["2", "GW205"], ["2", "GW506"]]


def test_a_longer_file_is_refused_unread(gongwen: Gongwen, wrong: str) -> None:
    said = gongwen("validate", wrong, "--max-bytes", "100").stdout
    assert "GW003" in said and "100 bytes (--max-bytes)" in said
    assert "GW205" in gongwen("validate", wrong).stdout  # the bound is that of one command


def test_gitlab_reads_the_findings(gongwen: Gongwen, wrong: str) -> None:
    issues = json.loads(gongwen("validate", wrong, "--format", "gitlab").stdout)
    assert [(issue["check_name"], issue["severity"]) for issue in issues] == [("GW205", "major"), ("GW506", "major")]
    assert issues[0]["location"] == {"path": wrong, "lines": {"begin": 1}}
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_junit_says_totals(gongwen: Gongwen, wrong: str) -> None:
    root = ElementTree.fromstring(gongwen("validate", wrong, wrong, "--format", "junit").stdout)
    assert (root.get("tests"), root.get("failures")) == ("4", "4")


def test_sarif_leads_to_the_rule(gongwen: Gongwen, wrong: str) -> None:
    driver = json.loads(gongwen("validate", wrong, "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]
    assert driver["informationUri"] and driver["rules"][0]["helpUri"] == "urn:gongwen:rule:GW001"
