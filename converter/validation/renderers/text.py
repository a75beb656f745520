"""One line a finding, as compilers and linters write them, and a line that sums up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.validation.finding import Finding, Verdict, shown
from converter.validation.renderers.tally import Tally

_LONGEST_NAME = 4096


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """``file:line:column: severity CODE message (path; source start..end)``, then the summary."""
    tally = Tally(strict)
    for verdict in tally.over(verdicts):
        for finding in verdict.findings:
            yield line(finding, finding.message)
        if not verdict.complete:
            yield f"{shown(verdict.file, _LONGEST_NAME)}: there are more findings than these {len(verdict.findings)}\n"
    yield summary(tally) + "\n"


def line(finding: Finding, message: str) -> str:
    """The line of one finding, with ``message`` in the language wanted."""
    place = shown(finding.file or "-", _LONGEST_NAME)
    if finding.line is not None:
        place += f":{finding.line}:{finding.column}"
    where = [shown(finding.path, 400)] if finding.path else []
    if finding.span is not None:
        where.append(f"source {finding.span[0]}..{finding.span[1]}")
    ending = f" ({'; '.join(where)})" if where else ""
    return f"{place}: {finding.severity} {finding.code} {message}{ending}\n"


def summary(tally: Tally) -> str:
    """How many files were accepted and refused, and how many findings there are."""
    files = tally.accepted + tally.refused
    counts = [_counted(tally.findings[name], name) for name in ("error", "warning") if tally.findings[name]]
    return (
        f"{_counted(files, 'file')}: {tally.accepted} accepted, {tally.refused} refused"
        f"{'; ' + ', '.join(counts) if counts else ''}{'' if tally.complete else ' (not all are shown)'}"
    )


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
