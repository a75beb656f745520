"""Access: what is free, paid or mixed follows from the paid spans, the same everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import parse, validate
from converter.formats import to_json
from converter.model import Access
from converter.model.access import PaidContent
from converter.model.source_map import SourceMap


@pytest.mark.parametrize(
    ("text", "section", "paragraph"),
    [
        ("（一）稳增长。全县齐心。", "free", "free"),
        ("##paidbegin##（一）稳增长。全县齐心。##paidend##", "paid", "paid"),
        ("（一）稳增长。##paidbegin##全县齐心。##paidend##", "mixed", "paid"),
        ("（一）稳增长。全县##paidbegin##齐心。##paidend##", "mixed", "mixed"),
        ("<paid>（一）稳增长。</paid>全县齐心。", "mixed", "free"),
        ("（一）稳增长。全县齐心。##paidbegin##", "free", "free"),
        ("（一）稳增长##paidbegin##。##paidend##全县齐心。", "free", "free"),
    ],
)
def test_access(text: str, section: Access, paragraph: Access) -> None:
    (found,) = parse(text).sections
    assert (found.access, found.body[0].access) == (section, paragraph)


def test_access_of_a_section_is_that_of_all_below_it() -> None:
    (chapter,) = parse(
        "一、安排\n（一）稳增长。全县齐心。\n##paidbegin##（二）惠民生。全县齐心。##paidend##\n"
    ).sections
    assert [chapter.access, *(child.access for child in chapter.subsections)] == ["mixed", "free", "paid"]


def test_two_paid_parts_that_touch_are_as_one() -> None:
    """Between the two stands nothing but their markers: the target is paid, not mixed."""
    text = (
        "2024年政府工作报告\n\n二、2024年工作安排\n"
        "##paidbegin##城镇新增就业##paidend####paidbegin##2000人以上##paidend##，粮食产量达到41万吨。\n"
    )
    report = parse(text)
    assert [(target.indicator, target.access) for target in report.targets] == [
        ("城镇新增就业", "paid"),
        ("粮食产量", "free"),
    ]
    assert validate(to_json(report)) == []


spans = (
    st.lists(st.integers(0, 40), max_size=12)
    .map(sorted)
    .map(lambda cuts: list(zip(cuts[::2], cuts[1::2], strict=False)))
)


@given(spans, spans, st.integers(0, 40), st.integers(0, 40))
def test_access_is_what_counting_characters_gives(
    paid: list[tuple[int, int]], layout: list[tuple[int, int]], one: int, other: int
) -> None:
    """Spans may be empty and may touch."""
    skipped = {at for start, end in layout for at in range(start, end)}
    inside = [at for at in range(min(one, other), max(one, other)) if at not in skipped]
    found = [any(start <= at < end for start, end in paid) for at in inside]
    expected = "free" if not any(found) else "paid" if all(found) else "mixed"
    assert PaidContent(paid, SourceMap(layout)).access((min(one, other), max(one, other))) == expected
