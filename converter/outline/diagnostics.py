"""The diagnostics of the outline room: slips of numbering, of headings and of brackets, each with its place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from converter.language.stops import DASHES, DOTS, FINAL_STOPS, STOPS
from converter.layout import Block
from converter.model import Diagnostic, Marker, MarkerFamily, Section
from converter.model.diagnostics import DiagnosticKind
from converter.outline.text_slips import KINDS
from converter.patterns import late

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
        "A heading on a line of its own ends in a stop or colon, which was taken out as layout; said once a run.",
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
    *KINDS,
)
_KINDS = {kind.code: kind for kind in DIAGNOSTICS}
_HEADING_STOPS = frozenset(FINAL_STOPS + DOTS)
_ORDINAL = re.compile(f"[0-9０-９一二三四五六七八九十百零〇{DASHES}]+")  # a dash may stand for 一
#: A number and its signs in one character: ㈠ ⒈ ⑴ ①.
_ENCLOSED = re.compile("[\u2460-\u249b\u3220-\u3229\u3251-\u325f\u2776-\u277f]")
#: What opens and what closes, in print and in typescript.
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（(", "）)"))
#: The same, sign by sign: where each sign is balanced, so is each pair.
_SIGNS = tuple(signs for openers, closers in _PAIRS for signs in zip(openers, closers, strict=True))
_CLOSED_NUMBER = late("[0-9０-９一二三四五六七八九十][）)]")
#: Families whose markers are one run however they are written: 首先，… 第二，… and ⒈… ①….
_MIXED = ("word", "circled")


def unbalanced_brackets(blocks: Sequence[Block], text: str) -> list[Diagnostic]:
    """The blocks of ``text``, the source, in which quotation marks or brackets are opened and closed unevenly."""
    found: list[Diagnostic] = []
    signs = [(opener, closer) for opener, closer in _SIGNS if opener in text or closer in text]
    for block in blocks:
        inside = block.text
        for opener, closer in signs:
            if (opener in inside or closer in inside) and inside.count(opener) != inside.count(closer):
                found.extend(_brackets(block))
                break
    return found


def noticed(tree: Sequence[Section], in_order: Sequence[Section], text: str) -> list[Diagnostic]:
    """What is odd in the numbers of ``tree``, and in the source ``text`` behind its headings.

    ``in_order`` holds every section and item of ``tree``, parents before children.
    """
    found = list(_Numbering(tree, in_order).noticed())
    said: set[tuple[str, MarkerFamily | None]] = set()  # once a run
    for section in in_order:
        span = section.heading_span
        if span is not None and not section.run_in and text[span[1] : span[1] + 1] in _HEADING_STOPS:
            run = section.id.rpartition(".")[0], section.marker.family if section.marker else None
            if run not in said:
                said.add(run)
                found.append(_note("heading_ends_in_stop", section))
    return found


def located(diagnostics: Iterable[Diagnostic], in_order: Sequence[Section]) -> None:
    """Fill in the innermost section of each diagnostic that has a place but no section yet."""
    places = [(d, d.span[0]) for d in diagnostics if d.span is not None and d.section is None]
    if not places:
        return
    starts = [section.span[0] for section in in_order]
    by_id = {section.id: section for section in in_order}
    for diagnostic, place in places:
        index = bisect_right(starts, place) - 1
        section = in_order[index] if index >= 0 else None
        while section is not None and section.span[1] <= place:
            section = by_id.get(section.id.rpartition(".")[0])
        diagnostic.section = section.id if section else None


class _Numbering:
    """The runs of markers in a tree. What takes a look at the whole tree waits until a run asks for it."""

    def __init__(self, tree: Sequence[Section], in_order: Sequence[Section]) -> None:
        self._tree = tree
        self._in_order = in_order

    def noticed(self) -> Iterator[Diagnostic]:
        yield from self._among(None, self._tree)
        for section in self._in_order:
            if section.subsections:
                yield from self._among(section.marker, section.subsections)

    def _among(self, above: Marker | None, siblings: Sequence[Section]) -> Iterator[Diagnostic]:
        runs: dict[tuple[MarkerFamily, str], list[tuple[int, Section]]] = {}
        for section in siblings:
            marker = section.marker
            if marker is not None and marker.ordinal is not None:
                runs.setdefault((marker.family, _style(marker.text)), []).append((marker.ordinal, section))
        for (family, _), run in runs.items():
            if len(run) > 1:
                before = {n for (other, _), others in runs.items() if other == family for n, _ in others}
                yield from self._run(family, run, before)
            if family == "arabic" and above is not None and above.family == "cjk" and self._has_level_between:
                yield _note("level_skipped", run[0][1])

    def _run(
        self, family: MarkerFamily, run: Sequence[tuple[int, Section]], numbers: Container[int]
    ) -> Iterator[Diagnostic]:
        """What is odd in one run; ``numbers`` are those of all siblings of the family, however they are written."""
        ordinal, first = run[0]
        if ordinal != 1 and ordinal - 1 not in numbers and first.id not in self._continued:
            yield _note("numbering_start", first, f"It begins with {_text(first)}.")
        if family not in _MIXED:
            written = {_written(_text(section)) for _, section in run}
            if len(written) > 1:
                yield _note("marker_style_mixed", first, "Found: " + " ".join(sorted(written)) + ".")
        for (before, one), (after, next_one) in pairwise(run):
            if after == before + 1:
                continue
            follows = f"{_text(next_one)} follows {_text(one)}."
            if after == before:
                yield _note("numbering_repeated", next_one, follows)
            elif after < before:
                if after != 1:
                    yield _note("numbering_step_back", next_one, follows)
            elif _text(next_one)[0] not in "首其再最":
                yield _note("numbering_gap", next_one, follows)

    @cached_property
    def _continued(self) -> set[str]:
        """The ids of sections whose number goes on from the last of their kind, whatever the parent: 1. 2. | 3. 4. …"""
        last: dict[tuple[str, str], int] = {}
        found: set[str] = set()
        for section in self._in_order:
            marker = section.marker
            if marker is not None and marker.ordinal is not None:
                key = marker.family, _style(marker.text)
                if marker.ordinal == last.get(key, 0) + 1:
                    found.add(section.id)
                last[key] = marker.ordinal
        return found

    @cached_property
    def _has_level_between(self) -> bool:
        """Whether （一） stands directly below 一、 anywhere, so that 1. there has skipped a level."""
        below = (c.marker for s in self._in_order if s.marker and s.marker.family == "cjk" for c in s.subsections)
        return any(marker is not None and marker.family == "cjk_paren" for marker in below)


@lru_cache(maxsize=256)
def _style(text: str) -> str:
    """How a marker is written, apart from its number and the width of its signs: ``（）``, ``、``, ``是``."""
    return "".join(_ORDINAL.sub("", unicodedata.normalize("NFKC", text)).split()).rstrip(STOPS + DOTS)


@lru_cache(maxsize=256)
def _written(text: str) -> str:
    """How a marker is written, apart from its number: ``（）``, ``()``, ``.``; the same for all enclosed numbers."""
    return "㈠" if _ENCLOSED.match(text) else _ORDINAL.sub("", text).strip()


def _text(section: Section) -> str:
    """The marker of a numbered section."""
    assert section.marker is not None
    return section.marker.text


def _note(code: str, section: Section, more: str = "") -> Diagnostic:
    kind = _KINDS[code]
    span = section.marker.span if section.marker else section.span
    return Diagnostic(code, kind.severity, f"{kind.meaning} {more}".strip(), span, section.id)


def _brackets(block: Block) -> Iterator[Diagnostic]:
    text = block.text
    for openers, closers in _PAIRS:
        opened = sum(text.count(c) for c in openers)
        closed = sum(text.count(c) for c in closers)
        if opened != closed and not (closed > opened and _CLOSED_NUMBER.search(text)):
            kind = _KINDS["brackets_unbalanced"]
            found = f"{kind.meaning} Found {opened} {openers[0]} and {closed} {closers[0]}."
            yield Diagnostic(kind.code, kind.severity, found, block.span(0, len(text)))
