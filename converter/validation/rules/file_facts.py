"""Facts of files that are no plain text: projection, pages, cells, embedded bytes; days; what became of corrections."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from converter.model import Target
from converter.validation.rules.view import Fault, Rule, View


def projected_text(view: View) -> Iterator[Fault]:
    """The text that leaves and layout make up is the one that the reader gave."""
    projection = view.report.source.projection
    if projection is None or view.public:
        return
    expected = hashlib.sha256(view.text.encode("utf-8", "surrogatepass")).hexdigest()
    if projection.sha256 != expected:
        yield Fault(projection, ("sha256",), {"found": projection.sha256[:12], "expected": expected[:12]})


def facts_of_files(view: View) -> Iterator[Fault]:
    """Only a file that is no plain text has pages and the like, and only a plain text has bytes that are odd."""
    source = view.report.source
    of_files = ("generated", "omitted", "pages")
    of_texts = ("undecodable", "variants", "bom")
    projected = source.projection is not None
    for name in of_texts if projected else of_files:
        if getattr(source, name):
            yield Fault(
                source, (name,), {"field": name, "kind": "a file of another kind" if projected else "plain text"}
            )


def generated_in_order(view: View) -> Iterator[Fault]:
    """What was generated stands in the text, in order and apart."""
    reached = 0
    for index, (start, end, _) in enumerate(view.report.source.generated):
        if not reached <= start < end <= view.characters:
            values = {"start": start, "end": end, "reached": reached, "characters": view.characters}
            yield Fault(view.report.source, ("generated", index), values)
        reached = max(reached, end)


def pages_in_order(view: View) -> Iterator[Fault]:
    """Pages begin in the text, one after the other, and say on what their places rest."""
    source = view.report.source
    for index, ((offset, page), (next_offset, next_page)) in enumerate(pairwise(source.pages), 1):
        if next_offset < offset or next_page <= page:
            yield Fault(source, ("pages", index), {"page": next_page, "offset": next_offset, "before": page})
    for index, (offset, page) in enumerate(source.pages):
        if offset > view.characters:
            yield Fault(source, ("pages", index), {"page": page, "offset": offset, "before": view.characters})
            return
    if bool(source.pages) is not (source.pages_basis is not None):
        yield Fault(source, ("pages_basis",), {"page": "of no kind", "offset": 0, "before": len(source.pages)})


def embedded_original(view: View) -> Iterator[Fault]:
    """The embedded bytes are those of the source: as many, and with its SHA-256."""
    source = view.report.source
    if source.original is None:
        return
    try:
        data = b64decode(source.original, validate=True)
    except ValueError:
        yield Fault(source, ("original",), {"found": "no Base64", "expected": f"{source.size} bytes"})
        return
    if len(data) != source.size:
        yield Fault(source, ("original",), {"found": f"{len(data)} bytes", "expected": f"{source.size} bytes"})
    elif (found := hashlib.sha256(data).hexdigest()) != source.sha256:
        values = {"found": f"bytes with the SHA-256 {found[:12]}", "expected": source.sha256[:12]}
        yield Fault(source, ("original",), values)


def cells_in_order(view: View) -> Iterator[Fault]:
    """The cells of a table stand inside it, in order and apart; an empty one has an empty span."""
    for _, paragraph in view.paragraphs:
        reached, last = paragraph.span
        for number, row in enumerate(paragraph.cells or ()):
            for place, (start, end) in enumerate(row):
                if not reached <= start <= end <= last:
                    values = {"id": paragraph.id, "start": start, "end": end, "reached": reached, "last": last}
                    yield Fault(paragraph, ("cells", number, place), values, paragraph.span)
                reached = max(reached, end)


def days_of_periods(view: View) -> Iterator[Fault]:
    """The days of a period are days, both or none, the first not after the last."""
    for target in view.report.targets:
        first, last = target.period_start, target.period_end
        if (first is None) is not (last is None):
            name = "period_start" if first is None else "period_end"
            yield _of_target(target, name, first, last)
            continue
        for name, day in (("period_start", first), ("period_end", last)):
            if day is not None and not _is_day(day):
                yield _of_target(target, name, first, last)
                break
        else:
            if first is not None and last is not None and first > last:
                yield _of_target(target, "period_end", first, last)


def reasons_of_corrections(view: View) -> Iterator[Fault]:
    """A correction has a reason if, and only if, it was not applied."""
    for number, correction in enumerate(view.report.corrections, 1):
        if (correction.status == "applied") is not (correction.reason is None):
            values = {"number": number, "status": correction.status, "found": correction.reason or "null"}
            yield Fault(correction, ("reason",), values, correction.span)


def _of_target(target: Target, name: str, first: str | None, last: str | None) -> Fault:
    values = {"id": target.id, "first": first or "null", "last": last or "null"}
    return Fault(target, (name,), values, target.span)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


_WHOLE = ("GW301", "GW302", "GW303", "GW304", "GW305", "GW310", "GW311", "GW312")

RULES = (
    Rule(
        "GW901",
        "error",
        "facts-of-files",
        "{field} is not empty, and the source is {kind}, which has none",
        "{field} 不为空，但此类来源（{kind}）不应有该项",
        '{"projection": null, "pages": []}',
        '{"projection": null, "pages": [[0, 1]]}',
        check=facts_of_files,
    ),
    Rule(
        "GW902",
        "error",
        "projection-sha256",
        "the SHA-256 of the projected text begins {found}; that of the text in the report {expected}",
        "投影文本的 sha256 以 {found} 开头，报告所载文本的以 {expected} 开头",
        '"projection": {"sha256": …} is that of leaves and layout together, in UTF-8',
        "a paragraph in which one character was changed",
        check=projected_text,
        needs=_WHOLE,
    ),
    Rule(
        "GW903",
        "error",
        "generated-in-order",
        "the generated stretch from {start} to {end} is not one after {reached} in a text of {characters} characters",
        "生成的片段 {start}—{end} 应位于 {reached} 之后，且不超出全文 {characters} 个字符",
        '[[12, 15, "numbering"], [40, 43, "numbering"]]',
        '[[40, 43, "numbering"], [12, 15, "numbering"]]',
        check=generated_in_order,
    ),
    Rule(
        "GW904",
        "error",
        "pages-in-order",
        "the page {page} at {offset} does not follow {before}, or the pages say nothing of their basis",
        "位于 {offset} 的第 {page} 页与 {before} 次序不符，或未注明页码依据",
        '{"pages": [[0, 1], [980, 2]], "pages_basis": "fixed"}',
        '{"pages": [[980, 1], [0, 2]], "pages_basis": "fixed"}',
        check=pages_in_order,
    ),
    Rule(
        "GW905",
        "error",
        "original-is-the-source",
        "original holds {found}; of the source {expected} was expected",
        "original 为 {found}，与来源（{expected}）不符",
        '"original" in Base64 gives the bytes with the SHA-256 that "sha256" names',
        '"original" gives the bytes of another file',
        check=embedded_original,
    ),
    Rule(
        "GW906",
        "error",
        "cells-in-order",
        "the cell from {start} to {end} of {id} does not stand after {reached} and before {last}",
        "{id} 的单元格 {start}—{end} 不在 {reached} 与 {last} 之间",
        'paragraph [40, 52], "cells": [[[40, 42], [43, 52]]]',
        'paragraph [40, 52], "cells": [[[43, 52], [40, 42]]]',
        check=cells_in_order,
        needs=("GW301", "GW302"),
    ),
    Rule(
        "GW907",
        "error",
        "days-of-period",
        "the period of the target {id} runs from {first} to {last}",
        "目标 {id} 的期限起止日有误：{first} 至 {last}",
        '{"period_start": "2024-01-01", "period_end": "2024-12-31"}',
        '{"period_start": "2024-12-31", "period_end": "2024-01-01"}; only one of the two',
        check=days_of_periods,
    ),
    Rule(
        "GW908",
        "error",
        "reason-of-correction",
        "the correction {number} is {status} and its reason {found}; what was not applied, and only that, has a reason",
        "第 {number} 条更正状态为 {status}，理由为 {found}；未被采纳且仅未被采纳者应有理由",
        '{"status": "stale", "reason": "the text there is another"}',
        '{"status": "stale", "reason": null}',
        check=reasons_of_corrections,
    ),
)
