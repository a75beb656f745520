"""Paid parts: what is free, paid or mixed follows from ``paid_spans`` alone (CONVENTIONS §2, "Paid sections")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.layout.furniture.platform_markers import MARKERS
from converter.model import Paragraph, Result, Section, Target
from converter.model.access import PaidContent
from converter.validation.rules.view import Fault, Rule, View

_Owner = Paragraph | Section | Target | Result


def paid_spans_in_order(view: View) -> Iterator[Fault]:
    """Paid spans stand in the order of the text and do not overlap."""
    reached = 0
    for paid in view.report.paid_spans:
        if paid.span[0] < reached:
            yield Fault(paid, ("span",), {"start": paid.span[0], "reached": reached}, paid.span)
        reached = max(reached, paid.span[1])


def paid_markers(view: View) -> Iterator[Fault]:
    """A paid span is opened and closed by markers that a platform writes, in any case of letters."""
    for paid in view.report.paid_spans:
        for name, text, says in (("opened_by", paid.opened_by, "begin"), ("closed_by", paid.closed_by, "end")):
            if MARKERS.get(text.lower()) != says:
                yield Fault(paid, (name,), {"text": text, "says": says}, paid.span)


def paid_markers_in_layout(view: View) -> Iterator[Fault]:
    """The markers stand right before and after the paid span, and are layout."""
    if view.public:
        return
    for paid in view.report.paid_spans:
        start, end = paid.span
        for name, at, text in (
            ("opened_by", start - len(paid.opened_by), paid.opened_by),
            ("closed_by", end, paid.closed_by),
        ):
            if not view.is_layout(at, text):
                yield Fault(paid, (name,), {"text": text, "at": max(at, 0)}, paid.span)


def paragraph_access(view: View) -> Iterator[Fault]:
    """A paragraph is free, paid or mixed as its characters are."""
    return _wrong([paragraph for _, paragraph in view.paragraphs], view)


def section_access(view: View) -> Iterator[Fault]:
    """A section is free, paid or mixed as all of its characters are, those of its subsections included."""
    return _wrong(view.sections, view)


def target_access(view: View) -> Iterator[Fault]:
    """A target or a result is free, paid or mixed as its characters are."""
    return _wrong([*view.report.targets, *view.report.results], view)


def _wrong(owners: Sequence[_Owner], view: View) -> Iterator[Fault]:
    """Those of ``owners`` that are not as free as they are said to be."""
    if view.public:
        return
    paid = PaidContent.of_report(view.report) if view.report.paid_spans else None
    for owner in owners:
        expected = paid.access(owner.span) if paid else "free"
        if owner.access != expected:
            values = {"id": owner.id, "access": owner.access, "expected": expected}
            yield Fault(owner, ("access",), values, owner.span)


def nothing_paid_in_public(view: View) -> Iterator[Fault]:
    """The public edition leaves out what is paid."""
    if not view.public:
        return
    paragraphs = [paragraph for _, paragraph in view.paragraphs]
    owners: list[_Owner] = [*paragraphs, *view.report.targets, *view.report.results]
    for owner in owners:
        if owner.access == "paid":
            yield Fault(owner, ("access",), {"id": owner.id}, owner.span)


def edition_counts(view: View) -> Iterator[Fault]:
    """The full edition leaves out nothing."""
    edition = view.report.edition
    if edition.kind == "full":
        for name in ("omitted_characters", "omitted_paragraphs"):
            if getattr(edition, name):
                yield Fault(edition, (name,), {"field": name, "found": getattr(edition, name)})


_SOUND = ("GW301", "GW302", "GW303", "GW304", "GW305", "GW310", "GW311", "GW312", "GW501")

RULES = (
    Rule(
        "GW501",
        "error",
        "paid-spans-in-order",
        "the paid span begins at {start}, before {reached}, where the one before it ends",
        "付费区间起于 {start}，早于前一区间的终点 {reached}",
        "paid spans [40, 90] and [120, 160]",
        "paid spans [40, 90] and [80, 160]",
        check=paid_spans_in_order,
        needs=("GW301", "GW302"),
    ),
    Rule(
        "GW502",
        "error",
        "paid-marker-known",
        "{text} is no paid-{says} marker of a platform",
        "“{text}”不是平台的付费{says}标记",
        '{"opened_by": "##paidbegin##", "closed_by": "##paidend##"}',
        '{"opened_by": "##paidend##", "closed_by": "##paidend##"}',
        check=paid_markers,
    ),
    Rule(
        "GW503",
        "error",
        "paid-marker-in-layout",
        "the marker {text} does not stand at {at} in the layout",
        "版式的第 {at} 个字符处没有标记“{text}”",
        'paid span [13, 90], layout [[0, "##paidbegin##"], …]',
        'paid span [12, 90], layout [[0, "##paidbegin##"], …]',
        check=paid_markers_in_layout,
        needs=(*_SOUND, "GW502"),
    ),
    Rule(
        "GW504",
        "error",
        "paragraph-access",
        "the paragraph {id} is said to be {access}; by the paid spans it is {expected}",
        "段落 {id} 标为 {access}，按付费区间应为 {expected}",
        'paid span [13, 90], paragraph [13, 60], "access": "paid"',
        'paid span [13, 90], paragraph [13, 60], "access": "free"',
        check=paragraph_access,
        needs=_SOUND,
    ),
    Rule(
        "GW505",
        "error",
        "section-access",
        "the section {id} is said to be {access}; by the paid spans it is {expected}",
        "章节 {id} 标为 {access}，按付费区间应为 {expected}",
        'one paid and one free paragraph, "access": "mixed"',
        'one paid and one free paragraph, "access": "paid"',
        check=section_access,
        needs=_SOUND,
    ),
    Rule(
        "GW506",
        "error",
        "target-access",
        "the target or result {id} is said to be {access}; by the paid spans it is {expected}",
        "目标或成果 {id} 标为 {access}，按付费区间应为 {expected}",
        'no paid spans, "access": "free"',
        'no paid spans, "access": "paid"',
        check=target_access,
        needs=_SOUND,
    ),
    Rule(
        "GW507",
        "error",
        "public-without-paid",
        "{id} is paid, and the public edition leaves out what is paid",
        "{id} 属付费内容，公开版不应包含",
        '"edition": {"kind": "public", …}, every "access" free or mixed',
        '"edition": {"kind": "public", …}, a paragraph with "access": "paid"',
        check=nothing_paid_in_public,
    ),
    Rule(
        "GW508",
        "error",
        "full-omits-nothing",
        "{field} is {found} in the full edition, which leaves out nothing",
        "完整版的 {field} 为 {found}，应为 0",
        '{"kind": "full", "omitted_characters": 0}',
        '{"kind": "full", "omitted_characters": 120}',
        check=edition_counts,
    ),
)
