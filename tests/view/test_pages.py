"""The pages as files: self-contained, safe whatever stands in the report, small."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from lxml import html

from converter import parse
from converter.edition import public
from converter.model import Report
from converter.view import page, page_data
from converter.view.charts import Point, chart, shape
from converter.view.folder import Row, index, row_of
from tests.cli.conftest import Gongwen
from tests.fixtures import regenerate
from tests.strategies import reports

HOSTILE = """政府工作报告</script><script>alert(1)</script>

各位代表：

一、<img src=x onerror=alert(1)>&

正文 --> <!--
"""


@pytest.mark.parametrize("path", regenerate.texts(), ids=lambda path: path.stem)
def test_page_is_small_and_asks_for_nothing(path: Path) -> None:
    written = page(parse(path.read_bytes(), name=path.name))
    assert len(written) < 500_000
    document = html.document_fromstring(written)
    assert not document.xpath("//link | //img | //iframe | //script[@src] | //*[@style]")
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_what_stands_in_the_report_is_never_markup() -> None:
    report = parse(HOSTILE, name="</script>.txt")
    written = page(report).decode()
    assert "<script>alert" not in written
    assert "<img" not in written
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', written, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["text"] == HOSTILE
    assert "<script>alert" not in index([row_of(report, "</td><script>alert(1)", "a.html")]).decode()


@given(reports())
def test_any_report_becomes_a_page(report: Report) -> None:
    assert json.loads(json.dumps(page_data(report)))["title"]
    row_of(report, "a", "a.html")


def test_public_edition_has_a_page_without_the_source() -> None:
    path = regenerate.FIXTURES / "luoying-paid-speech-2023.txt"
    data = page_data(public(parse(path.read_bytes(), name=path.name)))
    assert data["text"] is None
    assert data["nodes"]


def test_odd_reports_come_first() -> None:
    rows = [
        Row("a", "a.html", date="2024-01-01"),
        Row("b", None, failure="b: no text"),
        Row("c", "c.html", odd=[("odd_no_date", 0)]),
    ]
    shown = re.findall(r'<span class="file">([abc])</span>', index(rows).decode())
    assert shown == ["b", "c", "a"]


def test_pictures() -> None:
    assert shape([]) == ""
    assert shape([1, 2, 2]).count("M") == 3
    assert shape([1] * 1000).count("M") == 120
    found = [Point(2023, 6.0, "青禾县", "a"), Point(2024, 7.0, "青禾县", "b"), Point(2024, 5.0, "云岭县", "c")]
    drawn = chart("地区生产总值", "GDP", found)
    assert len(drawn.marks) == 3
    assert len(drawn.lines) == 1
    assert [year for _, year in drawn.years] == [2023, 2024]


def test_command_writes_a_page_or_pages(gongwen: Gongwen, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text("政府工作报告\n\n各位代表：\n\n一、目标\n\n新增就业300人。\n")
    (tmp_path / "in" / "c.txt").write_bytes(bytes(range(256)) * 9)
    assert gongwen("view", "in/a.txt").exit_code == 0
    assert (tmp_path / "a.html").is_file()
    shown = gongwen("view", "in", "-o", "pages")
    assert shown.exit_code == 1
    assert "c.txt" in shown.stderr
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a.txt.html", "b.txt.html", "index.html"]
    assert "c.txt" in (tmp_path / "pages" / "index.html").read_text()


@pytest.fixture
def gongwen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gongwen:
    from click.testing import CliRunner

    from converter.cli.main import group

    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(group, [str(argument) for argument in arguments])
