"""The report beside its original file: the same bytes, and every text of the tree is what stands there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from converter.source.encodings import find
from converter.validation.rules.spans import name_of, text_of
from converter.validation.rules.view import Fault, Rule, View


def source_size(view: View) -> Iterator[Fault]:
    """``size`` is the number of bytes of the file."""
    if view.source is not None and len(view.source) != view.report.source.size:
        yield Fault(view.report.source, ("size",), {"found": view.report.source.size, "expected": len(view.source)})


def source_hash(view: View) -> Iterator[Fault]:
    """``sha256`` is that of the file."""
    if view.source is None:
        return
    expected = hashlib.sha256(view.source).hexdigest()
    if view.report.source.sha256 != expected:
        yield Fault(
            view.report.source, ("sha256",), {"found": view.report.source.sha256[:12], "expected": expected[:12]}
        )


def source_mark(view: View) -> Iterator[Fault]:
    """``bom`` says whether the file begins with the byte order mark of its encoding."""
    encoding = find(view.report.source.encoding)
    if view.source is None or encoding is None or view.report.source.projection is not None:
        return
    expected = bool(encoding.bom) and view.source.startswith(encoding.bom)
    if view.report.source.bom != expected:
        values = {"found": str(view.report.source.bom).lower(), "expected": str(expected).lower()}
        yield Fault(view.report.source, ("bom",), values)


def source_encoding(view: View) -> Iterator[Fault]:
    """The file is a text in ``encoding``, and has as many characters as ``characters`` says."""
    if view.source is None:
        return
    original, source = view.original, view.report.source
    if original is None or len(original) != source.characters:
        found = "no text" if original is None else f"{len(original)} characters"
        values = {"encoding": source.encoding, "found": found, "expected": source.characters}
        yield Fault(source, ("encoding",), values)


def original_texts(view: View) -> Iterator[Fault]:
    """Every text is what the file has at its span, less the layout inside."""
    original = view.original
    if view.source is None or original is None:
        return
    for leaf, pieces in view.segments():
        found = "".join([original[start:end] for start, end in pieces])
        if found != leaf.text:
            owner, way = text_of(leaf)
            at = next(
                (n for n, (a, b) in enumerate(zip(found, leaf.text, strict=False)) if a != b),
                min(len(found), len(leaf.text)),
            )
            values = {"kind": leaf.kind, "id": name_of(leaf), "at": at, "found": leaf.text[at : at + 8]}
            yield Fault(owner, way, values | {"expected": found[at : at + 8]}, leaf.span)


def original_layout(view: View) -> Iterator[Fault]:
    """Every piece of layout is what the file has there."""
    original = view.original
    if view.source is None or original is None:
        return
    for index, (offset, text) in enumerate(view.layout):
        found = original[offset : offset + len(text)]
        if found != text:
            values = {"offset": offset, "found": text[:20], "expected": found[:20]}
            yield Fault(view.report.source, ("layout", index), values, (offset, offset + len(text)))


_SAME_FILE = ("GW801", "GW802", "GW803", "GW804")
_SOUND = ("GW301", "GW302", "GW303", "GW304", "GW305", "GW310")

RULES = (
    Rule(
        "GW801",
        "error",
        "source-sha256",
        "sha256 begins {found}; that of the source {expected}: the report was made from another file",
        "sha256 以 {found} 开头，原文件的以 {expected} 开头：报告并非由此文件生成",
        '"sha256" is what sha256sum says of the file',
        '"sha256" is that of another file',
        check=source_hash,
    ),
    Rule(
        "GW802",
        "error",
        "source-size",
        "size is {found}; the source has {expected} bytes",
        "size 为 {found}，原文件为 {expected} 字节",
        '{"size": 40213} for a file of 40213 bytes',
        '{"size": 40214} for a file of 40213 bytes',
        check=source_size,
        needs=("GW801",),
    ),
    Rule(
        "GW803",
        "error",
        "source-bom",
        "bom is {found}, and of the source {expected}",
        "bom 为 {found}，原文件实为 {expected}",
        '{"bom": true} for a file that begins EF BB BF',
        '{"bom": false} for a file that begins EF BB BF',
        check=source_mark,
        needs=("GW801", "GW802", "GW704"),
    ),
    Rule(
        "GW804",
        "error",
        "source-encoding",
        "read as {encoding} the source gives {found}; the report says {expected} characters",
        "原文件按 {encoding} 读取得 {found}，报告称 {expected} 个字符",
        '{"encoding": "gb18030", "characters": 18000} for such a file',
        '{"encoding": "utf-8", "characters": 18000} for a file in GB18030',
        check=source_encoding,
        needs=("GW801", "GW802", "GW803", "GW704"),
    ),
    Rule(
        "GW805",
        "error",
        "source-text",
        "the {kind} of {id} differs from the source at its character {at}: {found} instead of {expected}",
        "{id} 的 {kind} 自第 {at} 个字符起与原文不符：“{found}”应为“{expected}”",
        '"各位代表：" where the file says 各位代表：',
        '"各位委员：" where the file says 各位代表：',
        check=original_texts,
        needs=(*_SAME_FILE, *_SOUND, "GW311"),
    ),
    Rule(
        "GW806",
        "error",
        "source-layout",
        "the layout at {offset} is {found}; the source has {expected} there",
        "位于 {offset} 的版式为“{found}”，原文为“{expected}”",
        '[40, "－3－"] where the file has －3－',
        '[40, "－4－"] where the file has －3－',
        check=original_layout,
        needs=(*_SAME_FILE, *_SOUND),
    ),
)
