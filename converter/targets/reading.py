"""The targets room as a whole: a report in, its targets and results in reading order out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Report, Result, Span, Target
from converter.targets.draft_target import DraftTarget
from converter.targets.publishing import Publisher, is_too_large
from converter.targets.results import sentence_results
from converter.targets.sentence_targets import sentence_targets
from converter.targets.where.time_orientation import Passage, passages

#: How many passages are read at once: all of a usual report, and not so many that a book's would fill the memory.
_AT_ONCE = 1000


def read(report: Report) -> tuple[list[Target], list[Result]]:
    """The targets and the results of ``report`` in reading order (CONVENTIONS §3); those it has are not looked at.

    Targets come from the parts that plan, results from those that look back; places are given in the source.
    """
    publisher = Publisher(report)
    planned, reviewed = passages(report)
    return _targets(publisher, planned), _results(publisher, reviewed)


def read_targets(report: Report) -> list[Target]:
    """The targets of ``report`` alone."""
    publisher = Publisher(report)
    return _targets(publisher, passages(report)[0])


def _targets(publisher: Publisher, planned: Sequence[Passage]) -> list[Target]:
    targets: list[Target] = []
    for some in _pieces(planned):
        for passage, drafts in sentence_targets(some):
            if len(drafts) > 1:
                drafts.sort(key=_place)
            for draft in drafts:
                if is_too_large(draft.value) or is_too_large(draft.value_max):
                    continue
                targets.append(publisher.target(f"t{len(targets) + 1}", passage, draft))
    return targets


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


def _place(draft: DraftTarget) -> Span:
    return draft.span
