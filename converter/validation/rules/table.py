"""The table of rules, in the order in which they run: a rule comes after those that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from converter.validation.rules import (
    access,
    corrections,
    identity,
    markers,
    metadata,
    original,
    partition,
    projection,
    spans,
    targets,
)
from converter.validation.rules.view import Fault, Rule, View

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *spans.RULES,
    *partition.RULES,
    *markers.RULES,
    *access.RULES,
    *targets.RULES,
    *metadata.RULES,
    *projection.RULES,
    *corrections.RULES,
    *original.RULES,
)


def faults(view: View) -> Iterator[tuple[Rule, Fault]]:
    """Every breach of a rule. What rests on a broken rule is not looked at: one mistake, one finding."""
    unsound: set[str] = set()
    for rule in RULES:
        if unsound and not unsound.isdisjoint(rule.needs):
            unsound.add(rule.code)
            continue
        for fault in rule.check(view):
            unsound.add(rule.code)
            yield rule, fault
