"""The pages in a real browser: looked at, clicked through, corrected, saved, converted again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from converter import from_json
from converter.cli.main import group
from converter.model.walk import sections
from tests.browser.conftest import REPORT, Watched, watch

GRAVE = ("serious", "critical")


def gongwen(*arguments: str | Path) -> str:
    result = CliRunner().invoke(group, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def faults(page: Page) -> list[str]:
    """What axe-core finds grave."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.read_bytes())
    return path


@pytest.fixture
def page(text: Path, watched: Watched) -> Watched:
    gongwen("view", text, "-o", text.with_suffix(".html"))
    watched.open(text.with_suffix(".html").as_uri())
    return watched


def test_page_asks_for_nothing_and_complains_of_nothing(page: Watched) -> None:
    for name in ("targets", "results", "diagnostics", "about", "changes", "outline"):
        page.page.click(f"#tab-{name}")
    page.page.click("#language")
    page.page.click("#theme")
    assert page.said == []
    assert [url for url in page.asked if not url.startswith("file:")] == []
    assert len(page.asked) == 1


def test_everything_leads_to_everything(page: Watched) -> None:
    view = page.page
    view.click("[role=treeitem] .label >> text=做长米链")
    expect(view.locator("#text .s")).to_have_text(["一是", "做长米链"])
    expect(view.locator("#inspector .quote")).to_have_text("一是做长米链")
    view.click("#text .t >> text=接待游客180万人次")
    expect(view.locator("#inspector .quote")).to_have_text("接待游客180万人次")
    view.click("#tab-targets")
    expect(view.locator("#targets tr[aria-selected=true]")).to_contain_text("接待游客")
    view.click("#targets tbody tr >> nth=0")
    expect(view.locator("#text .s")).to_have_text("地区生产总值增长6.5%左右")
    assert view.evaluate("location.hash") == "#t1"


def test_targets_are_sorted_and_filtered(page: Watched) -> None:
    view = page.page
    view.click("#tab-targets")
    view.fill("#find-targets", "就业")
    expect(view.locator("#targets tbody tr")).to_have_count(1)
    view.fill("#find-targets", "")
    view.select_option("#targets-by-strength", "binding")
    assert view.locator("#targets tbody tr").count() < 22
    view.select_option("#targets-by-strength", "")
    view.click("#targets th >> text=目标值")
    amounts = view.locator("#targets td:nth-child(2)").all_inner_texts()
    assert amounts[0] == "1.5万亩"
    expect(view.locator("#targets th:nth-child(2)")).to_have_attribute("aria-sort", "ascending")


def test_notices_are_said_in_chinese(text: Path, watched: Watched) -> None:
    gap = (
        text.read_text(encoding="utf-8")
        .replace("（二）山路上", "（四）山路上")
        .replace("一、2023年", "&ldquo;一、2023年")
    )
    text.write_text(gap, encoding="utf-8")
    gongwen("view", text, "-o", text.with_suffix(".html"))
    view = watched.open(text.with_suffix(".html").as_uri())
    view.click("#tab-diagnostics")
    expect(view.locator("#diagnostics")).to_contain_text("（一） 之后是 （四）。")
    shown = re.sub("“.*”", "", view.locator("#diagnostics").inner_text())
    assert not re.search("[a-z]{2}", shown), shown
    assert watched.said == []


def test_keys(page: Watched) -> None:
    view = page.page
    view.keyboard.press("2")
    expect(view.locator("#tab-targets")).to_have_attribute("aria-selected", "true")
    view.keyboard.press("j")
    view.keyboard.press("j")
    expect(view.locator("#targets tr[aria-selected=true]")).to_contain_text("规上工业增加值")
    view.keyboard.press("1")
    view.focus("[role=treeitem] >> nth=0")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    expect(view.locator("#inspector .quote")).to_contain_text("稻田里的账本越算越厚")
    view.keyboard.press("/")
    view.keyboard.type("竹链")
    expect(view.locator("#found")).to_have_text("1 / 1")


def test_what_is_corrected_is_saved_and_converted(page: Watched, text: Path) -> None:
    view = page.page
    view.click("[role=treeitem] .label >> text=家门口的服务越办越细")
    view.click("#inspector button >> text=不是标题")
    expect(view.locator("#outline [role=tree]")).not_to_contain_text("家门口的服务越办越细")
    view.click("[role=treeitem] .label >> text=美化乡村")
    view.fill("#inspector input[name=heading]", "美化")
    view.click("#inspector button >> text=更正")
    view.click("#tab-about")
    view.click("#about button[aria-label^=地名]")
    view.fill("#about form input", "青禾市")
    view.click("#about form button")
    view.click("#tab-targets")
    view.click("#targets tbody tr >> nth=1")
    view.click("#inspector button >> text=不是目标")
    view.click("#tab-changes")
    expect(view.locator(".changes > li")).to_have_count(4)
    view.click("#changes button >> text=撤销上一步")
    expect(view.locator(".changes > li")).to_have_count(3)
    with view.expect_download() as started:
        view.click("#changes button >> text=保存更正文件")
    assert started.value.suggested_filename == "a.corrections.json"
    saved = text.with_name("a.corrections.json")
    started.value.save_as(saved)
    assert [one["op"] for one in json.loads(saved.read_text())["corrections"]] == ["no_node", "node", "meta"]
    report = from_json(gongwen("convert", text, "-q"))
    assert {correction.status for correction in report.corrections} == {"applied"}
    headings = [section.heading for section in sections(report)]
    assert "家门口的服务越办越细" not in headings
    assert "美化" in headings
    assert report.meta.place is not None and report.meta.place.name == "青禾市"
    gongwen("view", text, "-o", text.with_suffix(".html"))
    view.reload()
    expect(view.locator("#tab-changes .count")).to_have_text("3")
    assert page.said == []


def test_selected_words_become_a_node_or_a_target(page: Watched) -> None:
    view = page.page
    view.evaluate(
        """() => {
          const words = "县医院与市医院结成医联体";
          const walker = document.createTreeWalker(document.getElementById("text"), 4);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().removeAllRanges(); getSelection().addRange(range);
            node.parentElement.dispatchEvent(new MouseEvent("click", { bubbles: true }));
          }
        }"""
    )
    expect(view.locator("#inspector .quote")).to_have_text("县医院与市医院结成医联体")
    view.fill("#inspector input[name=value]", "1")
    view.click("#inspector button >> text=把选中文字设为目标")
    view.click("#tab-changes")
    assert view.locator(".changes > li").count() >= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_grave_fault_for_people_who_cannot_see(browser: Browser, text: Path, scheme: str) -> None:
    gongwen("view", text.parent, "-o", text.parent / "pages")
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN", color_scheme=scheme)  # type: ignore[arg-type]
    view = context.new_page()
    view.goto((text.parent / "pages" / "index.html").as_uri())
    assert faults(view) == []
    view.goto((text.parent / "pages" / "a.txt.html").as_uri())
    for name in ("outline", "targets", "results", "diagnostics", "about", "changes"):
        view.click(f"#tab-{name}")
        assert faults(view) == [], name
    context.close()


def test_nothing_is_cut_off_on_a_narrow_screen(browser: Browser, text: Path) -> None:
    gongwen("view", text.parent, "-o", text.parent / "pages")
    context = browser.new_context(viewport={"width": 380, "height": 800})
    watched = watch(context.new_page())
    for name in ("index.html", "a.txt.html"):
        view = watched.open((text.parent / "pages" / name).as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") <= 380
    assert watched.said == []
    context.close()


def test_index_leads_to_each_page_and_back(text: Path, watched: Watched) -> None:
    (text.parent / "sub").mkdir()
    (text.parent / "sub" / "b.txt").write_bytes(REPORT.read_bytes().replace("青禾县".encode(), "云岭县".encode()))
    gongwen("view", text.parent, "-o", text.parent / "pages")
    view = watched.open((text.parent / "pages" / "index.html").as_uri())
    expect(view.locator("tbody tr")).to_have_count(2)
    view.fill("#filter", "云岭")
    expect(view.locator("tbody tr:visible")).to_have_count(1)
    view.click("tbody tr:visible a")
    expect(view.locator("#facts")).to_contain_text("云岭县")
    view.click("a.up")
    expect(view.locator("h1")).to_contain_text("全部报告")
    assert watched.said == []


def test_dropped_file_is_looked_at_corrected_and_downloaded(service: str, watched: Watched) -> None:
    view = watched.open(service)
    assert faults(view) == []
    view.set_input_files("#files", REPORT)
    view.click("#reports a")
    view.click("[role=treeitem] .label >> text=家门口的服务越办越细")
    view.click("#inspector button >> text=为什么这样读")
    expect(view.locator("#inspector .why")).to_contain_text("序号: 节：家门口的服务越办越细 (序号，写法如“")
    assert not re.search("[a-z]{2}", view.locator("#inspector .why").inner_text())
    view.click("#inspector button >> text=不是标题")
    view.click("#tab-changes")
    view.click("#changes button >> text=按更正重新转换")
    expect(view.locator("#outline")).to_be_visible()
    expect(view.locator("#outline [role=tree]")).not_to_contain_text("家门口的服务越办越细")
    view.click("#tab-changes")
    expect(view.locator(".changes .chip.applied")).to_have_count(1)
    with view.expect_download() as started:
        view.click("#changes a >> text=docx")
    assert started.value.suggested_filename == "qinghe-work-report-2024.docx"
    assert watched.said == []
    assert {url.split("/")[2] for url in watched.asked if not url.startswith("blob:")} == {service.split("/")[2]}
