"""The rules layer as the documents use it: every breach with the path of the part that breaks the rule."""

from __future__ import annotations

from collections.abc import Iterator

from converter.validation.finding import Raised
from converter.validation.paths import paths_of
from converter.validation.rules.table import faults
from converter.validation.rules.view import View


def rule_faults(view: View, source: bytes | None) -> Iterator[Raised]:
    """Every breach of a rule, with its path of keys and indices as ``where``; paths are made for the first one.

    With ``source``, the file that the report was made from, those against it, too.
    """
    paths = None
    view.source = source
    for rule, fault in faults(view):
        if paths is None:
            paths = paths_of(view.report)
        yield Raised(rule, fault.values, paths.get(id(fault.owner), ()) + fault.way, fault.span)
