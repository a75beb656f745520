"""Counts over the verdicts of a run, taken while they pass by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.validation.finding import Verdict


class Tally:
    """How many files were accepted and refused, and how many findings of each severity there were."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.accepted = 0
        self.refused = 0
        self.findings = {"error": 0, "warning": 0, "info": 0}
        self.complete = True

    def over(self, verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
        """``verdicts`` themselves; each is counted before it is passed on."""
        for verdict in verdicts:
            if verdict.accepts(self.strict):
                self.accepted += 1
            else:
                self.refused += 1
            for finding in verdict.findings:
                self.findings[finding.severity] += 1
            self.complete = self.complete and verdict.complete
            yield verdict
