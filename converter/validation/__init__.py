"""JSON or XML that claims to be a report → findings: the schema layer, then the rules layer, then the places."""

from converter.validation.finding import Finding, Position, Verdict
from converter.validation.intake import documents, read_stream
from converter.validation.many import judge_all
from converter.validation.validating import MAX_FINDINGS, judge, validate

__all__ = [
    "MAX_FINDINGS",
    "Finding",
    "Position",
    "Verdict",
    "documents",
    "judge",
    "judge_all",
    "read_stream",
    "validate",
]
