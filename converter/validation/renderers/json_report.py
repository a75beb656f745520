"""Verdicts as one JSON object: the files in order, each with its findings, and the counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from converter.validation.finding import Verdict
from converter.validation.renderers.tally import Tally


def render(verdicts: Iterable[Verdict], strict: bool = False) -> Iterator[str]:
    """``{"files": [{"file", "accepted", "complete", "findings": […]}], "summary": {…}}``, a file a line."""
    tally = Tally(strict)
    yield '{"files": ['
    separator = "\n"
    for verdict in tally.over(verdicts):
        entry = {
            "file": verdict.file,
            "accepted": verdict.accepts(strict),
            "complete": verdict.complete,
            "findings": [asdict(finding) for finding in verdict.findings],
        }
        yield separator + _written(entry)
        separator = ",\n"
    summary = {"accepted": tally.accepted, "refused": tally.refused, **tally.findings}
    yield f'\n], "summary": {_written(summary)}}}\n'


def _written(value: object) -> str:
    """``value`` as JSON; names of files may hold bytes that are no text, which become escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text) else json.dumps(value)
