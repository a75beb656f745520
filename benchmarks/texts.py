"""The texts that are measured: the fictional reports of ``fixtures/``, brought to a size, and hostile ones."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT_BYTES = 40_000
_FIXTURES = ("qinghe-work-report-2024", "yunling-work-report-2023", "shimenling-work-report-2020")
_FIRST_SECTION = re.compile(r"^一、", re.MULTILINE)


def report(size: int = REPORT_BYTES, fixture: str = _FIXTURES[0]) -> str:
    """A report of about ``size`` bytes in UTF-8: a fixture whose sections come over and over."""
    text = (ROOT / "fixtures" / f"{fixture}.txt").read_text("utf-8")
    found = _FIRST_SECTION.search(text)
    start = found.start() if found else 0
    front, body = text[:start], text[start:].rstrip() + "\n\n"
    times = max(1, round((size - len(front.encode())) / len(body.encode())))
    return front + body * times


def reports() -> dict[str, str]:
    """One report of the usual size from each of a few fixtures."""
    return {name: report(fixture=name) for name in _FIXTURES}


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
