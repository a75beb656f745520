"""Corrections: what became of what a person knew better."""

from __future__ import annotations

from collections.abc import Iterator

from converter.validation.rules.view import Fault, Rule, View


def reasons(view: View) -> Iterator[Fault]:
    """A correction has a reason if, and only if, it was not applied."""
    for number, correction in enumerate(view.report.corrections, 1):
        if (correction.status == "applied") is not (correction.reason is None):
            values = {"number": number, "status": correction.status, "found": correction.reason or "null"}
            yield Fault(correction, ("reason",), values, correction.span)


RULES = (
    Rule(
        "GW714",
        "error",
        "correction-reason",
        "the correction {number} is {status} and its reason {found}; what was not applied, and only that, has a reason",
        "第 {number} 条更正状态为 {status}，理由为 {found}；未被采纳且仅未被采纳者应有理由",
        '{"status": "stale", "reason": "the text there is another"}',
        '{"status": "stale", "reason": null}',
        check=reasons,
    ),
)
