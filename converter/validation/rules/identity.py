"""Ids, levels, and the shape of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Paragraph, Result, Section, Target
from converter.validation.rules.view import Fault, Rule, View


def unique_ids(view: View) -> Iterator[Fault]:
    """Ids are what other systems store: one id must never name two parts."""
    paragraphs = [paragraph for _, paragraph in view.paragraphs]
    owners: list[Section | Paragraph | Target | Result] = [*view.sections, *paragraphs, *view.stated]
    names = [owner.id for owner in owners]
    if len(set(names)) == len(names):
        return
    seen: set[str] = set()
    for owner, name in zip(owners, names, strict=True):
        if name in seen:
            yield Fault(owner, ("id",), {"id": name})
        seen.add(name)


def section_ids(view: View) -> Iterator[Fault]:
    """``s2.3`` is the third child of the second section. The public edition keeps the numbers of the full one."""
    last: dict[str, int] = {}
    for section, parent, _, number in view.placed:
        prefix = "s" if parent is None else parent.id + "."
        expected = f"{prefix}{number}"
        if not (_continues(section.id, prefix, last) if view.public else section.id == expected):
            yield Fault(section, ("id",), {"id": section.id, "expected": expected}, section.span)


def paragraph_ids(view: View) -> Iterator[Fault]:
    """``s2.3.p1`` is the first paragraph of ``s2.3``, ``front.p2`` the second of the front."""
    report = view.report
    parts = [(name, getattr(report, name)) for name in ("front", "preamble", "closing", "back")]
    parts += [(s.id, [*s.body, *s.interludes, *s.tail]) for s in view.sections if s.body or s.interludes or s.tail]
    last: dict[str, int] = {}
    for owner, paragraphs in parts:
        prefix = owner + ".p"
        for number, paragraph in enumerate(paragraphs, 1):
            expected = f"{prefix}{number}"
            if not (_continues(paragraph.id, prefix, last) if view.public else paragraph.id == expected):
                yield Fault(paragraph, ("id",), {"id": paragraph.id, "expected": expected}, paragraph.span)


def target_ids(view: View) -> Iterator[Fault]:
    """``t17`` is the seventeenth target of the list, ``r3`` the third result."""
    last: dict[str, int] = {}
    lists: tuple[tuple[str, Sequence[Target | Result]], ...] = (("t", view.report.targets), ("r", view.report.results))
    for prefix, stated in lists:
        for number, one in enumerate(stated, 1):
            expected = f"{prefix}{number}"
            if not (_continues(one.id, prefix, last) if view.public else one.id == expected):
                yield Fault(one, ("id",), {"id": one.id, "expected": expected}, one.span)


def levels(view: View) -> Iterator[Fault]:
    """A level is the depth in the tree, 1 below the document."""
    for section, _, depth, _ in view.placed:
        if section.level != depth:
            yield Fault(section, ("level",), {"id": section.id, "level": section.level, "depth": depth}, section.span)


def run_in_headings(view: View) -> Iterator[Fault]:
    """A run-in heading opens a paragraph that goes on (CONVENTIONS §2); without a heading there is none."""
    for section in view.sections:
        if section.run_in and section.heading is None:
            yield Fault(section, ("run_in",), {"id": section.id}, section.span)


def paragraphs_after_subsections(view: View) -> Iterator[Fault]:
    """A tail follows subsections and an interlude stands between two; without them both are body.

    The public edition leaves out subsections that are paid, and keeps every paragraph where it stood.
    """
    if view.public:
        return
    for section in view.sections:
        if section.tail and not section.subsections:
            yield Fault(section, ("tail",), {"id": section.id, "field": "tail", "count": 1}, section.tail[0].span)
        if section.interludes and len(section.subsections) < 2:
            span = section.interludes[0].span
            yield Fault(section, ("interludes",), {"id": section.id, "field": "interludes", "count": 2}, span)


def roles(view: View) -> Iterator[Fault]:
    """Title lines, author and signature are of the front and the back; the rest holds plain paragraphs."""
    report = view.report
    elsewhere = {id(paragraph) for part in (report.front, report.back) for paragraph in part}
    for _, paragraph in view.paragraphs:
        if paragraph.role in ("title", "subtitle", "author", "signature", "issuer") and id(paragraph) not in elsewhere:
            yield Fault(paragraph, ("role",), {"id": paragraph.id, "role": paragraph.role}, paragraph.span)


def _continues(name: str, prefix: str, last: dict[str, int]) -> bool:
    """Whether ``name`` is ``prefix`` and a number above the last one that ``prefix`` had."""
    digits = name.removeprefix(prefix)
    if digits == name or not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        return False
    grows = int(digits) > last.get(prefix, 0)
    last[prefix] = int(digits)
    return grows


RULES = (
    Rule(
        "GW201",
        "error",
        "id-unique",
        "the id {id} stands twice",
        "编号 {id} 重复",
        '{"id": "s1"}, {"id": "s2"}',
        '{"id": "s1"}, {"id": "s1"}',
        check=unique_ids,
    ),
    Rule(
        "GW202",
        "error",
        "section-id-is-path",
        "the section {id} stands where {expected} should",
        "章节 {id} 所在位置应为 {expected}",
        'the second child of "s1" has the id "s1.2"',
        'the second child of "s1" has the id "s1.3"',
        check=section_ids,
        needs=("GW201",),
    ),
    Rule(
        "GW203",
        "error",
        "paragraph-id-is-path",
        "the paragraph {id} stands where {expected} should",
        "段落 {id} 所在位置应为 {expected}",
        'the first paragraph of "s1.2" has the id "s1.2.p1"',
        'the first paragraph of "s1.2" has the id "s1.1.p1"',
        check=paragraph_ids,
        needs=("GW201", "GW202"),
    ),
    Rule(
        "GW204",
        "error",
        "target-id-is-position",
        "the target {id} stands where {expected} should",
        "目标 {id} 所在位置应为 {expected}",
        'the third target has the id "t3"',
        'the third target has the id "t7"',
        check=target_ids,
        needs=("GW201",),
    ),
    Rule(
        "GW205",
        "error",
        "level-is-depth",
        "the section {id} has level {level} and stands at depth {depth}",
        "章节 {id} 的 level 为 {level}，实际深度为 {depth}",
        '{"id": "s1.2", "level": 2}',
        '{"id": "s1.2", "level": 3}',
        check=levels,
    ),
    Rule(
        "GW206",
        "error",
        "run-in-needs-heading",
        "the section {id} is said to have a run-in heading and has no heading",
        "章节 {id} 标为段首标题（run_in）却没有标题",
        '{"heading": "深化山的引领", "run_in": true}',
        '{"heading": null, "run_in": true}',
        check=run_in_headings,
    ),
    Rule(
        "GW207",
        "error",
        "tail-follows-subsections",
        "the section {id} has {field} and fewer than {count} subsections; such paragraphs are its body",
        "章节 {id} 有 {field}，但下级少于 {count} 个，这些段落应属于 body",
        '{"body": [], "subsections": [{…}], "tail": [{…}]}',
        '{"body": [], "subsections": [], "tail": [{…}]}',
        check=paragraphs_after_subsections,
    ),
    Rule(
        "GW208",
        "error",
        "role-in-place",
        "the paragraph {id} has the role {role}, which only the front and the back have",
        "段落 {id} 的角色 {role} 只能出现在前置或后置部分",
        '"front": [{"role": "title", …}]',
        '"preamble": [{"role": "title", …}]',
        check=roles,
    ),
)
