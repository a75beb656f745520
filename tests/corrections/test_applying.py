"""Corrections: each is taken as certain, the rest is worked out around it, and what cannot be done is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import SourceError, from_json, from_xml, parse, restore, to_json, to_xml, validate
from converter.formats.corrections_file import read_corrections, write_corrections
from converter.model import Correction, Report
from converter.model.corrections import CorrectionSet
from converter.model.walk import paragraphs, sections
from tests.corrections.restating import restated
from tests.fixtures import regenerate
from tests.strategies import report_texts

TEXT = """政府工作报告

——2024年1月16日在青禾县第十六届人民代表大会第四次会议上

青禾县人民政府县长　林远舟

各位代表：

　　现在，我代表县人民政府报告工作。

一、2023年工作回顾

　　（一）修好路。环湖路全线通车。

　　（二）架好桥。青石桥建成使用。

二、2024年工作安排

　　（一）稳增长。全年地区生产总值增长6.5%左右。城镇新增就业2600人以上。

　　（二）惠民生。办好两件事：一是修路。环湖路提升5公里。二是架桥。建成石拱桥2座。

　　各位代表，让我们携手前行！
"""


def place(words: str) -> tuple[int, int]:
    """Where ``words`` stand in the text."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def corrected(*said: Correction) -> Report:
    report = parse(TEXT, corrections=CorrectionSet(None, list(said)))
    assert restore(report) == TEXT.encode()
    assert validate(to_json(report)) == []
    return report


def correction(op: str, words: str | None = None, **fields: object) -> Correction:
    return Correction(op, place(words) if words else None, "applied", **fields)  # type: ignore[arg-type]


def outline(report: Report) -> list[tuple[str, str | None]]:
    return [(section.id, section.heading) for section in sections(report)]


def statuses(report: Report) -> list[str]:
    return [correction.status for correction in report.corrections]


def test_false_node_becomes_text_of_the_section_before() -> None:
    report = corrected(correction("no_node", "（二）架好桥"))
    assert statuses(report) == ["applied"]
    assert [heading for _, heading in outline(report)][:3] == ["2023年工作回顾", "修好路", "2024年工作安排"]
    assert [p.text for p in report.sections[0].subsections[0].body][1] == "（二）架好桥。青石桥建成使用。"


def test_node_gets_another_level_and_the_rest_of_its_run_goes_with_it() -> None:
    report = corrected(correction("node", "（一）稳增长", level=1))
    assert [section.heading for section in report.sections] == ["2023年工作回顾", "2024年工作安排", "稳增长", "惠民生"]
    report = corrected(correction("node", "二、2024年工作安排", level=2))
    assert len(report.sections) == 1


def test_sentence_is_made_a_node() -> None:
    report = corrected(correction("node", "城镇新增就业2600人以上", kind="section", level=3, heading="城镇新增就业"))
    assert statuses(report) == ["applied"]
    made = report.sections[1].subsections[0].subsections[0]
    assert (made.id, made.heading, made.run_in) == ("s2.1.1", "城镇新增就业", True)
    assert [p.text for p in made.body] == ["2600人以上。"]


def test_heading_is_cut_elsewhere() -> None:
    report = corrected(correction("node", "（一）修好路", heading="修好路。环湖路"))
    assert report.sections[0].subsections[0].heading == "修好路。环湖路"


def test_item_is_made_a_section_and_a_section_an_item() -> None:
    report = corrected(correction("node", "二是架桥", kind="section"))
    assert statuses(report) == ["applied"]
    report = corrected(correction("node", "（二）架好桥", kind="item", level=3))
    assert statuses(report) == ["applied"]
    assert report.sections[0].subsections[0].subsections[0].heading == "架好桥"


def test_break_and_join() -> None:
    report = corrected(correction("break", "城镇新增就业2600人以上"), correction("join", "各位代表，让我们"))
    assert statuses(report) == ["applied", "applied"]
    texts = [paragraph.text for _, paragraph in paragraphs(report)]
    assert "城镇新增就业2600人以上。" in texts
    assert "建成石拱桥2座。各位代表，让我们携手前行！" in texts


def test_roles_move_the_edge_of_the_front() -> None:
    report = corrected(correction("role", "现在，我代表", role="note"))
    assert (statuses(report), report.front[-1].role, report.preamble) == (["applied"], "note", [])
    report = corrected(correction("role", "各位代表：", role=None))
    assert (statuses(report), report.preamble[0].text) == (["applied"], "各位代表：")
    report = corrected(correction("role", "各位代表，让我们", role="signature"))
    assert (statuses(report), report.back[0].role, report.closing) == (["applied"], "signature", [])


def test_metadata() -> None:
    report = corrected(
        correction("meta", field="place.name", value="青禾市"),
        correction("meta", field="author.name", value=None),
        correction("meta", field="target_year", value="2025"),
        correction("meta", field="date", value="昨天"),
        correction("meta", field="colour", value="red"),
    )
    assert report.meta.place is not None and report.meta.place.name == "青禾市"
    assert report.meta.author is not None and report.meta.author.name is None
    assert report.meta.target_year == 2025
    assert statuses(report) == ["applied"] * 3 + ["impossible"] * 2
    assert "a date is written 2024-01-16" in str(report.corrections[3].reason)


def test_targets() -> None:
    known = parse(TEXT).targets[0].span
    report = corrected(
        Correction("target", known, "applied", field="value", value="7.25"),
        Correction("target", known, "applied", field="strength", value="binding"),
        correction("target", "环湖路全线通车", field="value", value="1"),
        correction("target", "环湖路全线通车", field="unit", value="条"),
        correction("no_target", "城镇新增就业2600人以上"),
    )
    assert statuses(report) == ["applied"] * 5
    assert [target.id for target in report.targets] == [f"t{n}" for n in range(1, len(report.targets) + 1)]
    made, changed, *others = report.targets
    assert (made.text, made.section, made.value, made.unit) == ("环湖路全线通车", "s1.1", 1, "条")
    assert (changed.value, changed.value_decimal, changed.strength) == (7.25, "7.25", "binding")
    assert all(target.unit != "人" for target in others)


def test_target_that_would_contradict_itself_stays() -> None:
    known = parse(TEXT).targets[0]
    report = corrected(Correction("target", known.span, "applied", field="comparator", value="range"))
    assert statuses(report) == ["impossible"]
    assert report.targets[0] == known


def test_contradiction_is_a_conflict_with_the_earlier_one() -> None:
    report = corrected(
        correction("no_node", "（二）架好桥"),
        correction("node", "（二）架好桥", level=1),
        correction("no_node", "（二）架好桥"),
    )
    assert statuses(report) == ["applied", "conflict", "applied"]
    assert report.corrections[1].reason == "correction 1 says something else about the same place"


def test_corrections_of_another_source_are_stale() -> None:
    report = parse(TEXT, corrections=CorrectionSet("0" * 64, [correction("no_node", "（二）架好桥")]))
    assert statuses(report) == ["stale"]
    assert replace(report, corrections=[]) == parse(TEXT)
    beyond = Correction("no_node", (10**6, 10**6 + 1), "applied")
    assert statuses(corrected(beyond)) == ["stale"]


@pytest.mark.parametrize(
    ("op", "words", "fields"),
    [
        ("node", "一、2023年", {"level": 3}),
        ("node", "二、2024年", {"heading": "没有这几个字"}),
        ("join", "政府工作报告", {}),
        ("role", "（二）架好桥", {"role": "title"}),
        ("node", "二、2024年", {"level": 13}),
    ],
)
def test_what_cannot_be_is_said_to_be_impossible(op: str, words: str, fields: dict[str, object]) -> None:
    report = corrected(correction(op, words, **fields))
    assert statuses(report) == ["impossible"]
    assert report.corrections[0].reason


def _is_text(text: str) -> bool:
    try:
        parse(text)
    except SourceError:
        return False
    return True


@pytest.mark.parametrize("path", regenerate.texts(), ids=lambda path: path.stem)
def test_restating_a_fixture_changes_nothing(path: Path) -> None:
    report = parse(path.read_bytes(), name=path.name)
    again = parse(path.read_bytes(), name=path.name, corrections=restated(report))
    assert {correction.status for correction in again.corrections} == {"applied"}
    assert replace(again, corrections=[]) == report


def test_restating_a_real_document_changes_nothing(corpus: list[Path]) -> None:
    for path in corpus:
        report = parse(path.read_bytes(), name=path.name)
        said = restated(report)
        assert read_corrections(write_corrections(path.name, report.source.sha256, said.corrections)) == said
        again = parse(path.read_bytes(), name=path.name, corrections=said)
        assert replace(again, corrections=[]) == report, path.name


@given(report_texts().filter(_is_text))
def test_restating_any_text_changes_nothing(text: str) -> None:
    report = parse(text)
    assert replace(parse(text, corrections=restated(report)), corrections=[]) == report


OPERATIONS = ("break", "join", "node", "no_node", "role", "meta", "target", "no_target")
ROLES = (None, "title", "subtitle", "author", "date", "salutation", "signature", "issuer", "note", "glossary")


def _words(text: str) -> str | None:
    return "".join(filter(str.isprintable, text)).strip() or None


@st.composite
def sets_of_corrections(draw: st.DrawFn) -> tuple[str, CorrectionSet]:
    """A text, and anything at all that someone may say of it."""
    text = draw(report_texts().filter(_is_text))
    report = parse(text)
    places = [section.span[0] for section in sections(report)] + [p.span[0] for _, p in paragraphs(report)]
    starts = st.one_of(st.sampled_from(places or [0]), st.integers(0, len(text) + 2))
    said: list[Correction] = []
    for op in draw(st.lists(st.sampled_from(OPERATIONS), max_size=12)):
        start = draw(starts)
        one = Correction(op, (start, start + draw(st.integers(1, 30))), "applied")
        if op == "node":
            one.kind = draw(st.sampled_from([None, "section", "item"]))
            one.level = draw(st.sampled_from([None, 1, 2, 3, 5, 12, 13]))
            one.heading = draw(st.sampled_from([None, _words(text[start : start + 5]), "没有"]))
        elif op == "role":
            one.role = draw(st.sampled_from(ROLES))
        elif op == "meta":
            one.span, one.field = None, draw(st.sampled_from(["title", "date", "place.name", "review_year", "what"]))
            one.value = draw(st.sampled_from([None, "2024", "2024-01-16", "青禾县"]))
        elif op == "target":
            one.field = draw(st.sampled_from([None, "value", "value_max", "comparator", "measure", "unit", "period"]))
            one.value = draw(st.sampled_from([None, "6.5", "range", "relation", "rank", "2025-2021", "亿元"]))
        said.append(one)
    return text, CorrectionSet(None, said)


@given(sets_of_corrections())
def test_any_corrections_give_a_valid_report_that_gives_the_source_back(case: tuple[str, CorrectionSet]) -> None:
    text, said = case
    report = parse(text, corrections=said)
    assert restore(report) == text.encode("utf-8", "surrogatepass")
    assert from_json(to_json(report)) == from_xml(to_xml(report)) == report
    assert [finding for finding in validate(to_json(report)) if finding.severity == "error"] == []
    assert len(report.corrections) == len(said.corrections)
    assert all((one.status == "applied") == (one.reason is None) for one in report.corrections)


@given(sets_of_corrections())
def test_corrections_survive_a_second_conversion(case: tuple[str, CorrectionSet]) -> None:
    text, said = case
    report = parse(text, corrections=said)
    assert parse(text, corrections=CorrectionSet(report.source.sha256, report.corrections)) == report
