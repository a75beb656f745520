"""Promise 6: hostile texts are read, and twice the text is twice the work. Work is counted in calls, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

import pytest

from converter import parse, restore, to_json, to_xml
from converter.language.markers import FORMS
from converter.layout.lost_breaks.glued import NO_PARAGRAPH
from converter.model.walk import leaves, sections

#: Texts of ``n`` times the same, each made to tempt one rule into looking at everything again and again.
HOSTILE: dict[str, Callable[[int], str]] = {
    "one line without a stop": lambda n: "全县经济平稳运行" * n,
    "short sentences on a line": lambda n: "经济平稳。" * n,
    "short leads, none of them": lambda n: "抓好经济。" * n + "全县上下要齐心协力抓好各项工作落实。" * n,
    "（一） on a line": lambda n: "（一）" * n,
    "（一） lines": lambda n: "（一）\n" * n,
    "（一） with text": lambda n: "（一）抓项目。开工5个。\n" * n,
    "dashes on a line": lambda n: "—" * n,
    "dash lines": lambda n: "——\n" * n,
    "dash sections": lambda n: "——抓项目。全年开工5个，竣工3个。\n" * n,
    "asterisks": lambda n: "**" * n,
    "emphasis": lambda n: "**抓**，" * n,
    "asterisk lines": lambda n: "**\n" * n,
    "open quotations": lambda n: "“" * n,
    "open brackets": lambda n: "（《" * n + "抓。",
    "nested brackets": lambda n: "（" * n + "抓。" + "）" * n,
    "items on a line": lambda n: "一是抓项目。二是抓招商。" * n,
    "item markers only": lambda n: "一是" * n,
    "stray markers": lambda n: "首先，抓项目，促招商。\n" * n,
    "decimals": lambda n: "1.2.3." * n,
    "digits": lambda n: "1" * n,
    "numerals": lambda n: "一" * n,
    "unnumbered headings": lambda n: "工作回顾\n过去一年，我们做了很多工作，这些成绩来之不易。\n" * n,
    "headings among numbers": lambda n: "（一）抓项目\n工作回顾\n过去一年，我们做了很多工作，来之不易。\n" * n,
    "begins": lambda n: "##paidbegin##" * n,
    "paid pairs": lambda n: "<paid>抓</paid>" * n,
    "blanks": lambda n: " " * n + "抓",
    "lost breaks": lambda n: "　　抓好项目建设。" * n,
    "empty lines": lambda n: "\n" * n + "抓",
    "broken lines": lambda n: "抓好项目建设推动\n" * n,
    "masks": lambda n: "X某×□" * n,
    "named leads": lambda n: "交好账：就是要干好工作。\n" * n,
    "paragraph leads": lambda n: "优化产业。着力稳产保供，推动各项工作取得新进展新成效。\n" * n,
    "hashes": lambda n: "#" * n,
    "Markdown headings": lambda n: "# 抓\n" * n,
    "entities": lambda n: "&nbsp;" * n,
    "open tags": lambda n: "<" * n,
    "page numbers": lambda n: "— 1 —\n抓好项目建设\n" * n,
    "contents": lambda n: "目录\n" + "一、工作回顾……1\n" * n,
    "footnotes": lambda n: "抓[1]" * n,
    "quantities": lambda n: "二、2024年工作安排\n增长8%，" + "新建5个、" * n,
    "shared quantities": lambda n: "二、2024年工作安排\n分别增长" + "8%、" * n,
    "addresses": lambda n: "各位代表，抓。\n" * n,
    "salutations": lambda n: "各位代表：\n" * n,
    "titles": lambda n: "政府工作报告\n" * n,
    "glossaries": lambda n: "名词解释\n" * n,
    "every family in turn": lambda n: (
        "一、抓\n（一）抓\n1.抓\n（1）抓\n①抓\n一是抓\n二要抓\n第一，抓\n——抓\n●抓\n## 抓\n" * n
    ),
    "every inline family in turn": lambda n: "①抓。（1）抓。一是抓。一要抓。第一，抓。其一，抓。" * n,
}


def _calls(text: str) -> int:
    """How many calls, of functions written in Python or in C, reading and writing ``text`` takes."""
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        report = parse(text)
        to_json(report)
        to_xml(report)
    finally:
        sys.setprofile(before)
    return count


def _size(make: Callable[[int], str]) -> int:
    """How often to repeat: so that a line of the smaller text and one of the larger are read in the same way.

    A line that is too long for any paragraph has lost its breaks, and looking for them is a step in the work.
    """
    small, large = (max(map(len, make(n).splitlines())) for n in (250, 500))
    return 500 if small < NO_PARAGRAPH <= large else 250


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_is_at_most_twice_the_work(make: Callable[[int], str]) -> None:
    size = _size(make)
    _calls(make(2 * size))  # what is set up once does not count
    small, large = _calls(make(size)), _calls(make(2 * size))
    assert large <= 2.3 * small


@pytest.mark.parametrize(
    "name", ["one line without a stop", "short sentences on a line", "（一） on a line", "emphasis"]
)
def test_twice_the_line_without_breaks_is_at_most_twice_the_work(name: str) -> None:
    make = HOSTILE[name]
    assert len(make(1000)) >= NO_PARAGRAPH
    _calls(make(1000))
    small, large = _calls(make(1000)), _calls(make(2000))
    assert large <= 2.3 * small


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全县经济运行总体平稳" * 170_000, id="a line of 5 MB"),
        pytest.param("（一）\n" * 100_000, id="100,000 lines of （一）"),
        pytest.param("——" * 100_000, id="100,000 dashes on a line"),
        pytest.param("——抓\n" * 100_000, id="100,000 dash sections"),
        pytest.param("经济平稳。" * 200_000, id="200,000 short sentences"),
        pytest.param("**" * 100_000, id="100,000 asterisk pairs"),
        pytest.param("##paidbegin##抓</paid>" * 50_000, id="50,000 paid parts"),
        pytest.param("（" * 100_000 + "）" * 100_000, id="100,000 brackets in one another"),
    ],
)
def test_enormous_texts_are_read_and_given_back(text: str) -> None:
    assert restore(parse(text)) == text.encode()


def test_no_text_makes_a_tree_deeper_than_the_table_of_families() -> None:
    rows = [form.example for form in FORMS]
    texts = [
        "\n".join(rows * 40),
        "。".join(rows * 40),
        "\n".join("，抓好落实。".join(rows) for _ in range(40)),
        "\n".join(f"{row}。{'。'.join(rows)}" for row in rows * 3),
    ]
    for text in texts:
        deepest = max((section.level for section in sections(parse(text))), default=0)
        assert deepest <= 2 * len(FORMS)


def test_a_deep_tree_is_walked_without_recursion() -> None:
    report = parse("一、抓\n")
    section = report.sections[0]
    for _ in range(20_000):
        section.subsections = [replace(section, subsections=[])]
        section = section.subsections[0]
    assert sum(1 for _ in sections(report)) == 20_001
    assert sum(leaf.kind == "marker" for leaf in leaves(report)) == 20_001
