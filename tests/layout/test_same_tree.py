"""The same tree and the same targets, however the lines of a report were broken, and its bytes restored."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from converter import parse, restore
from converter.model import Report
from converter.model.walk import sections

#: The numbers make each sentence, and each line of it, one of its kind, as in a real report.
_SENTENCES = (
    "全县{0}个村团结一心、攻坚克难，{0}件实事办成。",
    "新建公路{0}公里，群众出行更加方便，惠及{0}户。",
    "“放管服”的{0}个事项提速，{0}项网上可办。",
    "粮食多打{0}万斤，特色种植扩大到{0}亩。",
    "安置{0}户群众住进新居，配套车位{0}个。",
    "这{0}多个日夜，凝结着{0}万人民的心血。",
    "急难的{0}个问题得到解决；其余{0}个正在办理。",
    "清单上{0}件事逐项落实，每月调度{0}次。",
    "力争{0}家企业开工，{0}家企业达产，增长8%。",
)
_HEADINGS = ("2023年工作回顾", "2024年重点工作", "加强政府自身建设")
_TASKS = (
    ("经济运行稳中有进", "产业发展提质增效", "城乡面貌焕然一新", "民生福祉持续增进"),
    ("聚力抓项目，增强发展后劲", "聚力兴产业，培育新的增长点", "聚力惠民生，办好民生实事", "聚力优环境，激发市场活力"),
    ("坚持政治引领", "坚持依法行政", "坚持实干为要", "坚持廉洁从政"),
)
_NUMERALS = "一二三四"
_NEVER_FIRST = "，。；：！？、）”’》％%"


@st.composite
def reports(draw: st.DrawFn) -> list[str]:
    """The paragraphs of an invented report: a title, an address, numbered chapters and tasks, running text."""
    paragraphs = ["政府工作报告", "各位代表：", "现在，我代表县人民政府，向大会报告工作，请予审议。"]
    kinds = st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=7, unique=True)
    counter = count(101, 7)

    def running_text() -> str:
        return "".join(sentence.format(next(counter)) for sentence in draw(kinds))

    for number, heading in enumerate(_HEADINGS):
        paragraphs += [f"{_NUMERALS[number]}、{heading}", running_text()]
        for task in range(draw(st.integers(2, 4))):
            paragraphs += [f"（{_NUMERALS[task]}）{_TASKS[number][task]}", running_text(), running_text()]
    return paragraphs


def _wrapped(paragraphs: list[str], width: int, indent: str) -> Iterator[str]:
    for paragraph in paragraphs:
        line = indent + paragraph
        while len(line) > width:
            cut = width
            while cut < len(line) and line[cut] in _NEVER_FIRST:
                cut += 1
            yield line[:cut]
            line = line[cut:]
        if line:
            yield line


def _paged(lines: list[str], length: int, head: str | None) -> Iterator[str]:
    for number, start in enumerate(range(0, len(lines), length), 1):
        if head is not None:
            yield head
        yield from lines[start : start + length]
        yield f"— {number} —"
        yield ""


def _nodes(report: Report) -> list[tuple[str | None, str | None, int]]:
    return [(node.marker.text if node.marker else None, node.heading, node.level) for node in sections(report)]


def _targets(report: Report) -> list[tuple[object, ...]]:
    return [(t.indicator, t.measure, t.comparator, t.value, t.unit, t.period) for t in report.targets]


def _assert_same(paragraphs: list[str], lines: list[str]) -> None:
    """Both texts have the same nodes and targets, and the damaged one is restored to its bytes."""
    sound, text = parse("\n".join(paragraphs)), "\n".join(lines)
    damaged = parse(text.encode())
    assert _nodes(damaged) == _nodes(sound)
    assert _targets(damaged) == _targets(sound)
    assert restore(damaged) == text.encode()


@given(reports(), st.integers(18, 60))
def test_wrapped_with_indents(paragraphs: list[str], width: int) -> None:
    _assert_same(paragraphs, list(_wrapped(paragraphs, width, "　　")))


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(reports(), st.integers(20, 60), st.integers(12, 40), st.booleans())
def test_wrapped_on_pages(paragraphs: list[str], width: int, length: int, headed: bool) -> None:
    """Lines that stand twice in a text would be running heads where pages break."""
    lines = list(_wrapped(paragraphs, width, "　　"))
    assume(len(set(lines)) == len(lines))
    _assert_same(paragraphs, list(_paged(lines, length, "青禾县政府工作报告" if headed else None)))


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(reports(), st.integers(18, 60))
def test_wrapped_without_indents(paragraphs: list[str], width: int) -> None:
    """A paragraph that ends with a full line can be told by its words only, and not always."""
    last = [line for line in _wrapped(paragraphs, width, "") if line[-1] in "。：" or line in paragraphs]
    assume(all(len(line) < width for line in last))
    _assert_same(paragraphs, list(_wrapped(paragraphs, width, "")))


@pytest.mark.parametrize("between", ["\n\n", "\n \n", "\r\n", "\n\n\n"])
@settings(max_examples=10)
@given(paragraphs=reports())
def test_other_line_ends(between: str, paragraphs: list[str]) -> None:
    _assert_same(paragraphs, [between.join(paragraphs)])
