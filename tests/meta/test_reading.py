"""The metadata of whole documents, one for each kind of front and back."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.meta import read_meta
from converter.model import Author, Meta, Place
from converter.outline import Outline
from tests.meta.documents import meta_of, outline_of

PLAN = ["# 2022年工作回顾", "过去一年，全县上下稳中求进。", "# 2023年工作安排", "今年要抓好以下工作。"]


def test_a_county_work_report_says_everything_itself() -> None:
    assert meta_of(
        "政府工作报告",
        "（2023年2月21日在青禾县第十七届",
        "人民代表大会第四次会议上）",
        "青禾县人民政府县长 杜明合",
        "各位代表：",
        "现在，我代表县人民政府向大会报告工作，请予审议。",
        *PLAN,
        "各位代表！让我们努力奋斗！",
        "大会秘书处",
        "二〇二三年二月二十日印",
    ) == Meta(
        title="政府工作报告",
        subtitle="2023年2月21日在青禾县第十七届人民代表大会第四次会议上",
        document_type="work_report",
        place=Place("青禾县", "county"),
        meeting="青禾县第十七届人民代表大会第四次会议",
        date="2023-02-21",
        author=Author("杜明合", "青禾县人民政府县长"),
        review_year=2022,
        target_year=2023,
        salutation="各位代表：",
        issuer="大会秘书处",
        issued="2023-02-20",
    )


def test_a_redacted_speech_keeps_what_redaction_left() -> None:
    meta = meta_of(
        "凝心聚力 砥砺奋进",
        "奋力开创X高质量发展新局面",
        "——在县委X届二次全会上的讲话",
        "这次会议，主要任务是部署工作。去年全县地区生产总值达到X亿元。",
        "# 精准把握县情",
        "X县历史悠久。2022年是党的二十大召开之年，是我县的关键一年。",
    )
    assert meta.title == "凝心聚力 砥砺奋进 奋力开创X高质量发展新局面"
    assert meta.subtitle == "在县委X届二次全会上的讲话"
    assert (meta.document_type, meta.meeting) == ("speech", "县委X届二次全会")
    assert meta.place == Place("X县", "county")
    assert (meta.review_year, meta.target_year) == (2021, 2022)
    assert (meta.author, meta.date, meta.salutation, meta.issuer) == (None, None, None, None)


def test_a_speech_from_a_newspaper_on_one_line() -> None:
    meta = meta_of(
        "同志们：今天，我们召开统筹推进防汛救灾工作会议，主要是部署下一步工作。前一段防汛工作有力有效。"
        "要努力实现今年经济社会发展目标任务。我国发展前景光明。"
        "（新华社青禾2月23日电）《 青禾日报 》（ 2020年02月24日 02 版）"
    )
    assert meta.meeting == "统筹推进防汛救灾工作会议"
    assert meta.salutation == "同志们："
    assert (meta.issuer, meta.issued, meta.date) == ("青禾日报", "2020-02-24", None)
    assert (meta.review_year, meta.target_year) == (2020, 2020)


def test_an_article_by_the_note_at_its_end() -> None:
    meta = meta_of(
        "不断开拓乡村建设新境界※李明阳今天，县委进行第二十八次集体学习。要学以致用。"
        "※这是李明阳同志2015年11月23日在县委第二十八次集体学习时的讲话。"
    )
    assert meta.title == "不断开拓乡村建设新境界"
    assert meta.author == Author("李明阳", None)
    assert (meta.document_type, meta.date, meta.meeting) == ("speech", "2015-11-23", "县委第二十八次集体学习")


def test_a_circular_by_its_letter() -> None:
    meta = meta_of(
        "青禾省人民政府办公厅关于印发青禾省节水三年行动计划的通知",
        "青政办〔2022〕6号",
        "各市、县人民政府，省有关单位：",
        "《青禾省节水三年行动计划》现印发给你们，请认真贯彻执行。青禾省人民政府办公厅",
        "2022年3月23日",
        "青禾省节水三年行动计划",
        "为做好节水工作，制定本计划。到2025年，用水总量下降5%。",
    )
    assert meta.title == "青禾省人民政府办公厅关于印发青禾省节水三年行动计划的通知"
    assert (meta.document_type, meta.place) == ("plan", Place("青禾省", "province"))
    assert (meta.date, meta.issuer, meta.issued) == ("2022-03-23", "青禾省人民政府办公厅", "2022-03-23")
    assert (meta.review_year, meta.target_year) == (None, 2025)


def test_a_document_that_says_nothing_has_nothing() -> None:
    assert read_meta(Outline()) == Meta()
    assert meta_of("天气很好。") == Meta()


@pytest.mark.parametrize(
    "lines", [["政府工作报告"], ["——"], ["各位代表："], ["（）", "同志们："], ["目录", "第一章……1"], PLAN], ids=str
)
def test_absent_is_none_and_never_empty(lines: list[str]) -> None:
    meta = read_meta(outline_of(*lines))
    parts = [part for part in (meta, meta.place, meta.author) if part is not None]
    assert "" not in [getattr(part, field.name) for part in parts for field in dataclasses.fields(part)]


@given(
    st.lists(
        st.text(
            st.sampled_from("政府工作报告县长市年月日（）：——各位代表！一二〇12 　X*。，在会议上第届讲话"),
            min_size=1,
            max_size=30,
        )
    )
)
def test_any_lines_have_metadata_and_always_the_same(lines: list[str]) -> None:
    printed = [line for line in lines if line.strip()]
    assert meta_of(*printed) == meta_of(*printed)


def test_the_gold_files_are_met(shared: Path) -> None:
    """At least 97 of 100 fields of the gold are right, and of those given as many (skipped without the gold)."""
    right = found = wanted = 0
    for gold in sorted((shared / "gold").glob("*.meta.tsv")):
        name = gold.name.removesuffix(".meta.tsv")
        text = next((shared / "corpus").rglob(f"{name}.txt"))
        have = _fields(converter.parse(text.read_bytes()).meta)
        for line in gold.read_text(encoding="utf-8").splitlines():
            field, _, value = line.partition("\t")
            right += bool(value) and have[field] == value
            found += bool(have[field])
            wanted += bool(value)
    assert wanted > 0
    assert right / wanted >= 0.97
    assert right / found >= 0.97


def _fields(meta: Meta) -> dict[str, str]:
    author, place = meta.author or Author(None, None), meta.place or Place(None, None)
    fields = {name: getattr(meta, name) for name in Meta.__dataclass_fields__ if name not in ("author", "place")}
    fields |= {
        "author_name": author.name,
        "author_position": author.position,
        "place": place.name,
        "place_level": place.level,
    }
    return {name: str(value or "") for name, value in fields.items()}


@pytest.mark.parametrize(
    "line", ["各位" * 200_000, "（" * 300_000, "2023年" * 100_000, "市" * 300_000, "第一届" * 100_000, "——" * 200_000]
)
def test_a_huge_line_is_read_like_any_other(line: str) -> None:
    assert meta_of("政府工作报告", line, "各位代表：", line).title is not None
