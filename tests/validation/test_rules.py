"""Every rule has a document that it, and only it, refuses; in JSON and in XML alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import Phase, given, settings

from converter import to_json, to_xml, validate
from converter.edition import public
from converter.model import Edition, PaidSpan, Projection, Report, Section
from converter.model.source_text import source_text
from converter.pipeline import parse
from converter.validation import judge
from converter.validation.rules.table import RULES
from tests.strategies import reports
from tests.validation.sample import projected_report, sound_report, source_bytes

Break = Callable[[Report], None]


def _id_unique(report: Report) -> None:
    report.targets[1].id = "t1"


def _section_id(report: Report) -> None:
    report.sections[0].subsections[1].id = "s1.7"
    report.sections[0].subsections[1].body[0].id = "s1.7.p1"


def _paragraph_id(report: Report) -> None:
    report.sections[1].body[0].id = "s2.p4"
    for target in report.targets:
        target.paragraph = target.paragraph and "s2.p4"


def _target_id(report: Report) -> None:
    report.targets[5].id = "t9"


def _level(report: Report) -> None:
    report.sections[0].subsections[0].level = 3


def _run_in(report: Report) -> None:
    report.sections[1].subsections[0].run_in = True


def _tail(report: Report) -> None:
    item = report.sections[1].subsections[0]
    item.body, item.tail = [], item.body


def _role(report: Report) -> None:
    report.preamble[0].role = "signature"


def _forward(report: Report) -> None:
    mark = report.sections[0].body[0].marks[0]
    mark.span = mark.span[1], mark.span[0]


def _in_text(report: Report) -> None:
    report.diagnostics[0].span = (0, report.source.characters + 1)


def _layout_order(report: Report) -> None:
    report.source.layout[0], report.source.layout[1] = report.source.layout[1], report.source.layout[0]


def _layout_in_text(report: Report) -> None:
    report.source.layout.append((report.source.characters, "\n"))


def _leaf_order(report: Report) -> None:
    report.front.reverse()
    report.front[0].id, report.front[1].id = "front.p1", "front.p2"


def _holds_contents(report: Report) -> None:
    section = report.sections[0]
    section.span = section.span[0], section.span[1] - 1


def _siblings(report: Report) -> None:
    section = report.sections[0]
    section.span = section.span[0], report.sections[1].span[0] + 1


def _interlude(report: Report) -> None:
    section = report.sections[0]
    section.body, section.interludes = [], section.body + section.interludes


def _mark(report: Report) -> None:
    mark = report.preamble[0]
    report.sections[0].body[0].marks[0].span = mark.span


def _across(report: Report) -> None:
    offset, text = report.source.layout[0]
    report.source.layout[0] = offset - 1, "！" + text


def _text_fills(report: Report) -> None:
    report.preamble[0].text += "！"


def _missing(report: Report) -> None:
    del report.source.layout[0]


def _family(report: Report) -> None:
    marker = report.sections[0].marker
    assert marker is not None
    marker.family = "cjk_paren"


def _ordinal(report: Report) -> None:
    marker = report.sections[0].subsections[1].marker
    assert marker is not None
    marker.ordinal = 2


def _marker_opens(report: Report) -> None:
    section = report.sections[1].subsections[0]
    section.span = section.span[0] - 1, section.span[1]


def _nothing_in_it(report: Report) -> None:
    last = report.sections[1]
    report.sections.append(Section("s3", "section", 1, None, None, None, False, (last.span[1], last.span[1])))


def _paid_order(report: Report) -> None:
    report.paid_spans.append(PaidSpan((0, 0), "##paidbegin##", "##paidend##"))


def _paid_marker(report: Report) -> None:
    report.paid_spans[0].opened_by = "##paidopen##"


def _paid_layout(report: Report) -> None:
    report.paid_spans[0].closed_by = "</paid>"


def _paragraph_access(report: Report) -> None:
    report.preamble[0].access = "mixed"


def _section_access(report: Report) -> None:
    report.sections[1].access = "paid"


def _target_access(report: Report) -> None:
    report.targets[0].access = "paid"


def _paid_in_public(report: Report) -> None:
    report.edition = Edition("public", 120, 1)


def _omitted(report: Report) -> None:
    report.edition = Edition("full", 0, 1)


def _target_section(report: Report) -> None:
    report.targets[0].section = "s9"


def _target_paragraph(report: Report) -> None:
    report.targets[1].paragraph = "s2.p9"


def _other_section(report: Report) -> None:
    report.targets[1].section = "s1"


def _target_span(report: Report) -> None:
    report.targets[0].paragraph = "s2.p1"


def _target_text(report: Report) -> None:
    report.targets[0].text = "地区生产总值增长9%"


def _target_order(report: Report) -> None:
    targets = report.targets
    targets[1], targets[2] = targets[2], targets[1]
    targets[1].id, targets[2].id = "t2", "t3"


def _masked(report: Report) -> None:
    report.targets[2].value = 8


def _no_value(report: Report) -> None:
    report.targets[3].value = None


def _range(report: Report) -> None:
    report.targets[5].comparator = "="


def _range_down(report: Report) -> None:
    report.targets[5].value, report.targets[5].value_max = 5, 3


def _decimal(report: Report) -> None:
    report.targets[0].value_decimal = "80"


def _base(report: Report) -> None:
    report.targets[4].value_base = 1


def _period(report: Report) -> None:
    report.targets[0].period = "2025-2021"


def _rank(report: Report) -> None:
    report.targets[3].unit = "位"


def _date(report: Report) -> None:
    report.meta.date = "2023-02-29"


def _years(report: Report) -> None:
    report.meta.review_year = 2025


def _diagnostic(report: Report) -> None:
    report.diagnostics[0].section = "s9"


def _encoding(report: Report) -> None:
    report.source.encoding = "utf-7"


def _byte_runs(report: Report) -> None:
    report.source.variants = [(9, "aa"), (8, "bb")]


def _undecodable(report: Report) -> None:
    report.source.undecodable = [(0, "ff")]


def _newline(report: Report) -> None:
    report.source.newline = None


def _restorable(report: Report) -> None:
    report.preamble[0].text = report.preamble[0].text.replace("大会", "会议")


def _project(report: Report) -> None:
    """Let the report be one of a .docx."""
    text = source_text(report).encode()
    report.source.projection = Projection("docx", "1", hashlib.sha256(text).hexdigest())
    report.source.undecodable = []


def _cells(report: Report) -> None:
    report.preamble[0].cells = [[report.preamble[0].span]]


def _projection(report: Report) -> None:
    _project(report)
    assert report.source.projection is not None
    report.source.projection.sha256 = "0" * 64


def _only_projected(report: Report) -> None:
    report.source.generated = [(0, 1, "numbering")]


def _pages(report: Report) -> None:
    _project(report)
    report.source.pages, report.source.pages_basis = [(9, 2), (0, 1)], "fixed"


def _generated(report: Report) -> None:
    _project(report)
    report.source.generated = [(4, 5, "separator"), (0, 1, "numbering")]


def _oddities(report: Report) -> None:
    _project(report)
    report.source.bom = True


def _reason(report: Report) -> None:
    report.corrections[0].reason = "no paragraph stands there"


def _days(report: Report) -> None:
    report.targets[0].period_start, report.targets[0].period_end = "2024-02-30", "2024-12-31"


#: Rule → what breaks it, and nothing else, in the sound report.
BREAKS: dict[str, Break] = {
    "GW201": _id_unique,
    "GW202": _section_id,
    "GW203": _paragraph_id,
    "GW204": _target_id,
    "GW205": _level,
    "GW206": _run_in,
    "GW207": _tail,
    "GW208": _role,
    "GW301": _forward,
    "GW302": _in_text,
    "GW303": _layout_order,
    "GW304": _layout_in_text,
    "GW305": _leaf_order,
    "GW306": _holds_contents,
    "GW307": _siblings,
    "GW308": _interlude,
    "GW309": _mark,
    "GW310": _across,
    "GW311": _text_fills,
    "GW312": _missing,
    "GW313": _cells,
    "GW401": _family,
    "GW402": _ordinal,
    "GW403": _marker_opens,
    "GW404": _nothing_in_it,
    "GW501": _paid_order,
    "GW502": _paid_marker,
    "GW503": _paid_layout,
    "GW504": _paragraph_access,
    "GW505": _section_access,
    "GW506": _target_access,
    "GW507": _paid_in_public,
    "GW508": _omitted,
    "GW601": _target_section,
    "GW602": _target_paragraph,
    "GW603": _other_section,
    "GW604": _target_span,
    "GW605": _target_text,
    "GW606": _target_order,
    "GW607": _masked,
    "GW608": _no_value,
    "GW609": _range,
    "GW610": _range_down,
    "GW611": _decimal,
    "GW612": _base,
    "GW613": _period,
    "GW614": _rank,
    "GW615": _days,
    "GW701": _date,
    "GW702": _years,
    "GW703": _diagnostic,
    "GW704": _encoding,
    "GW705": _byte_runs,
    "GW706": _undecodable,
    "GW707": _newline,
    "GW708": _restorable,
    "GW709": _projection,
    "GW710": _only_projected,
    "GW711": _pages,
    "GW712": _generated,
    "GW713": _oddities,
    "GW714": _reason,
}


def _hash(report: Report) -> None:
    report.source.sha256 = hashlib.sha256(b"").hexdigest()


def _size(report: Report) -> None:
    report.source.size += 1


def _bom(report: Report) -> None:
    report.source.bom = True


def _characters(report: Report) -> None:
    report.source.encoding = "gb18030"


def _original_text(report: Report) -> None:
    report.preamble[0].text = report.preamble[0].text.replace("大会", "会议")


def _original_layout(report: Report) -> None:
    offset, _ = report.source.layout[3]
    report.source.layout[3] = offset, "\u2028"
    report.source.newline = "mixed"


#: The same for the rules that need the source.
BREAKS_WITH_SOURCE: dict[str, Break] = {
    "GW801": _hash,
    "GW802": _size,
    "GW803": _bom,
    "GW804": _characters,
    "GW805": _original_text,
    "GW806": _original_layout,
}


def codes(data: bytes, source: bytes | None = None) -> list[str]:
    return sorted({finding.code for finding in validate(data, source=source)})


def test_the_sound_report_has_no_finding() -> None:
    report = sound_report()
    source = source_bytes(report)
    for data in (to_json(report), to_json(report, indent=2), to_xml(report)):
        assert validate(data) == []
        assert validate(data, source=source) == []


def test_every_rule_has_its_document() -> None:
    assert [*BREAKS, *BREAKS_WITH_SOURCE] == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("code", BREAKS)
def test_a_rule_and_only_it_refuses_its_document(code: str) -> None:
    report = sound_report()
    BREAKS[code](report)
    assert codes(to_json(report)) == [code]
    assert codes(to_xml(report)) == [code]


def _result_text(report: Report) -> None:
    report.results[0].text = "重点项目开工四十个"


def _result_rank(report: Report) -> None:
    report.results[0].measure = "rank"


def _no_reason(report: Report) -> None:
    report.corrections[1].reason = None


def _one_day(report: Report) -> None:
    report.targets[0].period_end = "2024-12-31"


def _days_backward(report: Report) -> None:
    report.targets[0].period_start, report.targets[0].period_end = "2024-12-31", "2024-01-01"


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("GW202", lambda report: setattr(report.results[0], "id", "r2")),
        ("GW506", lambda report: setattr(report.results[0], "access", "paid")),
        ("GW601", lambda report: setattr(report.results[0], "section", "s9")),
        ("GW602", lambda report: setattr(report.results[0], "paragraph", "s9.p1")),
        ("GW605", _result_text),
        ("GW608", lambda report: setattr(report.results[0], "value", None)),
        ("GW609", lambda report: setattr(report.results[0], "value_max", 40)),
        ("GW613", lambda report: setattr(report.results[0], "period", "2025-2021")),
        ("GW614", _result_rank),
        ("GW615", _one_day),
        ("GW615", _days_backward),
        ("GW714", _no_reason),
    ],
)
def test_results_follow_the_rules_of_targets_and_rules_have_other_breaches(code: str, change: Break) -> None:
    report = projected_report()
    change(report)
    expected = "GW204" if code == "GW202" else code
    assert codes(to_json(report)) == codes(to_xml(report)) == [expected]


@pytest.mark.parametrize("code", BREAKS_WITH_SOURCE)
def test_a_rule_about_the_source_and_only_it_refuses_its_document(code: str) -> None:
    report = sound_report()
    source = source_bytes(report)
    BREAKS_WITH_SOURCE[code](report)
    assert codes(to_json(report), source) == [code]
    assert codes(to_xml(report), source) == [code]


def test_a_rule_stands_after_those_it_needs() -> None:
    seen: set[str] = set()
    for rule in RULES:
        assert seen.issuperset(rule.needs), rule.code
        seen.add(rule.code)


@settings(phases=[Phase.generate])
@given(reports())
def test_the_public_edition_of_a_sound_report_is_sound(report: Report) -> None:
    edition = public(report)
    for document in (to_json(edition), to_xml(edition)):
        assert judge(document).accepts(), judge(document).findings


def test_what_follows_paid_subsections_is_the_body_of_the_public_edition() -> None:
    paid = "##paidbegin##一、重点工作\n（一）兴产业。全县抓好春耕。\n##paidend##"
    text = f"{paid}各位代表，以上工作要抓好。\n二、自身建设\n要转作风。\n"
    edition = public(parse(text))
    section = edition.sections[0]
    assert (section.marker, section.heading, section.tail, section.subsections) == (None, None, [], [])
    assert [paragraph.text for paragraph in section.body] == ["各位代表，以上工作要抓好。"]
    for document in (to_json(edition), to_xml(edition)):
        assert judge(document).accepts(), judge(document).findings
