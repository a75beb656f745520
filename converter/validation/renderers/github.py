"""Findings as workflow commands of GitHub Actions, which show them beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.validation.finding import Finding, Verdict, shown
from converter.validation.renderers.tally import Tally
from converter.validation.renderers.text import summary

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """``::error file=…,line=…,col=…,title=…::message`` a finding; ``strict`` raises warnings to errors."""
    tally = Tally(strict)
    commands = _COMMANDS | {"warning": "error"} if strict else _COMMANDS
    for verdict in tally.over(verdicts):
        for finding in verdict.findings:
            yield _command(finding, commands[finding.severity])
    yield f"::notice title=gongwen validate::{_data(summary(tally))}\n"


def _command(finding: Finding, command: str) -> str:
    properties = {"file": shown(finding.file or "-", 4096)}
    if finding.line is not None:
        properties |= {"line": str(finding.line), "col": str(finding.column)}
    properties["title"] = finding.code
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    where = f" ({finding.path})" if finding.path else ""
    return f"::{command} {written}::{_data(finding.message + where)}\n"


def _data(text: str) -> str:
    """``text`` with what would end or change the command escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
