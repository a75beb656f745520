"""Places of a report as a person names them: by line and column, or by an id."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from converter.model import Report, Span
from converter.model.source_text import source_text
from converter.model.walk import paragraphs, sections

_LINE = re.compile(r"([0-9]{1,9})(?::([0-9]{1,9}))?")


def place_of(report: Report, line: object, name: object) -> Span:
    """The first character of what opens or begins at ``line`` (``N`` or ``N:M``), or of what is called ``name``.

    Of a line without a column: of the first node or paragraph in it, else of its words.
    """
    if isinstance(name, str):
        return _first(_named(report, name))
    start, end, column = _stretch(report, line)
    if column:
        return start, start + 1
    known = sorted(
        [section.span[0] for section in sections(report)] + [paragraph.span[0] for _, paragraph in paragraphs(report)]
    )
    here = [place for place in known if start <= place < end]
    return (here[0], here[0] + 1) if here else (start, start + 1)


def target_span(report: Report, line: object, name: object) -> Span:
    """The place of the target that is called ``name``, or the only one at ``line``."""
    if isinstance(name, str):
        return _named(report, name)
    start, end, column = _stretch(report, line)
    if column:
        here = [target for target in report.targets if target.span[0] <= start < target.span[1]]
    else:
        here = [target for target in report.targets if start <= target.span[0] < end]
    if len(here) != 1:
        found = _listed([target.id for target in here]) if here else "none"
        raise click.UsageError(f"the line has {found}; name the target with --id")
    return here[0].span


def _named(report: Report, name: str) -> Span:
    for section in sections(report):
        if section.id == name:
            return section.span
    for _, paragraph in paragraphs(report):
        if paragraph.id == name:
            return paragraph.span
    for target in report.targets:
        if target.id == name:
            return target.span
    raise click.UsageError(f"there is nothing called {name!r} in the report; gongwen outline shows the ids of nodes")


def _first(span: Span) -> Span:
    return span[0], span[0] + 1


def _stretch(report: Report, line: object) -> tuple[int, int, bool]:
    """Where the line begins and ends, or the column of it that is named."""
    if not isinstance(line, str):
        raise click.UsageError("say where, with --line N or --id ID")
    match = _LINE.fullmatch(line)
    lines = source_text(report).split("\n")
    if match is None or not 1 <= int(match[1]) <= len(lines):
        raise click.UsageError(f"{line!r} is no line of the source, which has {len(lines)}; a column is written 22:5")
    number, text = int(match[1]), lines[int(match[1]) - 1]
    start = sum(len(before) + 1 for before in lines[: number - 1])
    if match[2] is None:
        return start + len(text) - len(text.lstrip()), start + len(text), False
    if not 1 <= int(match[2]) <= len(text):
        raise click.UsageError(f"line {number} has {len(text)} columns, not {match[2]}")
    return start + int(match[2]) - 1, start + len(text), True


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:5])}{' …' if len(names) > 5 else ''}"
