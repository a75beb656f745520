"""Leads that open paragraphs, from blocks alone: each row of the table with an opener for it and one against."""

from __future__ import annotations

import pytest

from converter.layout import Block
from converter.outline.lead_evidence import OWN_ROWS, Opener
from converter.outline.row_leads import below_refrain, read_row, row_leads

BODY = "建成标准茶园八处，茶农合作社完成改制，春茶上市比往年提前，茶农收入稳步增长，市场不断扩大。"
LONG = f"{BODY}{BODY}"

#: For each row an opener that has it and one that has not; a body may be given behind ``|``.
ROWS = {
    "very short": ("抓项目", "加快推进项目建设"),
    "short": ("加快推进项目建设", "抓项目"),
    "long": ("加快推进城区老旧管网和背街小巷更新改造工程", "加快城区更新改造"),
    "comma": ("突出重点，加快建设", "突出重点加快建设"),
    "commas": ("一年来，我们抓项目，促发展", "一年来我们抓项目，促发展"),
    "listing": ("民族、宗教工作扎实开展", "民族宗教工作扎实开展"),
    "long listing": ("统计、气象、地震、档案工作扎实开展", "统计、气象、地震工作扎实开展"),
    "points back": ("这是今后一个时期的重点", "今后一个时期的重点"),
    "figure": ("新增企业12家", "“2+4”产业向链而强"),
    "copula": ("改革是发展的动力", "是否达标逐项核查"),
    "told": ("召开了民营经济大会", "为了群众满意"),
    "we": ("我们高度重视法制建设", "一年来，我们狠抓法制建设"),
    "over the year": ("一年来，我们狠抓法制建设", "今年一年抓法制建设"),
    "must": ("要顺应人民期待", "顺应人民期待"),
    "doing": ("加快城市更新", "城市更新有序"),
    "state": ("民生福祉持续改善", "民生福祉"),
    "denies": ("困难不容低估", "困难得到克服"),
    "short sentence follows": ("规模扩大|效益提高。", f"规模扩大|{BODY}"),
    "long sentence follows": (f"规模扩大|{BODY}", "规模扩大|效益提高。"),
    "figure follows": ("规模扩大|建成茶园4处。", "规模扩大|建成“4+2”茶园。"),
    "must follows": ("民生连着民心|要坚持尽力而为。", "民生连着民心|坚持尽力而为。"),
    "we follows": ("快好并不对立|我们既要快又要好。", "快好并不对立|既快又好。"),
}


def opener(said: str) -> Opener:
    words, _, following = said.partition("|")
    return Opener(1, 0, words, False, 200, following.rstrip("。") or BODY.rstrip("。"))


@pytest.mark.parametrize("name", ROWS)
def test_a_row_holds_for_one_opener_and_not_for_the_other(name: str) -> None:
    row = next(row for row in OWN_ROWS if row.name == name)
    has, has_not = ROWS[name]
    assert row.holds(opener(has)) and not row.holds(opener(has_not))


def test_rows_have_names_of_their_own() -> None:
    assert len({row.name for row in OWN_ROWS}) == len(OWN_ROWS)


def leads(*texts: str) -> list[str]:
    return [lead.words for lead in row_leads([Block(text) for text in texts])]


def test_a_lead_never_stands_alone() -> None:
    assert leads(f"加快推进项目建设。{LONG}", LONG, LONG) == []
    assert leads(f"加快推进项目建设。{LONG}", f"加快推进城市更新。{LONG}") == ["加快推进项目建设", "加快推进城市更新"]


def test_openers_that_address_or_go_on_are_none() -> None:
    assert leads(f"各位代表。{LONG}", f"同时要加快建设。{LONG}", f"此外要加快更新。{LONG}") == []


def test_below_a_refrain() -> None:
    words = ["五年来，我们抓产业", "工业稳步壮大", "五年来，我们抓民生", "教育加快发展"]
    found = [Opener(index, 0, one, True, 100, BODY) for index, one in enumerate(words)]
    assert below_refrain(found) == {1, 3}
    assert below_refrain(found[1:2]) == below_refrain([found[0], found[2]]) == set()


def test_what_is_explained_sums_up_to_the_points() -> None:
    readings = read_row([Block(f"加快推进项目建设。{LONG}"), Block(f"改革是发展的动力。{LONG}")])
    for reading in readings:
        assert sum(points for _, points in reading.own) + reading.row == pytest.approx(reading.points)
    assert [reading.is_lead for reading in readings] == [False, False] or any(r.is_lead for r in readings)
