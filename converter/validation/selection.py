"""Which findings are asked for: ``--select`` and ``--ignore``, by code or by the beginning of codes."""

from __future__ import annotations

from collections.abc import Collection

from converter.validation.finding import Row

#: What is below was not looked at when one of these was found: reading (GW0) and schema (GW1).
_GATES = ("GW0", "GW1")


class Selection:
    """The codes that are asked for.

    An error of reading or of the schema is always told: without it, silence would be taken for soundness. For the same
    reason a selected rule brings along the rules that it needs.
    """

    def __init__(self, select: Collection[str] = (), ignore: Collection[str] = ()) -> None:
        self._select = _with_needs(tuple(select)) if select else ()
        self._ignore = tuple(ignore)

    def takes(self, row: Row) -> bool:
        """Whether a finding of ``row`` is asked for."""
        if row.severity == "error" and row.code.startswith(_GATES):
            return True
        if self._select and not row.code.startswith(self._select):
            return False
        return not (self._ignore and row.code.startswith(self._ignore))


def _with_needs(select: tuple[str, ...]) -> tuple[str, ...]:
    """``select`` and the codes of all rules that the selected ones rest on."""
    from converter.validation.rules.table import RULES

    taken: set[str] = set()
    for rule in reversed(RULES):  # a rule stands after those that it needs
        if rule.code.startswith(select) or rule.code in taken:
            taken.update((rule.code, *rule.needs))
    return (*select, *sorted(taken))
