"""What a format says of its paragraphs, and when it is not believed."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout import read
from converter.model.projection import LineFacts, Projected

_PROSE = (
    "过去一年，全县上下同心协力，粮食总产量稳步增加，农民收入持续增长，乡村面貌不断改善，"
    "群众的日子一天比一天红火，干部的作风一天比一天扎实，各项事业都迈上了新的台阶，"
)


def _blocks(paragraphs: Sequence[str]) -> list[str]:
    """The blocks of a document each of whose lines is said to be a paragraph."""
    text = "\n".join(paragraphs)
    facts = [LineFacts() for _ in paragraphs]
    projected = Projected("docx", "1", "application/docx", text, facts, states_paragraphs=True)
    return [block.text for block in read(text, projected).blocks]


def test_printed_lines_that_were_made_paragraphs_are_joined() -> None:
    text = (_PROSE * 12).rstrip("，") + "。"
    lines = [text[start : start + 26] for start in range(0, len(text), 26)]
    assert _blocks(["一、2023年工作回顾", *lines]) == ["一、2023年工作回顾", text]


def test_paragraphs_that_end_in_stops_are_believed() -> None:
    paragraphs = [f"{_PROSE}第{number}项任务全面完成。" for number in range(40)]
    assert _blocks(paragraphs) == paragraphs


def test_a_list_without_stops_is_believed() -> None:
    """Entries of a list end in no stop either, but are of any length."""
    entries = [f"第{number}号项目" + "改造提升工程" * (2 + number % 5) for number in range(40)]
    assert _blocks(entries) == entries
