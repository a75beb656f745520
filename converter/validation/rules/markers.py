"""Outline markers: the text is of the family that is named, and its number is the ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from converter.language.lookalikes import folded
from converter.language.marker_forms import DOUBTFUL, FORMS
from converter.language.markers import number
from converter.validation.rules.view import Fault, Rule, View

#: Forms look at what follows: 首先 is a marker before 是, · before a blank, 一一 before words. These stand behind it.
_FOLLOWING = ("是", " 发展", "综合实力")


def marker_families(view: View) -> Iterator[Fault]:
    """A marker is written in a form of its family (CONVENTIONS §2)."""
    for section in view.sections:
        marker = section.marker
        if marker is not None and not ordinals_of(marker.family, marker.text):
            values = {"id": section.id, "text": marker.text, "family": marker.family}
            yield Fault(marker, ("family",), values, marker.span)


def marker_ordinals(view: View) -> Iterator[Fault]:
    """The ordinal is the number that the marker shows; dashes, bullets and # have none."""
    for section in view.sections:
        marker = section.marker
        if marker is None:
            continue
        fitting = ordinals_of(marker.family, marker.text)
        if marker.ordinal not in fitting:
            expected = " / ".join("null" if n is None else str(n) for n in sorted(fitting, key=str))
            found = "null" if marker.ordinal is None else marker.ordinal
            values = {"id": section.id, "text": marker.text, "ordinal": found, "expected": expected}
            yield Fault(marker, ("ordinal",), values, marker.span)


def marker_places(view: View) -> Iterator[Fault]:
    """A marker opens its section: nothing of the section stands before it."""
    for section in view.sections:
        if section.marker is not None and section.marker.span[0] != section.span[0]:
            values = {"id": section.id, "start": section.marker.span[0], "expected": section.span[0]}
            yield Fault(section.marker, ("span",), values, section.marker.span)


def sections_with_content(view: View) -> Iterator[Fault]:
    """A node holds something: a marker, a heading, a paragraph or a subsection."""
    for section in view.sections:
        paragraphs = section.body or section.interludes or section.tail
        if section.marker is None and section.heading is None and not (paragraphs or section.subsections):
            yield Fault(section, (), {"id": section.id}, section.span)


@lru_cache(maxsize=4096)
def ordinals_of(family: str, text: str) -> frozenset[int | None]:
    """The ordinals that ``text`` may have as a marker of ``family``; empty when it is none."""
    if len(text) > 40:
        return frozenset()
    text = folded(text)  # ⼀、 is read as 一、
    found: set[int | None] = set()
    for form in (*FORMS, *DOUBTFUL):
        if form.family != family:
            continue
        for following in _FOLLOWING:
            match = _compiled(form.pattern).match(text + following)
            if match is not None and match.end() == len(text):
                found.add(number(match["n"]) if "n" in match.re.groupindex else form.value)
    return frozenset(found)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


RULES = (
    Rule(
        "GW401",
        "error",
        "marker-of-family",
        "the marker {text} of {id} is not written as a marker of the family {family}",
        "{id} 的序号“{text}”不是 {family} 类序号的写法",
        '{"text": "一是", "family": "word"}',
        '{"text": "一是", "family": "cjk"}',
        check=marker_families,
    ),
    Rule(
        "GW402",
        "error",
        "ordinal-of-marker",
        "the marker {text} of {id} has the ordinal {ordinal}; its text says {expected}",
        "{id} 的序号“{text}”的 ordinal 为 {ordinal}，按文字应为 {expected}",
        '{"text": "（三）", "ordinal": 3}',
        '{"text": "（三）", "ordinal": 4}',
        check=marker_ordinals,
        needs=("GW401",),
    ),
    Rule(
        "GW403",
        "error",
        "marker-opens-section",
        "the marker of {id} begins at {start} and its section at {expected}",
        "{id} 的序号起于 {start}，而章节起于 {expected}",
        'section [10, 90], marker "一、" [10, 12]',
        'section [8, 90], marker "一、" [10, 12]',
        check=marker_places,
        needs=("GW301", "GW302", "GW305", "GW306"),
    ),
    Rule(
        "GW404",
        "error",
        "section-holds-something",
        "the section {id} has neither marker nor heading, paragraphs or subsections",
        "章节 {id} 没有序号、标题、段落，也没有下级",
        '{"marker": null, "heading": "工作回顾", …}',
        '{"marker": null, "heading": null, "body": [], "subsections": []}',
        check=sections_with_content,
    ),
)
