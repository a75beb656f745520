"""What the document says about itself, the diagnostics, and the facts about the source that need no source to check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from converter.source import RestoreError, restore
from converter.source.encodings import find
from converter.source.newlines import fits, newline_of, written_as
from converter.validation.rules.view import Fault, Rule, View


def real_dates(view: View) -> Iterator[Fault]:
    """A date is a day of the calendar."""
    meta = view.report.meta
    for name in ("date", "issued"):
        written = getattr(meta, name)
        if written is not None and len(written) == 10 and not _is_day(written):
            yield Fault(meta, (name,), {"field": name, "found": written})


def years_in_order(view: View) -> Iterator[Fault]:
    """The year looked back on does not come after the year planned."""
    meta = view.report.meta
    if meta.review_year is not None and meta.target_year is not None and meta.review_year > meta.target_year:
        yield Fault(meta, ("review_year",), {"review": meta.review_year, "target": meta.target_year})


def diagnostic_sections(view: View) -> Iterator[Fault]:
    """The section of a diagnostic is one of the report's."""
    for diagnostic in view.report.diagnostics:
        if diagnostic.section is not None and diagnostic.section not in view.sections_by_id:
            values = {"code": diagnostic.code, "found": diagnostic.section}
            yield Fault(diagnostic, ("section",), values, diagnostic.span)


def known_encoding(view: View) -> Iterator[Fault]:
    """The encoding is one that can be written back byte for byte."""
    source = view.report.source
    if find(source.encoding) is None:
        yield Fault(source, ("encoding",), {"found": source.encoding})


def byte_runs_in_order(view: View) -> Iterator[Fault]:
    """Bytes that did not decode, and unusual spellings, stand at rising places inside the text."""
    source = view.report.source
    for name in ("undecodable", "variants"):
        reached = -1
        for index, (offset, _) in enumerate(getattr(source, name)):
            if offset <= reached or offset >= view.characters:
                yield Fault(source, (name, index), {"field": name, "offset": offset})
            reached = max(reached, offset)


def undecodable_characters(view: View) -> Iterator[Fault]:
    """Where bytes did not decode, U+FFFD stands in the text."""
    source = view.report.source
    if view.public or not source.undecodable:
        return
    text = view.text
    for index, (offset, _) in enumerate(source.undecodable):
        if text[offset] != "\ufffd":
            yield Fault(source, ("undecodable", index), {"offset": offset, "found": text[offset]}, (offset, offset + 1))


def newlines(view: View) -> Iterator[Fault]:
    """``newline`` is how the lines of the text end."""
    source = view.report.source
    if view.public:
        return
    if not fits(view.text, source.newline):
        expected = newline_of(view.text)
        yield Fault(source, ("newline",), {"found": source.newline or "null", "expected": expected or "null"})


def restorable(view: View) -> Iterator[Fault]:
    """The report gives back the bytes whose size and SHA-256 it names. With the source at hand, GW8xx say more."""
    source = view.report.source
    if view.public or view.source is not None or _gives_back_the_source(view):
        return
    if source.projection is not None:
        return  # the bytes are embedded, or not in the report
    try:
        restore(view.report)
    except RestoreError as error:
        yield Fault(source, ("sha256",), {"reason": error})


def _gives_back_the_source(view: View) -> bool:
    """The short way of ``restore``, for the text is at hand; what it cannot do is left to ``restore``."""
    source = view.report.source
    encoding = find(source.encoding)
    if encoding is None or source.projection is not None or source.undecodable or source.variants:
        return False
    try:
        text = view.text.replace("\n", written_as(source.newline))
        data = (encoding.bom if source.bom else b"") + text.encode(encoding.codec)
    except UnicodeEncodeError:
        return False
    return len(data) == source.size and hashlib.sha256(data).hexdigest() == source.sha256


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


_WHOLE = ("GW301", "GW302", "GW303", "GW304", "GW305", "GW310", "GW311", "GW312")

RULES = (
    Rule(
        "GW701",
        "error",
        "date-exists",
        "{field} is {found}, which is no day of the calendar",
        "{field} 为 {found}，日历上没有这一天",
        '{"date": "2024-02-29"}',
        '{"date": "2023-02-29"}',
        check=real_dates,
    ),
    Rule(
        "GW702",
        "warning",
        "years-in-order",
        "the year looked back on, {review}, comes after the year planned, {target}",
        "回顾年份 {review} 晚于计划年份 {target}",
        '{"review_year": 2023, "target_year": 2024}',
        '{"review_year": 2024, "target_year": 2023}',
        check=years_in_order,
    ),
    Rule(
        "GW703",
        "error",
        "diagnostic-section-exists",
        "the diagnostic {code} names the section {found}, which does not exist",
        "诊断 {code} 指向不存在的章节 {found}",
        '{"code": "numbering_gap", "section": "s2"}',
        '{"code": "numbering_gap", "section": "s99"}',
        check=diagnostic_sections,
    ),
    Rule(
        "GW704",
        "error",
        "encoding-known",
        "the encoding {found} is none that could be written back; utf-8 and gb18030 are such",
        "无法还原编码 {found}；可用 utf-8、gb18030 等",
        '{"encoding": "gb18030"}',
        '{"encoding": "utf-7"}',
        check=known_encoding,
    ),
    Rule(
        "GW705",
        "error",
        "byte-runs-in-order",
        "the entry of {field} at {offset} is out of order or beyond the text",
        "{field} 中位于 {offset} 的条目次序有误或超出全文",
        '"undecodable": [[12, "ff"], [40, "80"]]',
        '"undecodable": [[40, "80"], [12, "ff"]]',
        check=byte_runs_in_order,
    ),
    Rule(
        "GW706",
        "error",
        "undecodable-is-replaced",
        "the bytes at {offset} did not decode, and {found} stands there instead of U+FFFD",
        "位于 {offset} 的字节无法解码，该处却为“{found}”而非 U+FFFD",
        'U+FFFD at 12, "undecodable": [[12, "ff"]]',
        '县 at 12, "undecodable": [[12, "ff"]]',
        check=undecodable_characters,
        needs=(*_WHOLE, "GW705"),
    ),
    Rule(
        "GW707",
        "error",
        "newline-of-text",
        "newline is {found}; the lines of the text end in {expected}",
        "newline 为 {found}，而文中换行为 {expected}",
        '"newline": "crlf" of a text with lines',
        '"newline": null of a text with lines',
        check=newlines,
        needs=_WHOLE,
    ),
    Rule(
        "GW708",
        "error",
        "source-restorable",
        "the source cannot be restored: {reason}",
        "无法还原原文：{reason}",
        'the texts and the layout give bytes with the SHA-256 that "sha256" names',
        "a paragraph in which one character was changed",
        check=restorable,
        needs=(*_WHOLE, "GW704", "GW705", "GW706"),
    ),
)
