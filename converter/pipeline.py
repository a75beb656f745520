"""The way of the data, room by room: bytes → text and facts → blocks → tree → meta and targets → Report."""

from __future__ import annotations

from converter import layout, meta, outline, source, targets
from converter.collector import collector_paused
from converter.model import Edition, Generator, Report
from converter.model.access import settle_access
from converter.version import SCHEMA_VERSION, __version__


def parse(data: bytes | str, *, name: str | None = None, encoding: str | None = None) -> Report:
    """Read a report.

    ``data`` is the file as bytes, in plain text or a format of ``converter.readers``, or its text; ``name`` is kept as
    ``source.name``; ``encoding`` overrules the detection.
    Raises :class:`converter.SourceError` when the bytes cannot be read.
    """
    if not isinstance(data, bytes | str):
        raise TypeError(f"parse() takes the bytes or the text of a report, not {type(data).__name__}")
    with collector_paused():
        report = _read(_decoded(data, name, encoding))
        settle_access(report)
        report.targets = targets.read_targets(report)
        return report


def _decoded(data: bytes | str, name: str | None, encoding: str | None) -> source.SourceText:
    if isinstance(data, str):
        return source.decode_text(data.encode("utf-8", "surrogatepass"), name, "utf-8")
    return source.decode(data, name, encoding)


def _read(decoded: source.SourceText) -> Report:
    """The report without its targets. The blocks are freed here, and what each room worked with before."""
    tree = outline.build(decoded.text, layout.read(decoded.text, decoded.projected))
    found = source.noticed(decoded) + tree.diagnostics + meta.noticed(tree)
    return Report(
        schema_version=SCHEMA_VERSION,
        meta=meta.read_meta(tree),
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
