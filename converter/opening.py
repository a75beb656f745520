"""Reports from files of any kind: raw text, documents, JSON or XML."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from converter.formats import FormatError
from converter.limits import MAX_REPORT_BYTES
from converter.model import Report
from converter.model.corrections import CorrectionSet

_XML_STARTS = (b"<?xml", b"<report", b"\xef\xbb\xbf<?xml", b"\xff\xfe<\x00?\x00", b"\xfe\xff\x00<\x00?")

#: What may stand before a document, byte order marks included, and what a document begins with.
_BLANKS = b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"
_OPENINGS = (b"<", b"{", b"[")
#: Where a report says what it is, and how its XML does; zero bytes of UTF-16 left out.
_HEAD = 4096
_NAMESPACE = b"urn:gongwen:report:"


def read(path: str | PathLike[str], *, encoding: str | None = None) -> Report:
    """The report in the file at ``path``: read back from JSON or XML, or made of a text or document.

    ``encoding`` overrules the detection for a plain text. Raises ``OSError`` when the file cannot be read, and
    :class:`converter.GongwenError` when it is nothing that a report can be made of.
    """
    file = Path(path)
    return open_report(file.read_bytes(), file.name, encoding)


def open_report(
    data: bytes,
    name: str | None,
    encoding: str | None = None,
    corrections: CorrectionSet | None = None,
    *,
    repair_encoding: bool = False,
) -> Report:
    """The report that ``data`` is, or that is made of it when it is raw text; with ``corrections`` it is made anew.

    The first bytes decide; what is named .json or .xml is taken for a report in any case. Raises ``ValueError`` with a
    sentence.
    """
    from converter.pipeline import parse

    if not is_report(data, name):
        return parse(data, name=name, encoding=encoding, corrections=corrections, repair_encoding=repair_encoding)
    report = read_report(data)
    if corrections is None:
        return report
    from converter.source import restore

    plain = report.source.projection is None
    return parse(
        restore(report),
        name=report.source.name,
        encoding=report.source.encoding if plain else None,
        corrections=corrections,
        repair_encoding=report.source.repair is not None,
    )


def is_report(data: bytes, name: str | None) -> bool:
    """Whether ``data`` is to be read as a report in JSON or XML rather than as a text."""
    if (name or "").lower().endswith((".json", ".xml")):
        return True
    head = data[:_HEAD].replace(b"\0", b"").lstrip(_BLANKS)
    if head.startswith(b"<"):
        return _NAMESPACE in head
    return head.startswith(b"{") and b'"schema_version"' in head


def read_report(data: bytes) -> Report:
    """Read a report from JSON or XML. Raises ``FormatError``."""
    if len(data) > MAX_REPORT_BYTES:
        raise FormatError(f"the report has more than {MAX_REPORT_BYTES} bytes, the most that is read; split its source")
    opening = data.lstrip(_BLANKS)[:1]
    if not opening:
        raise FormatError("the file is empty; a report in JSON or XML is needed")
    if opening not in _OPENINGS:
        raise FormatError("this is neither JSON nor XML; a report as gongwen convert writes it is needed")
    if _is_xml(data):
        from converter.formats.xml_reader import from_xml

        return from_xml(data)
    from converter.formats.json_format import from_json

    return from_json(data)


def _is_xml(data: bytes) -> bool:
    return data.startswith(_XML_STARTS) or data.lstrip()[:1] == b"<"
