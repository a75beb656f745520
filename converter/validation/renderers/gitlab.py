"""Findings as a Code Quality report of GitLab, which shows them in merge requests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from converter.validation.finding import Finding, Verdict, shown

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """One list of issues, each with a fingerprint that stays while the finding does; ``strict`` raises warnings."""
    severities = _SEVERITIES | {"warning": "major"} if strict else _SEVERITIES
    issues = [_issue(finding, severities) for verdict in verdicts for finding in verdict.findings]
    yield json.dumps(issues, ensure_ascii=True, indent=1) + "\n"


def _issue(finding: Finding, severities: dict[str, str]) -> dict[str, object]:
    file = shown(finding.file or "-", 4096)
    # The place by path, not by line: what is added above a finding does not make it a new one.
    identity = "\0".join((file, finding.code, finding.path or "", finding.message))
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": finding.message,
        "severity": severities[finding.severity],
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:40],
        "location": {"path": file, "lines": {"begin": finding.line or 1}},
    }
