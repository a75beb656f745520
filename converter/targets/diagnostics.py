"""The diagnostics of the targets room: where a reader would expect targets and none were found."""

from __future__ import annotations

from converter.model import Diagnostic, Report
from converter.model.diagnostics import DiagnosticKind

DIAGNOSTICS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "no_targets",
        "warning",
        "The document has chapters, and none of its sentences states a target.",
        "a work report of which only the review was copied",
        "Compare with the original: the part that plans may be missing, or it plans without numbers.",
    ),
    DiagnosticKind(
        "headline_target_missing",
        "warning",
        "The work report states targets, and none for the growth or the amount of output (地区生产总值).",
        "今年主要预期目标是：规上工业增加值增长8%，…",
        "Compare with the original: the sentence of goals may be missing or unusual, or output was left out of it.",
    ),
)
_NO_TARGETS, _HEADLINE_MISSING = DIAGNOSTICS
#: Codes of indicators that say how large or how fast growing output is.
_OUTPUT = frozenset({"gdp", "gross_output"})


def noticed(report: Report) -> list[Diagnostic]:
    """What is missing among the targets of ``report``; a document of no known type may well have none."""
    if not report.sections or report.meta.document_type == "other":
        return []
    if not report.targets:
        return [_diagnostic(_NO_TARGETS)]
    if report.meta.document_type != "work_report" or any(target.indicator_code in _OUTPUT for target in report.targets):
        return []
    return [_diagnostic(_HEADLINE_MISSING)]


def _diagnostic(kind: DiagnosticKind) -> Diagnostic:
    return Diagnostic(kind.code, kind.severity, kind.meaning, None)
