"""Promise 1: the leaves and the layout cut the text without gap or overlap, and the tree is in order over them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, reject

from converter import Report, Section, SourceError, parse, restore
from converter.model.source_map import SourceMap
from converter.model.source_text import source_text
from converter.model.walk import leaves, paragraphs, sections
from tests.promises.inputs import any_bytes, any_texts


def _parsed(data: bytes | str) -> Report:
    try:
        return parse(data)
    except SourceError:
        reject()


def _partition(report: Report) -> Iterator[tuple[int, str]]:
    """Every piece of the text, with its place: layout as it is written down, leaves less the layout inside them."""
    yield from report.source.layout
    source_map = SourceMap.of(report)
    for leaf in leaves(report):
        rest = leaf.text
        for start, end in source_map.segments(leaf.span):
            yield start, rest[: end - start]
            rest = rest[end - start :]
        assert rest == "", f"{leaf.text!r} is longer than its place"


def _whole(report: Report) -> str:
    position, text = 0, ""
    for start, piece in sorted(_partition(report)):
        assert start == position, f"a gap or an overlap at {min(start, position)}"
        assert piece
        text += piece
        position += len(piece)
    return text


@given(any_texts)
def test_leaves_and_layout_make_up_the_text(text: str) -> None:
    report = _parsed(text)
    whole = _whole(report)
    assert whole == source_text(report)
    assert len(whole) == report.source.characters
    assert restore(report) == text.encode("utf-8", "surrogatepass")


@given(any_bytes)
def test_leaves_and_layout_make_up_the_bytes(data: bytes) -> None:
    report = _parsed(data)
    assert len(_whole(report)) == report.source.characters
    assert restore(report) == data


@given(any_texts)
def test_leaves_stand_in_reading_order(text: str) -> None:
    spans = [leaf.span for leaf in leaves(_parsed(text))]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(any_texts)
def test_ids_are_the_paths_and_levels_the_depths(text: str) -> None:
    report = _parsed(text)
    work: list[tuple[str, int, list[Section]]] = [("s", 1, report.sections)]
    while work:
        prefix, level, children = work.pop()
        for number, section in enumerate(children, 1):
            assert (section.id, section.level) == (f"{prefix}{number}", level)
            own = [*section.body, *section.interludes, *section.tail]
            assert [p.id for p in own] == [f"{section.id}.p{n}" for n in range(1, len(own) + 1)]
            work.append((f"{section.id}.", level + 1, section.subsections))


@given(any_texts)
def test_spans_of_sections_are_those_of_their_leaves(text: str) -> None:
    report = _parsed(text)
    found: dict[str, list[tuple[int, int]]] = {section.id: [] for section in sections(report)}
    for leaf in leaves(report):
        steps = leaf.section.id.split(".") if leaf.section else []
        for depth in range(1, len(steps) + 1):
            found[".".join(steps[:depth])].append(leaf.span)
    for section in sections(report):
        inside = found[section.id]
        assert inside, f"{section.id} holds nothing"
        assert section.span == (inside[0][0], inside[-1][1])


@given(any_texts)
def test_marks_targets_and_diagnostics_point_into_the_text(text: str) -> None:
    report = _parsed(text)
    whole = source_text(report)
    for _, paragraph in paragraphs(report):
        for mark in paragraph.marks:
            assert paragraph.span[0] <= mark.span[0] < mark.span[1] <= paragraph.span[1]
    homes = {section.id: section.span for section in sections(report)}
    for target in report.targets:
        start, end = homes.get(target.section or "", (0, len(whole)))
        assert start <= target.span[0] < target.span[1] <= end
        assert not set(target.text) - set(whole[slice(*target.span)])
    for diagnostic in report.diagnostics:
        if diagnostic.span is not None:
            assert 0 <= diagnostic.span[0] <= diagnostic.span[1] <= len(whole)
        assert diagnostic.section is None or diagnostic.section in homes
