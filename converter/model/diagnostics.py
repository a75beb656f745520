"""What a kind of diagnostic is: the row type of the tables that the rooms keep and the documentation prints."""

from __future__ import annotations

from dataclasses import dataclass

from converter.model.report import Severity


@dataclass(frozen=True, slots=True)
class DiagnosticKind:
    """One stable code: how grave it is, what it means, what it looks like, and what a person should do about it."""

    code: str
    severity: Severity
    meaning: str
    example: str
    action: str
