"""What a programmer meets: reading files, finding parts, short words for long things, errors of one base."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import converter

FIXTURE = Path(__file__).parents[1] / "fixtures" / "qinghe-work-report-2024.txt"


@pytest.fixture(scope="module")
def report() -> converter.Report:
    return converter.read(FIXTURE)


def test_a_text_and_its_report_read_alike(report: converter.Report, tmp_path: Path) -> None:
    for name, data in (("a.json", converter.to_json(report)), ("a.xml", converter.to_xml(report))):
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        assert converter.read(tmp_path / name) == report


def test_a_path_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TypeError, match=r"is the path of a file; read\(\) takes paths"):
        converter.parse(str(FIXTURE))
    assert converter.parse("一、工作回顾").sections  # a short text is a text


def test_parts_are_found_by_their_id(report: converter.Report) -> None:
    section = report.find("s2.1.2")
    assert isinstance(section, converter.Section)
    assert section.heading == "做强竹链"
    paragraph = report.find("s2.1.2.p1")
    assert isinstance(paragraph, converter.Paragraph)
    assert paragraph is section.body[0]
    assert report.find("t1") is report.targets[0]
    assert report.find("s99") is None


def test_the_walk_meets_each_node_once_and_parents_first(report: converter.Report) -> None:
    ids = [section.id for section in report.walk()]
    assert ids[:3] == ["s1", "s1.1", "s1.2"]
    assert len(ids) == len(set(ids))


def test_the_text_of_a_section_is_all_below_it(report: converter.Report) -> None:
    section = report.find("s2.1")
    assert isinstance(section, converter.Section)
    lines = section.text.split("\n")
    assert lines[0] == "（一）兴产业，让县域经济更有底气"
    assert "二是做强竹链" in lines
    assert "（二）优环境，让城乡面貌更有颜值" not in section.text


def test_the_text_of_a_report_is_its_source(report: converter.Report) -> None:
    assert report.text == FIXTURE.read_text(encoding="utf-8")


def test_nothing_large_is_printed(report: converter.Report) -> None:
    assert repr(report) == "<Report 政府工作报告 · 青禾县 · 2024-01-16: 20 sections and items, 22 targets>"
    assert repr(report.sections[1]) == "<Section s2 '二、2024年工作安排': 3 subsections>"


def test_a_notebook_shows_text_as_text() -> None:
    shown = converter.parse("一、过去<五年>的工作\n\n正文在这里。\n\n二、工作安排\n\n正文在这里。")._repr_html_()
    assert "<五年>" not in shown
    assert "工作安排" in shown


def test_every_error_has_one_base() -> None:
    with pytest.raises(converter.GongwenError):
        converter.parse(b"")
    with pytest.raises(converter.GongwenError):
        converter.from_json("{}")
    with pytest.raises(converter.GongwenError):
        converter.from_xml("<report/>")


def test_a_slip_in_a_name_is_seen_by_type_checkers(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("import converter\nconverter.pares(b'')\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-incremental", "--follow-imports=silent", str(tmp_path / "script.py")],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    assert 'Module has no attribute "pares"' in done.stdout
