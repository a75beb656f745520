"""The report as a page to read and to print: headings, paragraphs, tables, targets, an anchor for each id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from converter.exports.reading_order import Closed, Opened, Reader, events, marker_of, title_of
from converter.model import Access, Report, Result, Target
from converter.model.walk import sections
from converter.templates import environment

#: The deepest heading of HTML.
_DEEPEST = 6


@dataclass(slots=True)
class Block:
    """A step of the page: a section that opens or closes, a paragraph, a table."""

    kind: str
    id: str
    text: str = ""
    marker: str = ""
    stop: str = ""
    level: int = 2
    run_in: bool = False
    role: str | None = None
    access: Access = "free"
    rows: list[list[str]] | None = None


def html_pieces(report: Report) -> Iterable[bytes]:
    """The report as one HTML page without scripts, which asks for nothing from anywhere."""
    names = {section.id: marker_of(section) + (section.heading or "") for section in sections(report)}
    page = environment().get_template("report.html.j2")
    context = {
        "title": title_of(report),
        "meta": report.meta,
        "contents": [(s.id, marker_of(s) + s.heading) for s in report.sections if s.heading is not None],
        "blocks": _blocks(report),
        "targets": report.targets,
        "names": names,
        "amount": amount,
    }
    for piece in page.generate(context):
        yield piece.encode("utf-8", "replace")


def amount(target: Target | Result) -> str:
    """What is to be reached, or was, as a person writes it: ``≥ 2600人``, ``3—5个``."""
    if target.value is None:
        return "" if not target.redacted else f"**{target.unit or ''}"
    sign = {"=": "", "~": "约 ", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "range": ""}[target.comparator]
    value, most = target.value, target.value_max
    said = str(value) if most is None else f"{value}—{most}"
    if isinstance(target, Target) and target.value_decimal:  # the same without loss
        most_exact = target.value_max_decimal or most
        said = target.value_decimal if most is None else f"{target.value_decimal}—{most_exact}"
    return f"{sign}{said}{target.unit or ''}"


def _blocks(report: Report) -> Iterator[Block]:
    reader = Reader(report)
    for event in events(report):
        if isinstance(event, Opened):
            section = event.section
            yield Block(
                "open",
                section.id,
                section.heading or "",
                marker_of(section),
                reader.stop_after(section) if section.heading else "",
                min(section.level + 1, _DEEPEST),
                section.run_in or section.heading is None,
                access=section.access,
            )
        elif isinstance(event, Closed):
            yield Block("close", event.section.id)
        else:
            paragraph = event.paragraph
            rows = reader.rows(paragraph)
            kind = "table" if rows else "line" if event.part in ("front", "back") else "paragraph"
            yield Block(kind, paragraph.id, paragraph.text, role=paragraph.role, access=paragraph.access, rows=rows)
