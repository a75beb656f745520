"""The diagnostics of the outline room: slips of numbering, of headings and of brackets, each with its place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.layout import Block
from converter.model import Diagnostic, Section
from converter.model.diagnostics import DiagnosticKind

DIAGNOSTICS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "numbering_gap",
        "warning",
        "A run of markers skips a number.",
        "（一）… （二）… （四）…",
        "Compare with the original: a section may be missing, or the number is a slip.",
    ),
    DiagnosticKind(
        "numbering_repeated",
        "warning",
        "A run of markers uses a number twice.",
        "（一）… （二）… （二）…",
        "Compare with the original; the tree keeps both as they stand.",
    ),
    DiagnosticKind(
        "numbering_step_back",
        "warning",
        "A run of markers steps back to a smaller number.",
        "一、… 三、… 二、…",
        "Compare with the original: sections may be out of order.",
    ),
    DiagnosticKind(
        "numbering_start",
        "info",
        "A run of markers does not begin with one.",
        "a text that begins with 二、2024年工作安排",
        "Check whether the part before it is missing.",
    ),
    DiagnosticKind(
        "level_skipped",
        "info",
        "A section stands directly below one whose other children have a level in between.",
        "一、… with （一）… elsewhere, and here 1.…",
        "Check whether a heading of the level between is missing.",
    ),
    DiagnosticKind(
        "marker_style_mixed",
        "info",
        "One run writes its markers in more than one way.",
        "（一）… (二)… （三）…",
        "Nothing; the run is read as one.",
    ),
    DiagnosticKind(
        "heading_ends_in_stop",
        "info",
        "A heading on a line of its own ends in a stop or colon, which was taken out as layout.",
        "一、2023年工作回顾。",
        "Nothing.",
    ),
    DiagnosticKind(
        "brackets_unbalanced",
        "warning",
        "A paragraph opens and closes a different number of quotation marks or brackets.",
        "拓展“承诺制+标准地改革",
        "Compare with the original; sentence ends inside the open quotation may be read wrongly.",
    ),
)
_KINDS = {kind.code: kind for kind in DIAGNOSTICS}
_STOPS = ("。", "：", "；", ":", ";", ".", "！")
_ORDINAL = re.compile("[0-9０-９一二三四五六七八九十百零〇]+")
#: A number and its signs in one character: ㈠ ⒈ ⑴ ①.
_ENCLOSED = re.compile("[\u2460-\u249b\u3220-\u3229\u3251-\u325f\u2776-\u277f]")
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（(", "）)"))
_BRACKET = re.compile("[“”‘’《》（(）)]")
_CLOSED_NUMBER = re.compile("[0-9０-９一二三四五六七八九十][）)]")


def noticed(sections: Sequence[Section], blocks: Sequence[Block], text: str) -> list[Diagnostic]:
    """What is odd in the tree, in the paragraphs it was made from, and in the source ``text`` behind its headings."""
    found = list(_numbering(sections))
    stack = list(sections)
    while stack:
        section = stack.pop()
        stack.extend(section.subsections)
        if (
            section.heading_span
            and not section.run_in
            and text[section.heading_span[1] : section.heading_span[1] + 1] in _STOPS
        ):
            found.append(_note("heading_ends_in_stop", section))
    for block in blocks:
        found.extend(_brackets(block))
    return found


def located(diagnostics: Sequence[Diagnostic], sections: Sequence[Section]) -> None:
    """Fill in the innermost section of each diagnostic that has a place but no section yet."""
    order: list[Section] = []
    parents: dict[str, Section] = {}
    stack = list(reversed(sections))
    while stack:
        section = stack.pop()
        order.append(section)
        for child in reversed(section.subsections):
            parents[child.id] = section
            stack.append(child)
    starts = [section.span[0] for section in order]
    for diagnostic in diagnostics:
        if diagnostic.span is None or diagnostic.section is not None:
            continue
        index = bisect_right(starts, diagnostic.span[0]) - 1
        candidate = order[index] if index >= 0 else None
        while candidate is not None and candidate.span[1] <= diagnostic.span[0]:
            candidate = parents.get(candidate.id)
        diagnostic.section = candidate.id if candidate else None


def _numbering(sections: Sequence[Section]) -> Iterator[Diagnostic]:
    below: dict[str, set[str]] = {}
    stack: list[tuple[Section | None, Sequence[Section]]] = [(None, sections)]
    families: list[tuple[Section | None, Sequence[Section]]] = []
    continued = _continued(sections)
    while stack:
        parent, children = stack.pop()
        families.append((parent, children))
        if parent is not None and parent.marker is not None:
            below.setdefault(parent.marker.family, set()).update(c.marker.family for c in children if c.marker)
        stack.extend((child, child.subsections) for child in children if child.subsections)
    for parent, children in families:
        runs: dict[tuple[str, str], list[Section]] = {}
        for child in children:
            if child.marker is not None and child.marker.ordinal is not None:
                runs.setdefault((child.marker.family, _style(child.marker.text)), []).append(child)
        for (family, _), run in runs.items():
            yield from _run(run, continued)
            above = parent.marker.family if parent is not None and parent.marker is not None else None
            if (above, family) == ("cjk", "arabic") and "cjk_paren" in below["cjk"]:
                yield _note("level_skipped", run[0])


def _continued(sections: Sequence[Section]) -> set[str]:
    """The ids of sections whose number goes on from the last of their kind, under whatever parent: 1. 2. | 3. 4. …"""
    last: dict[tuple[str, str], int] = {}
    found: set[str] = set()
    stack = list(reversed(sections))
    while stack:
        section = stack.pop()
        stack.extend(reversed(section.subsections))
        if section.marker is not None and section.marker.ordinal is not None:
            key = section.marker.family, _style(section.marker.text)
            if section.marker.ordinal == last.get(key, 0) + 1:
                found.add(section.id)
            last[key] = section.marker.ordinal
    return found


def _run(run: Sequence[Section], continued: set[str]) -> Iterator[Diagnostic]:
    first = run[0].marker
    assert first is not None
    if first.ordinal != 1 and run[0].id not in continued and len(run) > 1:
        yield _note("numbering_start", run[0], f"It begins with {first.text}.")
    written = {_written(section.marker.text) for section in run if section.marker}
    if len(written) > 1 and first.family not in ("word", "circled"):
        yield _note("marker_style_mixed", run[0], "Found: " + " ".join(sorted(written)) + ".")
    for before, section in pairwise(run):
        a, b = before.marker, section.marker
        assert a is not None and b is not None and a.ordinal is not None and b.ordinal is not None
        follows = f"{b.text} follows {a.text}."
        if b.ordinal == a.ordinal:
            yield _note("numbering_repeated", section, follows)
        elif b.ordinal < a.ordinal and b.ordinal != 1:
            yield _note("numbering_step_back", section, follows)
        elif b.ordinal > a.ordinal + 1 and b.text[:1] not in "首其再最":
            yield _note("numbering_gap", section, follows)


def _style(text: str) -> str:
    """How a marker is written, apart from its number and the width of its signs: ``（）``, ``、``, ``是``."""
    style = _ORDINAL.sub("", unicodedata.normalize("NFKC", text)).strip()
    return "" if style in (".", "、", "") else style


def _written(text: str) -> str:
    """How a marker is written, apart from its number: ``（）``, ``()``, ``.``; the same for all enclosed numbers."""
    return "㈠" if _ENCLOSED.match(text) else _ORDINAL.sub("", text).strip()


def _note(code: str, section: Section, more: str = "") -> Diagnostic:
    kind = _KINDS[code]
    span = section.marker.span if section.marker else section.span
    return Diagnostic(code, kind.severity, f"{kind.meaning} {more}".strip(), span, section.id)


def _brackets(block: Block) -> Iterator[Diagnostic]:
    text = block.text
    if not _BRACKET.search(text):
        return
    for openers, closers in _PAIRS:
        opened = sum(text.count(c) for c in openers)
        closed = sum(text.count(c) for c in closers)
        if opened != closed and not (closed > opened and _CLOSED_NUMBER.search(text)):
            kind = _KINDS["brackets_unbalanced"]
            found = f"{kind.meaning} Found {opened} {openers[0]} and {closed} {closers[0]}."
            yield Diagnostic(kind.code, kind.severity, found, block.span(0, len(text)))
