"""Verdicts as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from converter.formats.xml_names import NAMESPACE
from converter.validation.catalogue import ROWS
from converter.validation.finding import Finding, Row, Verdict
from converter.version import __version__

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_INDEX = {row.code: number for number, row in enumerate(ROWS)}


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """One log with one run; ``strict`` raises warnings to errors."""
    levels = _LEVELS | {"warning": "error"} if strict else _LEVELS
    results = [_result(finding, levels) for verdict in verdicts for finding in verdict.findings]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "gongwen",
                        "version": __version__,
                        "informationUri": NAMESPACE,
                        "rules": [_rule(row) for row in ROWS],
                    },
                },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=True, indent=1) + "\n"


def _rule(row: Row) -> dict[str, Any]:
    return {
        "id": row.code,
        "name": row.name,
        "shortDescription": {"text": row.message},
        "help": {"text": f"Right: {row.right}\nWrong: {row.wrong}\ngongwen rules {row.code}"},
        "helpUri": f"urn:gongwen:rule:{row.code}",
        "defaultConfiguration": {"level": _LEVELS[row.severity]},
        "properties": {"shortDescription.zh": row.message_zh},
    }


def _result(finding: Finding, levels: dict[str, str]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file or "-")}}
    if finding.line is not None:
        physical["region"] = {"startLine": finding.line, "startColumn": finding.column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    properties: dict[str, Any] = {"message.zh": finding.message_zh}
    if finding.span is not None:
        properties["sourceSpan"] = list(finding.span)
    return {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": levels[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
        "properties": properties,
    }


def _uri(name: str) -> str:
    """``name`` as a URI reference (RFC 3986), relative when the name is."""
    if name == "-":
        return "stdin"
    path = PurePath(name)
    if path.is_absolute():
        return "file://" + quote(path.as_posix().encode("utf-8", "surrogateescape"))
    text = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    return f"./{text}" if ":" in text.partition("/")[0] else text
