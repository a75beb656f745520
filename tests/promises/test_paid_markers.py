"""The tree is the same with and without paid markers, and access is what counting characters gives (CONVENTIONS §2)."""

from __future__ import annotations

from hypothesis import given, reject
from hypothesis import strategies as st

from converter import Report, SourceError, parse
from converter.model import Access, Span
from converter.model.source_map import SourceMap
from converter.model.walk import leaves, paragraphs, sections
from tests.strategies import paid_texts, report_texts

_SPELLINGS = (("##paidbegin##", "##paidend##"), ("$$PaidBegin$$", "$$paidend$$"), ("<paid>", "</Paid>"))


def _parsed(text: str) -> Report:
    try:
        return parse(text)
    except SourceError:
        reject()


def _tree(report: Report) -> list[object]:
    """All that the markers must not change: nodes with their markers and headings, texts with roles, meta, targets."""
    nodes: list[object] = [
        (s.id, s.kind, s.level, s.run_in, s.heading, s.marker and (s.marker.text, s.marker.family, s.marker.ordinal))
        for s in sections(report)
    ]
    texts = [(p.id, p.role, p.text, [mark.kind for mark in p.marks]) for _, p in paragraphs(report)]
    found = [(t.id, t.section, t.paragraph, t.text, t.indicator, t.value, t.unit, t.period) for t in report.targets]
    return [*nodes, *texts, *found, report.meta]


@st.composite
def _well_marked(draw: st.DrawFn) -> tuple[str, str]:
    """A text with paid parts that begin and end anywhere but inside a tag or a reference, and the text without them."""
    plain = draw(report_texts(max_paragraphs=6).filter(lambda text: not set("#$<&\\") & set(text)))
    marked = plain
    cuts = sorted(draw(st.sets(st.integers(0, len(plain)), max_size=6)))
    cuts = cuts[: len(cuts) // 2 * 2]
    for number in reversed(range(len(cuts))):
        spelling = draw(st.sampled_from(_SPELLINGS))[number % 2]
        marked = marked[: cuts[number]] + spelling + marked[cuts[number] :]
    return marked, plain


@given(_well_marked())
def test_tree_is_the_same_without_the_markers(texts: tuple[str, str]) -> None:
    marked, plain = map(_parsed, texts)
    assert _tree(marked) == _tree(plain)


@given(paid_texts().filter(lambda texts: not set("<&\\\\") & set(texts[1])))
def test_tree_is_the_same_without_strays_and_unclosed_ones(texts: tuple[str, str]) -> None:
    marked, plain = map(_parsed, texts)
    assert _tree(marked) == _tree(plain)


def _counted(pieces: list[Span], paid: set[int]) -> Access:
    offsets = [offset for start, end in pieces for offset in range(start, end)]
    held = sum(offset in paid for offset in offsets)
    return "free" if not held else "paid" if held == len(offsets) else "mixed"


@given(_well_marked())
def test_access_is_what_counting_gives(texts: tuple[str, str]) -> None:
    report = _parsed(texts[0])
    paid = {offset for span in report.paid_spans for offset in range(*span.span)}
    source_map = SourceMap.of(report)
    below: dict[str, list[Span]] = {section.id: [] for section in sections(report)}
    for leaf in leaves(report):
        pieces = source_map.segments(leaf.span)
        if leaf.paragraph is not None:
            assert leaf.paragraph.access == _counted(pieces, paid)
        steps = leaf.section.id.split(".") if leaf.section else []
        for depth in range(1, len(steps) + 1):
            below[".".join(steps[:depth])] += pieces
    for section in sections(report):
        assert section.access == _counted(below[section.id], paid)
    for target in report.targets:
        assert target.access == _counted(source_map.segments(target.span), paid)
