"""The targets room as a whole: a report in, its targets in reading order out."""

from __future__ import annotations

from converter.model import Report, Span, Target
from converter.targets.draft_target import DraftTarget
from converter.targets.publishing import Publisher, is_too_large
from converter.targets.sentence_targets import sentence_targets
from converter.targets.where.time_orientation import passages

#: How many passages are read at once: all of a usual report, and not so many that a book's would fill the memory.
_AT_ONCE = 1000


def read_targets(report: Report) -> list[Target]:
    """The targets of ``report`` in reading order (CONVENTIONS §3); its ``targets`` are not looked at.

    Parts that look back are left out; places are given in the source.
    """
    publisher = Publisher(report)
    found: list[Target] = []
    candidates = passages(report)
    for first in range(0, len(candidates), _AT_ONCE):
        for passage, drafts in sentence_targets(candidates[first : first + _AT_ONCE]):
            if len(drafts) > 1:
                drafts.sort(key=_place)
            for draft in drafts:
                if is_too_large(draft.value) or is_too_large(draft.value_max):
                    continue
                found.append(publisher.target(f"t{len(found) + 1}", passage, draft))
    return found


def _place(draft: DraftTarget) -> Span:
    return draft.span
