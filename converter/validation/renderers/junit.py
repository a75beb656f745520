"""Verdicts as JUnit XML, which build servers count: a suite a file, a case a finding, one passed for a sound file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from converter.validation.finding import Finding, Verdict, shown
from converter.validation.renderers.text import line

_LONGEST = 4096


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """``<testsuites>`` with a ``<testsuite>`` a file; what does not refuse the file is a passed case with output."""
    refusing = ("error", "warning") if strict else ("error",)
    tests = failures = 0
    suites: list[str] = []
    for verdict in verdicts:
        suites += _suite(verdict, refusing)
        tests += max(len(verdict.findings), 1)
        failures += sum(finding.severity in refusing for finding in verdict.findings)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="gongwen validate" tests="{tests}" failures="{failures}" errors="0" skipped="0">\n'
    yield from suites
    yield "</testsuites>\n"


def _suite(verdict: Verdict, refusing: tuple[str, ...]) -> Iterator[str]:
    """The suite of one file."""
    failures = sum(finding.severity in refusing for finding in verdict.findings)
    tests = max(len(verdict.findings), 1)
    name = _attribute(verdict.file)
    yield f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="0" skipped="0">\n'
    if not verdict.findings:
        yield f'    <testcase classname={name} name="conforms"/>\n'
    for finding in verdict.findings:
        yield _case(finding, name, finding.severity in refusing)
    yield "  </testsuite>\n"


def _case(finding: Finding, name: str, refuses: bool) -> str:
    """A case; whether the finding refuses its file decides between failure and output."""
    text = escape(line(finding, finding.message).rstrip("\n"))
    title = f"{finding.code} {finding.path}" if finding.path else finding.code
    case = f"<testcase classname={name} name={_attribute(title)}>"
    if refuses:
        body = f"<failure type={quoteattr(finding.code)} message={_attribute(finding.message)}>{text}</failure>"
    else:
        body = f"<system-out>{text}</system-out>"
    return f"    {case}{body}</testcase>\n"


def _attribute(text: str) -> str:
    """``text`` as an attribute, without what XML cannot carry."""
    return quoteattr(shown(text, _LONGEST))
