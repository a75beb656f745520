"""The milestones of the paid spans: where they stand, and that they pair up in reading order."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree

from converter import to_xml
from converter.model import Edition, Generator, Meta, PaidSpan, Paragraph, Report, Source
from converter.model.source_map import SourceMap
from converter.model.walk import leaves
from tests.strategies import reports


def report_of(text: str) -> Report:
    """One paragraph a line of ``text``, in which ``[`` opens and ``]`` closes a paid span and ``~`` is layout."""
    front: list[Paragraph] = []
    layout, paid, opened = [], [], 0
    start = 0
    for line in text.split("\n"):
        content = [at for at, character in enumerate(line, start) if character not in "[]~"]
        if content:
            words = "".join(c for c in line if c not in "[]~")
            front.append(Paragraph(f"front.p{len(front) + 1}", None, words, (content[0], content[-1] + 1)))
        start += len(line) + 1
    for at, character in enumerate(text):
        if character in "[]~\n":
            layout.append((at, character))
        if character == "[":
            opened = at + 1
        if character == "]":
            paid.append(PaidSpan((opened, at), "[", "]"))
    source = Source(None, "0" * 64, len(text.encode()), "utf-8", 1.0, False, "lf", len(text), layout)
    return Report(
        "1.0", Meta(), front, [], [], [], [], [], paid, [], source, Edition(), Generator("gongwen", "0.1.0")
    )  # fmt: skip


def shown(report: Report) -> str:
    """The texts of the front with milestones as brackets and their numbers."""
    root = etree.fromstring(to_xml(report))
    lines = []
    for paragraph in root.iter("{*}paragraph"):
        line = paragraph.text or ""
        for mark in paragraph:
            bracket = {"paid_begin": "[", "paid_end": "]"}[etree.QName(mark).localname]
            line += f"{bracket}{mark.get('n')}{mark.tail or ''}"
        lines.append(line)
    return "|".join(lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一[二]三", "一[1二]1三"),
        ("[一二三]", "[1一二三]1"),
        ("[\n一二\n]\n三", "[1一二]1|三"),
        ("一二[\n\n]三", "一二|三"),  # no content between the markers
        ("一[]二", "一二"),
        ("[]\n一", "一"),
        ("一\n[~]", "一"),
        ("一[二\n三\n四]五", "一[1二|三|四]1五"),
        ("一[\n二\n三]四", "一|[1二|三]1四"),
        ("一[二][三]四", "一[1二]1[2三]2四"),
        ("一[~]二[~三~]~四", "一二[2三]2四"),
        ("~一~[~二~]~三~", "一[1二]1三"),
        ("[一]\n\n[二]", "[1一]1|[2二]2"),
        ("一<[&]>", "一<[1&]1>"),
    ],
)
def test_milestones_stand_at_the_first_and_after_the_last_character(text: str, expected: str) -> None:
    assert shown(report_of(text)) == expected


def test_the_public_edition_has_none() -> None:
    report = report_of("一[二]三")
    report.front[0].text = "一三"
    report.edition = Edition("public", 1, 1)
    assert shown(report) == "一三"


@given(reports())
def test_milestones_pair_up_in_reading_order(report: Report) -> None:
    root = etree.fromstring(to_xml(report))
    found = [(etree.QName(e).localname, int(e.get("n", ""))) for e in root.iter("{*}paid_begin", "{*}paid_end")]
    source_map = SourceMap.of(report)
    content = [segment for leaf in leaves(report) for segment in source_map.segments(leaf.span)]
    expected = []
    for number, paid in enumerate(report.paid_spans, 1):
        if any(start < paid.span[1] and paid.span[0] < end for start, end in content):
            expected += [("paid_begin", number), ("paid_end", number)]
    assert found == expected


@given(reports())
def test_between_milestones_stands_exactly_what_is_paid(report: Report) -> None:
    root = etree.fromstring(to_xml(report))
    between, paid = [], False
    for element in root.iter("{*}marker", "{*}heading", "{*}paragraph"):
        pieces = [(paid, element.text or "")]
        for child in element.iterchildren("{*}paid_begin", "{*}paid_end"):
            paid = etree.QName(child).localname == "paid_begin"
            pieces.append((paid, child.tail or ""))
        between += [text for inside, text in pieces if inside]
    source_map = SourceMap.of(report)
    wanted = []
    for leaf in leaves(report):
        at = 0
        for start, end in source_map.segments(leaf.span):
            for offset in range(start, end):
                if any(span.span[0] <= offset < span.span[1] for span in report.paid_spans):
                    wanted.append(leaf.text[at + offset - start])
            at += end - start
    assert "".join(between) == "".join(wanted)
