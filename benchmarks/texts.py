"""The texts that are measured: the fictional reports of ``fixtures/``, brought to a size, and hostile ones.

Each paragraph of a fixture is there to show a convention, so a fixture has twice the nodes and four times the targets
of a real report. A text that is measured has therefore prose between them, until its JSON is 3.4 times as long as it
is itself: what the budgets of DESIGN.md were set for (138 KB for 40 KB), and as much as the densest of the real reports
of 40 KB that we have (1.8 to 3.1 times). Without the prose it is what the tables call a dense report.
"""

from __future__ import annotations

import re
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT_BYTES = 40_000
_FIXTURES = ("qinghe-work-report-2024", "yunling-work-report-2023", "shimenling-work-report-2020")
_FIRST_SECTION = re.compile(r"^一、", re.MULTILINE)


#: Sentences of prose after each paragraph, for each fixture.
_SENTENCES = {"qinghe-work-report-2024": 2, "yunling-work-report-2023": 3, "shimenling-work-report-2020": 0}
#: The end of a paragraph of several sentences, where prose goes on.
_PARAGRAPH_END = re.compile(r"(?<=[^\n]{40}。)$", re.MULTILINE)


def report(size: int = REPORT_BYTES, fixture: str = _FIXTURES[0], dense: bool = False) -> str:
    """A report of about ``size`` bytes in UTF-8: a fixture, with prose unless ``dense``, its sections over and over."""
    text = (ROOT / "fixtures" / f"{fixture}.txt").read_text("utf-8")
    if not dense:
        text = _with_prose(text, _SENTENCES[fixture])
    found = _FIRST_SECTION.search(text)
    start = found.start() if found else 0
    front, body = text[:start], text[start:].rstrip() + "\n\n"
    times = max(1, round((size - len(front.encode())) / len(body.encode())))
    return front + body * times


def _with_prose(text: str, sentences: int) -> str:
    """``text`` with so many ``sentences`` of prose, which names no number and no heading, after each paragraph."""
    prose = cycle((ROOT / "benchmarks" / "prose.txt").read_text("utf-8").split())
    return _PARAGRAPH_END.sub(lambda end: "".join(islice(prose, sentences)), text)


def reports(dense: bool = False) -> dict[str, str]:
    """One report of the usual size from each of a few fixtures."""
    return {name: report(fixture=name, dense=dense) for name in _FIXTURES}


#: What a careless rule would take quadratic time on, each as the unit that is repeated.
HOSTILE = {
    "one line": "（一）稳增长促投资，",
    "no line end but blanks": "　　",
    "only markers": "一是",
    "open quotes": "“（《",
    "emphasis marks": "**",
    "paid begins": "##paidbegin##",
    "numbers": "3—5%、",
    "short lines": "抓\n",
    "page numbers": "规上工业增\n— 3 —\n加值\n",
    "dashes": "——",
}


def hostile(name: str, size: int) -> str:
    """A hostile text of about ``size`` bytes in UTF-8."""
    unit = HOSTILE[name]
    return unit * max(1, size // len(unit.encode()))
