"""The way from the document to an object of the model, as a path of keys and indices; needed for findings only."""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Paragraph, Report, Section
from converter.validation.json_places import Path

_LISTS = ("front", "preamble", "closing", "back", "targets", "results", "paid_spans", "diagnostics", "corrections")
_OBJECTS = ("meta", "source", "edition", "generator")


def paths_of(report: Report) -> dict[int, Path]:
    """The path of every object of ``report``, by its ``id()``; one pass, without recursion."""
    paths: dict[int, Path] = {id(report): ()}
    for name in _OBJECTS:
        paths[id(getattr(report, name))] = (name,)
    if report.source.projection is not None:
        paths[id(report.source.projection)] = ("source", "projection")
    for name in _LISTS:
        for index, entry in enumerate(getattr(report, name)):
            paths.update(_with_parts(entry, (name, index)))
    stack: list[tuple[Section, Path]] = [(s, ("sections", n)) for n, s in enumerate(report.sections)]
    while stack:
        section, path = stack.pop()
        paths[id(section)] = path
        if section.marker is not None:
            paths[id(section.marker)] = (*path, "marker")
        for name in ("body", "interludes", "tail"):
            for index, paragraph in enumerate(getattr(section, name)):
                paths.update(_with_parts(paragraph, (*path, name, index)))
        stack.extend((below, (*path, "subsections", n)) for n, below in enumerate(section.subsections))
    return paths


def _with_parts(entry: object, path: Path) -> Iterator[tuple[int, Path]]:
    yield id(entry), path
    if isinstance(entry, Paragraph):
        for index, mark in enumerate(entry.marks):
            yield id(mark), (*path, "marks", index)
