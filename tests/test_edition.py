"""The public edition: nothing paid in it, everything free still there."""

import json

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.edition import public
from converter.formats import from_json, from_xml, schema, to_json, to_xml
from converter.model.walk import leaves, sections
from converter.pipeline import parse
from converter.source import RestoreError, restore

#: Characters and a number that stand in paid parts only.
PAID_CHARACTERS = "龘靐齉爩"
PAID_NUMBER = "98765"
FREE = [
    "青禾县政府工作报告\n",
    "各位代表：\n",
    "一、2023年工作回顾\n",
    "二、2024年工作安排\n",
    "　　（一）稳产保供。全年粮食产量稳定在41万吨。",
    "（二）修路架桥。一是修通环湖路。二是架好青石桥。",
    "全年地区生产总值增长6%左右；",
    "\n",
    "\n\n",
    "（",
    "**强基础**，",
    "让我们携手同行！\n",
]
PAID = [
    "龘靐县政府工作报告\n",
    "县长　龘靐齉\n",
    "一、龘靐爩\n",
    "　　（三）龘靐产业。齉爩产值增长98765%左右，力争龘达到98765亿元。",
    "一是龘靐。二是齉爩。",
    "\n　　龘\n\n",
    "龘靐",
    "（三）",
    "**龘靐**",
    "靐",
    "2098年1月5日\n",
]
MARKERS = [("##paidbegin##", "##paidend##"), ("$$paidbegin$$", "$$PaidEnd$$"), ("<paid>", "</paid>")]


@st.composite
def _paid_parts(draw: st.DrawFn) -> str:
    begin, _ = draw(st.sampled_from(MARKERS))
    _, end = draw(st.sampled_from(MARKERS))
    return begin + "".join(draw(st.lists(st.sampled_from(PAID), min_size=1, max_size=5))) + end


texts = st.lists(st.sampled_from(FREE) | _paid_parts(), min_size=1, max_size=14).map("".join)
_schema = jsonschema_rs.validator_for(json.loads(schema("json")))


@given(texts.filter(str.strip))
def test_no_paid_character_is_in_the_public_edition(text: str) -> None:
    report = parse(text)
    cut = public(report)
    for written in (to_json(cut).decode(), to_xml(cut).decode()):
        assert not set(PAID_CHARACTERS) & set(written)
        assert PAID_NUMBER not in written


@given(texts.filter(str.strip))
def test_public_edition_is_a_valid_report_with_the_ids_of_the_full_one(text: str) -> None:
    report = parse(text)
    cut = public(report)
    _schema.validate(json.loads(to_json(cut)))
    assert from_json(to_json(cut)) == cut == from_xml(to_xml(cut))
    whole = {section.id: section for section in sections(report)}
    for section in sections(cut):
        assert (section.level, section.span) == (whole[section.id].level, whole[section.id].span)
    assert {target.id for target in cut.targets} <= {target.id for target in report.targets}
    left, all_of_it = (sum(len(leaf.text) for leaf in leaves(edition)) for edition in (cut, report))
    assert cut.edition.omitted_characters <= all_of_it - left
    assert public(cut) == cut


@given(st.lists(st.sampled_from(FREE), min_size=1, max_size=12).map("".join).filter(str.strip))
def test_public_edition_of_a_free_text_leaves_nothing_out(text: str) -> None:
    report = parse(text)
    cut = public(report)
    assert (cut.edition.kind, cut.edition.omitted_characters, cut.edition.omitted_paragraphs) == ("public", 0, 0)
    assert list(leaves(cut)) == list(leaves(report))
    assert [target.id for target in cut.targets] == [target.id for target in report.targets]


def test_paragraph_is_cut_to_its_free_part() -> None:
    cut = public(parse("同志们：\n\n全县经济稳步向好，##paidbegin##龘靐产业贡献最大，##paidend##民生持续改善。\n"))
    assert "全县经济稳步向好，民生持续改善。" in [leaf.text for leaf in leaves(cut)]
    assert (cut.edition.omitted_characters, cut.edition.omitted_paragraphs) == (9, 1)


def test_section_whose_heading_is_paid_stays_for_its_free_children() -> None:
    text = (
        "##paidbegin##一、龘靐兴业\n##paidend##（一）修好路。今年要把环湖路修通。\n（二）架好桥。今年要把青石桥架好。\n"
    )
    cut = public(parse(text))
    assert [leaf.text for leaf in leaves(cut) if leaf.kind == "heading"] == ["修好路", "架好桥"]


def test_nothing_restores_the_public_edition() -> None:
    cut = public(parse("青禾县的工作##paidbegin##龘靐##paidend##在推进。\n"))
    with pytest.raises(RestoreError, match="public edition, which leaves out 2 paid characters"):
        restore(cut)
