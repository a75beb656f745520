"""A report of a file that is no plain text: the text that was read in it, what was drawn, where its pages begin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise

from converter.validation.rules.view import Fault, Rule, View


def cells_in_table(view: View) -> Iterator[Fault]:
    """Nothing but a table has cells; they stand in order inside it."""
    for _, paragraph in view.paragraphs:
        if paragraph.cells is None:
            continue
        if paragraph.role != "table":
            values = {"id": paragraph.id, "found": "cells, though it is no table"}
            yield Fault(paragraph, ("role",), values, paragraph.span)
            continue
        reached, end = paragraph.span
        for number, row in enumerate(paragraph.cells):
            for place, (first, last) in enumerate(row):
                if not reached <= first <= last <= end:
                    found = f"a cell at {first} out of its place"
                    yield Fault(
                        paragraph, ("cells", number, place), {"id": paragraph.id, "found": found}, paragraph.span
                    )
                reached = max(reached, last)


def projection_of_text(view: View) -> Iterator[Fault]:
    """``projection.sha256`` is that of the text in UTF-8."""
    projection = view.report.source.projection
    if projection is None or view.public:
        return
    expected = hashlib.sha256(view.text.encode("utf-8", "surrogatepass")).hexdigest()
    if projection.sha256 != expected:
        yield Fault(projection, ("sha256",), {"found": projection.sha256[:12], "expected": expected[:12]})


def plain_text_has_no_more(view: View) -> Iterator[Fault]:
    """What only a file that is no plain text has, stands beside a ``projection``."""
    source = view.report.source
    if source.projection is not None:
        return
    for name in ("generated", "omitted", "pages", "pages_basis", "original"):
        if getattr(source, name):
            yield Fault(source, (name,), {"field": name})


def pages_in_order(view: View) -> Iterator[Fault]:
    """Stretches of pages begin one behind the other, inside the text, and ``pages_basis`` says what they rest on.

    Footnotes, which follow the body, stand on earlier pages.
    """
    source = view.report.source
    if bool(source.pages) != (source.pages_basis is not None):
        yield Fault(source, ("pages_basis",), {"found": source.pages_basis or "null"})
    for index, ((a, first), (b, second)) in enumerate(pairwise(source.pages), 1):
        if b <= a or second == first:
            yield Fault(source, ("pages", index), {"found": f"page {second} at {b} behind page {first} at {a}"})
    if source.pages and source.pages[-1][0] > source.characters:
        found = f"page {source.pages[-1][1]} at {source.pages[-1][0]} beyond the text"
        yield Fault(source, ("pages", len(source.pages) - 1), {"found": found})


def generated_in_order(view: View) -> Iterator[Fault]:
    """What the file does not hold as text stands in order, inside the text."""
    reached = 0
    for index, (start, end, _) in enumerate(view.report.source.generated):
        if not reached <= start < end <= view.characters:
            yield Fault(view.report.source, ("generated", index), {"start": start, "end": end})
        reached = max(reached, end)


def projected_text_is_no_file(view: View) -> Iterator[Fault]:
    """A projected text has no bytes of its own, and so none that are odd."""
    source = view.report.source
    if source.projection is not None:
        for name in ("bom", "undecodable", "variants"):
            if getattr(source, name):
                yield Fault(source, (name,), {"field": name})


_WHOLE = ("GW301", "GW302", "GW303", "GW304", "GW305", "GW310", "GW311", "GW312")

RULES = (
    Rule(
        "GW313",
        "error",
        "cells-of-table",
        "the paragraph {id} has {found}",
        "段落 {id} 的单元格与其角色不符：{found}",
        '{"role": "table", "span": [10, 15], "cells": [[[10, 12], [13, 15]]]}',
        '{"role": null, "span": [10, 15], "cells": [[[10, 12], [13, 15]]]}',
        check=cells_in_table,
        needs=("GW301", "GW302"),
    ),
    Rule(
        "GW709",
        "error",
        "projection-of-text",
        "projection.sha256 begins {found}; that of the text {expected}",
        "projection.sha256 以 {found} 开头，文本的以 {expected} 开头",
        '"projection": {"sha256": …} as sha256sum says of the text in UTF-8',
        '"projection": {"sha256": …} of another text',
        check=projection_of_text,
        needs=_WHOLE,
    ),
    Rule(
        "GW710",
        "error",
        "projection-needed",
        "{field} is given without projection; only a file that is no plain text has it",
        "给出了 {field} 而没有 projection；只有非纯文本文件才有此项",
        '"pages": [[0, 1]], "projection": {"reader": "docx", …}',
        '"pages": [[0, 1]], "projection": null',
        check=plain_text_has_no_more,
    ),
    Rule(
        "GW711",
        "error",
        "pages-in-order",
        "pages or pages_basis is not in order: {found}",
        "pages 或 pages_basis 次序有误：{found}",
        '"pages": [[0, 1], [812, 2]], "pages_basis": "fixed"',
        '"pages": [[812, 2], [0, 1]], "pages_basis": "fixed"',
        check=pages_in_order,
        needs=("GW710",),
    ),
    Rule(
        "GW712",
        "error",
        "generated-in-order",
        "the entry of generated at {start} to {end} is out of order, empty or beyond the text",
        "generated 中 {start} 至 {end} 的条目次序有误、为空或超出全文",
        '"generated": [[0, 2, "numbering"], [9, 10, "separator"]]',
        '"generated": [[9, 10, "separator"], [0, 2, "numbering"]]',
        check=generated_in_order,
        needs=("GW710",),
    ),
    Rule(
        "GW713",
        "error",
        "projection-without-bytes",
        "{field} is given beside projection; a projected text has no bytes of its own",
        "与 projection 同时给出了 {field}；投影文本没有自己的字节",
        '"projection": {"reader": "docx", …}, "bom": false, "undecodable": []',
        '"projection": {"reader": "docx", …}, "bom": true',
        check=projected_text_is_no_file,
    ),
)
