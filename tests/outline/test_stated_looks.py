"""What a format states counts for and against headings, titles and leads; without facts the text alone decides."""

from __future__ import annotations

import pytest

from converter.layout import Block
from converter.model.projection import LineFacts
from converter.outline.back import back_roles
from converter.outline.block_reading import read_blocks
from converter.outline.front import front_roles
from converter.outline.stated import page_of
from converter.outline.stated_looks import EVIDENCE, Page

_TEXT = "过去一年，全县经济平稳运行，粮食产量再创新高，农民增收、企业增效、财政增收。"
_PAGE = Page("仿宋_GB2312", 16.0, False, "both", levels=0, stand_out=True)


def _block(text: str, facts: LineFacts | None = None) -> Block:
    return Block(text, (0,), (0,), facts=facts)


def _body(text: str = _TEXT) -> Block:
    return _block(text, LineFacts(font="仿宋_GB2312", size=16.0, bold=False, alignment="both"))


def _like(font: str = "仿宋_GB2312", size: float = 16.0, bold: bool = False, level: int | None = None) -> LineFacts:
    return LineFacts(font=font, size=size, bold=bold, alignment="both", outline_level=level)


def _headings(blocks: list[Block]) -> list[str]:
    return [reading.block.text for reading in read_blocks(blocks) if reading.opening is not None]


def test_plain_text_states_nothing() -> None:
    assert page_of([_block(_TEXT)]) is None
    assert _headings([_block("工作保障措施"), _block(_TEXT)]) == ["工作保障措施"]


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (_like(font="黑体"), ["heading_font"]),
        (_like(bold=True), ["bold"]),
        (_like(size=18.0), ["larger"]),
        (_like(), ["like_text"]),
    ],
)
def test_each_row_says_what_it_saw(facts: LineFacts, codes: list[str]) -> None:
    assert [row.code for row in _PAGE.evidence(_block("工作保障措施", facts))] == codes


def test_codes_are_unique_and_have_examples() -> None:
    assert len({row.code for row in EVIDENCE}) == len(EVIDENCE)
    assert all(row.example and row.points for row in EVIDENCE)


def test_a_line_like_the_text_is_no_heading_where_headings_stand_out() -> None:
    assert not _PAGE.is_heading(_block("以下是全文", _like()), by_text=True)
    assert _PAGE.is_heading(_block("以下是全文", _like(font="黑体")), by_text=True)


def test_a_line_that_only_looks_like_a_heading_must_not_be_a_sentence() -> None:
    assert not _PAGE.is_heading(_block("全县经济平稳运行。", _like(font="黑体", bold=True)), by_text=False)
    assert _PAGE.is_heading(_block("工作保障措施", _like(font="黑体")), by_text=False)


def test_a_heading_above_another_is_one_when_its_level_is_stated() -> None:
    blocks = [
        _block("重点任务", _like(level=1)),
        _block("稳产保供", _like(level=2)),
        _body(),
        _block("抓项目", _like(level=2)),
    ]
    assert _headings([*blocks, _body(), _body()]) == ["重点任务", "稳产保供", "抓项目"]


def test_levels_of_unnumbered_headings_nest() -> None:
    blocks = [
        _block("重点任务", _like(level=1)), _block("稳产保供", _like(level=2)), _body(),
        _block("组织保障", _like(level=1)), _block("加强领导", _like(level=2)), _body(), _body(),
    ]  # fmt: skip
    ranks = [reading.opening.rank for reading in read_blocks(blocks) if reading.opening is not None]
    assert ranks[0] == ranks[2]
    assert ranks[1] == ranks[3]
    assert ranks[0] is not None
    assert ranks[1] is not None
    assert ranks[0] < ranks[1]


def test_a_bold_start_makes_a_lead_of_a_long_opening() -> None:
    texts = (
        "粮食生产是千家万户的头等大事。今年要落实种粮补贴，建设高标准农田，稳定粮食产量，增加农民收入。",
        "项目是明天的饭碗。今年要开工一批、建成一批、储备一批重大项目，完善要素保障，带动有效投资持续增长，形成实物工作量。",
    )
    plain = [_body(text) for text in texts]
    bold = [_body(text) for text in texts]
    for block in bold:
        block.bold_start = block.text.index("。") + 1
    assert _headings([_body("（一）重点任务"), *plain]) == ["（一）重点任务"]
    assert _headings([_body("（一）重点任务"), *bold]) == ["（一）重点任务", *texts]


def test_a_centred_line_larger_than_the_text_is_a_title_and_names_below_it_are_its_author() -> None:
    title = LineFacts(font="方正小标宋_GBK", size=22.0, bold=False, alignment="center")
    author = LineFacts(font="楷体", size=16.0, bold=False, alignment="center")
    blocks = [_block("在希望的田野上", title), _block("林知远、周明", author), _body(), _body()]
    assert front_roles(blocks) == ["title", "author"]
    assert front_roles([_block(block.text) for block in blocks]) == []


def test_the_more_levels_are_stated_the_less_an_unstated_lead_is_worth() -> None:
    assert [Page("仿宋", 16.0, False, "both", levels, False).unstated_lead for levels in (0, 1, 3)] == pytest.approx(
        [0.0, -0.8, -2.4]
    )


def test_a_line_with_an_outline_level_is_no_back_matter() -> None:
    assert back_roles([_body(), _block("Annex", _like(level=1))]) == []
    assert back_roles([_body(), _block("Annex", _like())]) == ["note"]
