"""A schema-valid JSON tree as the published model: built by hand, for the types have been checked."""

from __future__ import annotations

from typing import Any

from converter.model import (
    Author,
    Correction,
    Diagnostic,
    Edition,
    Generator,
    Mark,
    Marker,
    Meta,
    Omitted,
    PaidSpan,
    Paragraph,
    Place,
    Projection,
    Report,
    Result,
    Section,
    Source,
    Target,
)

Tree = dict[str, Any]

_SECTION_OWN = ("id", "kind", "level", "marker", "heading", "heading_span", "run_in", "span", "access")
_META_OWN = (
    "title", "subtitle", "document_type", "place", "meeting", "date", "author", "review_year", "target_year",
    "salutation", "issuer", "issued",
)  # fmt: skip
_TARGET_OWN = tuple(Target.__dataclass_fields__)
_RESULT_OWN = tuple(Result.__dataclass_fields__)
_CORRECTION_OWN = tuple(Correction.__dataclass_fields__)
_SOURCE_OWN = tuple(Source.__dataclass_fields__)


def read_tree(tree: Tree) -> tuple[Report, int]:
    """The report of a JSON tree that the published schema accepts, and how many keys its known objects have."""
    keys = len(tree)
    sections, keys_below = _sections(tree["sections"])
    keys += keys_below
    parts = {}
    for name in ("front", "preamble", "closing", "back"):
        parts[name], keys_below = _paragraphs(tree[name])
        keys += keys_below
    for name in ("targets", "results", "paid_spans", "diagnostics", "corrections"):
        keys += sum(map(len, tree[name]))
    source, keys_below = _source(tree["source"])
    keys += keys_below
    meta, keys_below = _meta(tree["meta"])
    keys += keys_below + len(tree["edition"]) + len(tree["generator"])
    report = Report(
        schema_version=tree["schema_version"],
        meta=meta,
        front=parts["front"],
        preamble=parts["preamble"],
        sections=sections,
        closing=parts["closing"],
        back=parts["back"],
        targets=[_target(target) for target in tree["targets"]],
        paid_spans=[PaidSpan(_span(p["span"]), p["opened_by"], p["closed_by"]) for p in tree["paid_spans"]],
        diagnostics=[_diagnostic(diagnostic) for diagnostic in tree["diagnostics"]],
        source=source,
        edition=Edition(*[tree["edition"][name] for name in ("kind", "omitted_characters", "omitted_paragraphs")]),
        generator=Generator(tree["generator"]["name"], tree["generator"]["version"]),
        results=[_result(result) for result in tree["results"]],
        corrections=[_correction(correction) for correction in tree["corrections"]],
    )
    return report, keys


def _span(pair: list[int]) -> tuple[int, int]:
    return pair[0], pair[1]


def _sections(trees: list[Tree]) -> tuple[list[Section], int]:
    """The sections of ``trees`` with all below them, without recursion, and the number of their keys."""
    top: list[Section] = []
    keys = 0
    stack: list[tuple[list[Section], list[Tree]]] = [(top, trees)]
    while stack:
        siblings, found = stack.pop()
        for tree in found:
            section = Section(*[tree[name] for name in _SECTION_OWN])
            section.span = _span(tree["span"])
            if tree["heading_span"] is not None:
                section.heading_span = _span(tree["heading_span"])
            keys += len(tree)
            if (marker := tree["marker"]) is not None:
                section.marker = Marker(marker["text"], marker["family"], marker["ordinal"], _span(marker["span"]))
                keys += len(marker)
            section.body, in_body = _paragraphs(tree["body"])
            section.interludes, in_interludes = _paragraphs(tree["interludes"])
            section.tail, in_tail = _paragraphs(tree["tail"])
            keys += in_body + in_interludes + in_tail
            siblings.append(section)
            if tree["subsections"]:
                stack.append((section.subsections, tree["subsections"]))
    return top, keys


def _paragraphs(trees: list[Tree]) -> tuple[list[Paragraph], int]:
    paragraphs = []
    keys = 0
    for tree in trees:
        marks = [Mark(mark["kind"], _span(mark["span"])) for mark in tree["marks"]] if tree["marks"] else []
        cells = None if tree["cells"] is None else [[_span(cell) for cell in row] for row in tree["cells"]]
        span = _span(tree["span"])
        paragraphs.append(Paragraph(tree["id"], tree["role"], tree["text"], span, tree["access"], marks, cells))
        keys += len(tree) + sum(map(len, tree["marks"]))
    return paragraphs, keys


def _meta(tree: Tree) -> tuple[Meta, int]:
    meta = Meta(*[tree[name] for name in _META_OWN])
    keys = len(tree)
    if (place := tree["place"]) is not None:
        meta.place = Place(*[place[name] for name in Place.__dataclass_fields__])
        keys += len(place)
    if (author := tree["author"]) is not None:
        meta.author = Author(author["name"], author["position"])
        keys += len(author)
    return meta, keys


def _target(tree: Tree) -> Target:
    target = Target(*[tree[name] for name in _TARGET_OWN])
    target.span = _span(tree["span"])
    return target


def _result(tree: Tree) -> Result:
    result = Result(*[tree[name] for name in _RESULT_OWN])
    result.span = _span(tree["span"])
    return result


def _correction(tree: Tree) -> Correction:
    correction = Correction(*[tree[name] for name in _CORRECTION_OWN])
    correction.span = None if tree["span"] is None else _span(tree["span"])
    return correction


def _source(tree: Tree) -> tuple[Source, int]:
    source = Source(*[tree[name] for name in _SOURCE_OWN])
    keys = len(tree)
    if (projection := tree["projection"]) is not None:
        source.projection = Projection(projection["reader"], projection["version"], projection["sha256"])
        keys += len(projection)
    source.omitted = [Omitted(things["kind"], things["count"]) for things in tree["omitted"]]
    keys += sum(map(len, tree["omitted"]))
    for name in ("layout", "undecodable", "variants", "generated", "pages"):
        setattr(source, name, [tuple(entry) for entry in tree[name]])
    return source, keys


def _diagnostic(tree: Tree) -> Diagnostic:
    span = tree["span"]
    return Diagnostic(
        tree["code"], tree["severity"], tree["message"], None if span is None else _span(span), tree["section"]
    )
