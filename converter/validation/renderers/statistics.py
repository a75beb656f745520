"""How often each code was found, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from converter.validation.catalogue import ROWS
from converter.validation.finding import Verdict


def counted(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """``count CODE name`` a line."""
    found = Counter(finding.code for verdict in verdicts for finding in verdict.findings)
    names = {row.code: row.name for row in ROWS}
    for code, number in sorted(found.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"{number:7}  {code}  {names[code]}\n"
