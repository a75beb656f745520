"""What holds for any text: the blocks are pieces of it in order, and markers change nothing but their own places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.language.lookalikes import folded
from converter.layout import Layout, read
from converter.layout.diagnostics import DIAGNOSTICS

_FRAGMENTS = st.sampled_from(
    [
        *"一二发展县、，。！；：“”（）《》*X某×□①[1]—-3第页 \u3000\t\xa0\n\r\f\u2028\x00\u200b<>#$&",
        "各位代表：",
        "一、工作回顾",
        "（二）抓招商。",
        "**一是抓落实。**",
        "**同志",
        "— 3 —\n",
        "\n\n",
        "　　",
        "目录\n",
        "……1\n",
        "（下转第3版）\n",
        "（上接第1版）",
        "<p>",
        "</div>",
        "&nbsp;",
        "##paidbegin##",
        "##paidend##",
        "全县经济平稳运行，民生持续改善，社会大局稳定。" * 8,
        "地区生产总值增长8.5%，规上工业增",
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_FRAGMENTS, max_size=60).map("".join))


def _content(text: str, layout: Layout) -> list[tuple[str, list[tuple[int, int]]]]:
    return [(block.text, block.segments(0, len(block.text))) for block in layout.blocks]


@given(_TEXTS)
def test_blocks_are_pieces_of_the_source_in_order(text: str) -> None:
    layout = read(text)
    position = 0
    for content, segments in _content(text, layout):
        assert content and content == content.strip()
        assert content == folded("".join(text[start:end] for start, end in segments))
        for start, end in segments:
            assert position <= start < end
            position = end


@given(_TEXTS)
def test_marks_lie_in_their_blocks_and_diagnostics_in_the_text(text: str) -> None:
    layout = read(text)
    codes = {kind.code for kind in DIAGNOSTICS}
    for block in layout.blocks:
        for marks in (block.emphasis, block.redactions, block.footnotes):
            assert list(marks) == sorted(marks)
            assert all(0 <= start < end <= len(block.text) for start, end in marks)
    for diagnostic in layout.diagnostics:
        assert diagnostic.code in codes
        assert diagnostic.span is not None
        assert 0 <= diagnostic.span[0] < diagnostic.span[1] <= len(text)


@given(_TEXTS, st.lists(st.tuples(st.integers(0, 400), st.sampled_from(["##paidbegin##", "##PaidEnd##", "<paid>"]))))
def test_platform_markers_leave_the_blocks_as_they_are(text: str, markers: list[tuple[int, str]]) -> None:
    bare = read(text)
    if any(sign in text for sign in "#$<>"):
        return
    marked = text
    for place, marker in sorted(markers, reverse=True):
        place = min(place, len(text))
        marked = marked[:place] + marker + marked[place:]
    with_markers = read(marked)
    assert [block.text for block in with_markers.blocks] == [block.text for block in bare.blocks]
    assert [block.emphasis for block in with_markers.blocks] == [block.emphasis for block in bare.blocks]


@given(_TEXTS)
def test_paid_spans_are_in_order_and_apart(text: str) -> None:
    position = 0
    for paid in read(text).paid_spans:
        assert position <= paid.span[0] <= paid.span[1] <= len(text)
        assert text[paid.span[0] - len(paid.opened_by) : paid.span[0]] == paid.opened_by
        assert text[paid.span[1] : paid.span[1] + len(paid.closed_by)] == paid.closed_by
        position = paid.span[1]
