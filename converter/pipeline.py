"""The way of the data, room by room: bytes → text and facts → blocks → tree → meta and targets → Report."""

from __future__ import annotations

from pathlib import Path

from converter import layout, meta, outline, source, targets
from converter.collector import collector_paused
from converter.model import Edition, Generator, Report
from converter.model.access import settle_access
from converter.model.corrections import NOTHING, Certain, CorrectionSet, settle
from converter.version import SCHEMA_VERSION, __version__

#: No system takes longer paths.
_LONGEST_PATH = 4096


def parse(
    data: bytes | str,
    *,
    name: str | None = None,
    encoding: str | None = None,
    corrections: CorrectionSet | None = None,
    repair_encoding: bool = False,
) -> Report:
    """Read a report.

    ``data`` is the file as bytes, in plain text or a format of ``converter.readers``, or its text; ``name`` is kept as
    ``source.name``; ``encoding`` overrules the detection; with ``repair_encoding`` a text that had been decoded wrongly
    before is undone where that is possible.
    ``corrections`` are taken as certain; ``report.corrections`` says of each whether it was applied, and if not, why.
    Raises :class:`converter.SourceError` when the bytes cannot be read, and ``TypeError`` for anything else; the path
    of a file is for :func:`converter.read`.
    """
    if not isinstance(data, bytes | str):
        raise TypeError(f"parse() takes the bytes or the text of a report, not {type(data).__name__}")
    if isinstance(data, str) and len(data) < _LONGEST_PATH and "\n" not in data and _is_file(data):
        raise TypeError(f"parse() takes the text of a report, and {data!r} is the path of a file; read() takes paths")
    with collector_paused():
        report, certain = _read(_decoded(data, name, encoding, repair_encoding), corrections)
        settle_access(report)
        report.targets, report.results = targets.read(report)
        if report.corrections:
            _correct(report, certain)
        report.diagnostics += targets.noticed(report)
        report.diagnostics.sort(key=lambda d: (d.span or (0, 0), d.code))
        return report


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _decoded(data: bytes | str, name: str | None, encoding: str | None, repair: bool) -> source.SourceText:
    if isinstance(data, str):
        return source.decode_text(data.encode("utf-8", "surrogatepass"), name, "utf-8", repair_encoding=repair)
    return source.decode(data, name, encoding, repair_encoding=repair)


def _read(decoded: source.SourceText, given: CorrectionSet | None) -> tuple[Report, Certain]:
    """The report without its targets. The blocks are freed here, and what each room worked with before."""
    listed, certain = settle(given, decoded.sha256, len(decoded.text)) if given else ([], NOTHING)
    tree = outline.build(decoded.text, layout.read(decoded.text, decoded.projected, certain), certain)
    found = source.noticed(decoded) + tree.diagnostics + meta.noticed(tree)
    report = Report(
        schema_version=SCHEMA_VERSION,
        meta=meta.corrected(meta.read_meta(tree), certain.meta),
        front=tree.front,
        preamble=tree.preamble,
        sections=tree.sections,
        closing=tree.closing,
        back=tree.back,
        targets=[],
        paid_spans=tree.paid_spans,
        diagnostics=sorted(found, key=lambda d: (d.span or (0, 0), d.code)),
        source=decoded.published(tree.layout),
        edition=Edition(),
        generator=Generator("gongwen", __version__),
    )
    report.corrections = listed
    return report, certain


def _correct(report: Report, certain: Certain) -> None:
    """Put the targets of ``report`` right, and say of each correction what became of it."""
    from converter.outcomes import judge
    from converter.targets.corrections import corrected

    if certain.targets or certain.no_targets:
        report.targets = corrected(report, certain)
    judge(report)
