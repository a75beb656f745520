"""The formats a report can be written in. A new one is a module in this folder and a row in :data:`EXPORTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from converter.model import Report
from converter.model.errors import FormatError

Writer = Callable[[Report], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Export:
    """One format: its name on the command line, the suffixes that ask for it, where its writer is, what it is.

    The first suffix names new files. Two rows may share a name (the syntaxes of one standard); the suffix decides
    between them, and the first is taken where none is given.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    home: str
    meaning: str

    @property
    def write(self) -> Writer:
        """The writer: a report in, the pieces of a file out. Its module is imported here."""
        module, _, function = self.home.partition(":")
        writer: Writer = getattr(import_module(module), function)
        return writer


EXPORTS: tuple[Export, ...] = (
    Export(
        "json", (".json",), "application/json", "converter.formats.json_format:json_pieces", "The report, all of it."
    ),
    Export("xml", (".xml",), "application/xml", "converter.formats.xml_writer:xml_pieces", "The report, all of it."),
    Export(
        "markdown",
        (".md", ".markdown"),
        "text/markdown; charset=utf-8",
        "converter.exports.markdown:markdown_pieces",
        "Headings by level, tables, an anchor for each id.",
    ),
    Export(
        "html",
        (".html", ".htm"),
        "text/html; charset=utf-8",
        "converter.exports.html:html_pieces",
        "The report as a page to read.",
    ),
    Export(
        "docx",
        (".docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "converter.exports.docx:docx_pieces",
        "For Word and WPS, set as GB/T 9704 asks.",
    ),
    Export(
        "akn",
        (".akn", ".akn.xml"),
        "application/akn+xml",
        "converter.exports.akoma_ntoso:akn_pieces",
        "Akoma Ntoso 3.0 (OASIS LegalDocML).",
    ),
    Export(
        "tei",
        (".tei", ".tei.xml"),
        "application/tei+xml",
        "converter.exports.tei:tei_pieces",
        "TEI P5 (Text Encoding Initiative).",
    ),
    Export(
        "da46",
        (".da46.csv",),
        "text/csv; charset=utf-8",
        "converter.exports.da46_csv:csv_pieces",
        "Metadata by DA/T 46, for an archive; a table.",
    ),
    Export(
        "da46",
        (".da46.xml",),
        "application/xml",
        "converter.exports.da46_xml:xml_pieces",
        "Metadata by DA/T 46, for an archive; XML.",
    ),
)

#: The names for ``--to``, each once, in the order of the table.
NAMES: tuple[str, ...] = tuple(dict.fromkeys(row.name for row in EXPORTS))


def exports_named(name: str) -> list[Export]:
    """The rows of :data:`EXPORTS` with this name."""
    return [row for row in EXPORTS if row.name == name]


def export_for(name: str | None, file: str | None) -> Export:
    """The format that ``name`` (``--to``) and the name of a ``file`` to write, either of them absent, agree on.

    Without both it is JSON. Raises :class:`FormatError` for a name or a suffix that is no format's.
    """
    rows = list(EXPORTS) if name is None else exports_named(name)
    if not rows:
        raise FormatError(f"{name!r} is no format; there are {', '.join(NAMES)}")
    if file is None:
        return rows[0]
    suffixed = [row for row in rows if _matching(row, file)]
    if suffixed:
        return max(suffixed, key=lambda row: max(map(len, _matching(row, file))))
    suffix = PurePath(file).suffix.lower()
    if name is None and suffix:
        known = ", ".join(row.suffixes[0] for row in EXPORTS)
        raise FormatError(f"{file}: {suffix} names no format; there are {known}, or state the format with --to")
    # `--to da46 -o facts.xml`: between the syntaxes of one name, the last suffix decides.
    return next((row for row in rows if suffix and row.suffixes[0].endswith(suffix)), rows[0])


def export(report: Report, name: str) -> bytes:
    """``report`` in the format ``name`` (see :data:`EXPORTS`), the same bytes for equal reports.

    Raises :class:`FormatError` when there is no such format.
    """
    return b"".join(export_for(name, None).write(report))


def _matching(row: Export, file: str) -> list[str]:
    return [suffix for suffix in row.suffixes if file.lower().endswith(suffix)]
