"""From a document to its findings: read, schema layer, rules layer; then the places, which only findings need."""

from __future__ import annotations

import codecs
from collections.abc import Collection
from itertools import islice
from pathlib import Path

from converter.collector import collector_paused
from converter.validation import intake
from converter.validation.finding import Document, Finding, Raised, Row, Verdict
from converter.validation.intake import Refusal
from converter.validation.selection import Selection

#: Enough to see what is wrong; 10,000 faults of one kind help nobody.
MAX_FINDINGS = 1000

NEITHER = Row(
    "GW004",
    "error",
    "neither-json-nor-xml",
    "the document begins with {found}; a JSON object or an XML element was expected",
    "文件以 {found} 开头，应为 JSON 对象或 XML 元素",
    '{"schema_version": …; <report …',
    "政府工作报告 … : the text of a report that was not converted",
)
ROWS = (NEITHER,)

_BLANKS = b" \t\r\n"
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def validate(
    data: bytes | str | Path,
    *,
    source: bytes | None = None,
    name: str | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    max_findings: int | None = MAX_FINDINGS,
) -> list[Finding]:
    """The findings of one document, in the order of the file; an empty list means that it is a sound report.

    ``data`` is the document, JSON or XML, as bytes or text, or the path of its file. With ``source``, the bytes of the
    file that the report was made from, its hash and every text of the tree are checked against them. ``name`` is what
    the findings call the file. ``select`` keeps only findings whose code is, or begins with, one of its entries,
    ``ignore`` leaves such out; errors of reading and of the schema are always told. At most ``max_findings`` findings
    are given (``None``: all). What is wrong with the document is a finding, never an exception.
    """
    return judge(data, source=source, name=name, select=select, ignore=ignore, max_findings=max_findings).findings


def judge(
    data: bytes | str | Path,
    *,
    source: bytes | None = None,
    name: str | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    max_findings: int | None = MAX_FINDINGS,
) -> Verdict:
    """As :func:`validate`, with the name of the file and whether the findings are all that there are."""
    with collector_paused():
        return _judged(data, source, name, Selection(select, ignore), max_findings)


def _judged(
    data: bytes | str | Path, source: bytes | None, name: str | None, selection: Selection, max_findings: int | None
) -> Verdict:
    file = name if name is not None else (str(data) if isinstance(data, Path) else "-")
    findings: list[Finding] = []
    raised: list[Raised] = []
    document: Document | None = None
    enough = None if max_findings is None else max_findings + 1
    try:
        document = read(_bytes(data))
        for fault in islice(filter(lambda fault: selection.takes(fault.row), document.raised(source)), enough):
            raised.append(fault)
    except Refusal as refusal:
        row = refusal.row
        findings.append(row.finding(refusal.values, file=file, position=refusal.position, path=refusal.path))
    if raised and document is not None:
        for fault, (path, position) in zip(raised, document.places(raised[:max_findings]), strict=False):
            findings.append(fault.row.finding(fault.values, file=file, position=position, path=path, span=fault.span))
    complete = max_findings is None or len(raised) <= max_findings
    findings.sort(key=lambda finding: (finding.line or 0, finding.column or 0, finding.code))
    return Verdict(file, findings[:max_findings], complete)


def read(data: bytes) -> Document:
    """The document that ``data`` holds, JSON or XML by its first character; raises :class:`Refusal`."""
    if len(data) > intake.MAX_BYTES:
        raise intake.too_many_bytes(len(data))
    opening = _opening(data)
    if opening in ("{", "["):
        from converter.validation.json_document import JsonDocument

        return JsonDocument(data)
    if opening == "<":
        from converter.validation.xml_document import XmlDocument

        return XmlDocument(data)
    if not opening:
        raise Refusal(intake.EMPTY, {})
    raise Refusal(NEITHER, {"found": opening})


def _bytes(data: bytes | str | Path) -> bytes:
    if isinstance(data, Path):
        return intake.read_file(data)
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data


def _opening(data: bytes) -> str:
    """The first character that is no blank; the encoding is looked at only as far as that needs."""
    codec = _UTF16.get(data[:2])
    if codec is not None:
        return data[2:2048].decode(codec, "replace").lstrip()[:1]
    data = data.removeprefix(codecs.BOM_UTF8)
    start = len(data) - len(data.lstrip(_BLANKS))
    return data[start : start + 4].decode("utf-8", "replace")[:1]
