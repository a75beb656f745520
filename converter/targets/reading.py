"""The targets room as a whole: a report in, its targets and results in reading order out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Report, Result, Span, Target
from converter.model.source_map import SourceMap
from converter.targets.draft_target import DraftTarget
from converter.targets.publishing import Publisher, is_too_large
from converter.targets.results import sentence_results
from converter.targets.sentence_targets import sentence_targets
from converter.targets.where.tables import Table, rows_of
from converter.targets.where.time_orientation import Oriented, Passage, passages

#: How many passages are read at once: all of a usual report, and not so many that a book's would fill the memory.
_AT_ONCE = 1000


def read(report: Report) -> tuple[list[Target], list[Result]]:
    """The targets and the results of ``report`` in reading order (CONVENTIONS §3); those it has are not looked at.

    Targets come from the parts that plan, results from those that look back; places are given in the source.
    """
    publisher = Publisher(report)
    oriented = passages(report)
    return _targets(report, publisher, oriented), _results(publisher, oriented.reviewed)


def read_targets(report: Report) -> list[Target]:
    """The targets of ``report`` alone."""
    publisher = Publisher(report)
    return _targets(report, publisher, passages(report))


def _targets(report: Report, publisher: Publisher, oriented: Oriented) -> list[Target]:
    targets: list[Target] = []
    for some in _pieces(oriented.planned):
        for passage, drafts in sentence_targets(some):
            if len(drafts) > 1:
                drafts.sort(key=_place)
            for draft in drafts:
                if is_too_large(draft.value) or is_too_large(draft.value_max):
                    continue
                targets.append(publisher.target(f"t{len(targets) + 1}", passage, draft))
    if oriented.tables and (stated := _of_tables(report, publisher, oriented.tables)):
        targets = sorted(targets + stated, key=_span)
        for number, target in enumerate(targets, 1):
            target.id = f"t{number}"
    return targets


def _of_tables(report: Report, publisher: Publisher, tables: Sequence[Table]) -> list[Target]:
    """The targets that the tables state, each at the cell of its number."""
    source_map = SourceMap.of(report)
    found: list[Target] = []
    for table in tables:
        rows = list(rows_of(table, source_map))
        read = [
            Passage(table.section, table.paragraph, row.sentence, (0, len(row.sentence)), "plan", table.horizon)
            for row in rows
        ]
        cells = dict(zip(map(id, read), rows, strict=True))
        for passage, drafts in sentence_targets(read):
            row = cells[id(passage)]
            for draft in drafts:
                if not is_too_large(draft.value) and not is_too_large(draft.value_max):
                    found.append(publisher.in_cell(passage, draft, row.cell, row.text))
    return found


def _results(publisher: Publisher, reviewed: Sequence[Passage]) -> list[Result]:
    results: list[Result] = []
    for some in _pieces(reviewed):
        for passage, stated in sentence_results(some):
            for draft, rate in stated:
                if is_too_large(draft.value) or is_too_large(draft.value_max) or is_too_large(rate):
                    continue
                results.append(publisher.result(f"r{len(results) + 1}", passage, draft, rate))
    return results


def _pieces(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    for first in range(0, len(passages), _AT_ONCE):
        yield passages[first : first + _AT_ONCE]


def _span(target: Target) -> Span:
    return target.span


def _place(draft: DraftTarget) -> Span:
    return draft.span
