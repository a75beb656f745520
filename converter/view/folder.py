"""Many reports on one page: the odd ones first, a picture of each outline's shape, headline targets by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from converter.exports.html import amount
from converter.exports.reading_order import title_of
from converter.model import Report
from converter.model.walk import paragraphs, sections
from converter.targets.named.indicator_codes import INDICATORS
from converter.view.charts import Chart, Point, chart, shape
from converter.view.report_page import as_script, rendered
from converter.view.words import words

#: A text longer than this has headings and targets; one that has none is odd.
_LONG = 2000
#: How many charts there are at most: the indicators that most reports state.
_CHARTS = 8


@dataclass(slots=True)
class Row:
    """One report of the folder: where its page is, and what is to be seen of it at once."""

    name: str
    href: str | None
    title: str = ""
    place: str = ""
    date: str = ""
    year: int | None = None
    characters: int = 0
    nodes: int = 0
    targets: int = 0
    warnings: int = 0
    odd: list[tuple[str, int]] = field(default_factory=list)
    failure: str | None = None
    shape: str = ""
    headline: list[tuple[str, str]] = field(default_factory=list)
    points: list[tuple[str, Point]] = field(default_factory=list)


def row_of(report: Report, name: str, href: str) -> Row:
    """What the index says of ``report``, whose page is at ``href``."""
    meta = report.meta
    place = meta.place.name if meta.place and meta.place.name else ""
    levels = [section.level for section in sections(report)]
    text = sum(len(paragraph.text) for _, paragraph in paragraphs(report))
    row = Row(
        name,
        href,
        title_of(report),
        place,
        meta.date or meta.issued or "",
        meta.target_year or meta.review_year,
        report.source.characters,
        len(levels),
        len(report.targets),
        sum(diagnostic.severity != "info" for diagnostic in report.diagnostics),
        shape=shape(levels),
    )
    signs = {
        "odd_no_nodes": text > _LONG and not levels,
        "odd_no_targets": text > _LONG and not report.targets and meta.document_type == "work_report",
        "odd_no_date": not row.date,
        "odd_no_place": not place,
    }
    row.odd = [(sign, 0) for sign, there in signs.items() if there]
    if row.warnings:
        row.odd.append(("odd_warnings", row.warnings))
    for code, point, said in _headlines(report, place or name, href):
        row.headline.append((INDICATORS[code].label_zh, said))
        row.points.append((code, point))
    return row


def _headlines(report: Report, place: str, href: str) -> Iterator[tuple[str, Point, str]]:
    """The first target of each indicator that has a code, a growth in per cent and a year."""
    seen: set[str] = set()
    for target in report.targets:
        code, period = target.indicator_code, target.period or ""
        if (
            code not in INDICATORS
            or code in seen
            or target.value is None
            or target.unit != "%"
            or not period[:4].isdigit()
        ):
            continue
        if target.measure not in ("growth", "share"):
            continue
        seen.add(code)
        yield code, Point(int(period[:4]), float(target.value), place, f"{href}#{target.id}"), amount(target)


def index(rows: Sequence[Row]) -> bytes:
    """The page over all ``rows``, in UTF-8: the ones that look odd first."""
    ordered = sorted(rows, key=lambda row: (-_oddness(row), row.place, row.year or 0, row.name))
    spoken = {name: said for name, said in words().items() if name not in ("measure",)}
    return rendered("index", rows=ordered, charts=_charts(rows), words=spoken, data=as_script({"words": spoken}))


def _oddness(row: Row) -> int:
    if row.failure:
        return 100
    return sum(10 for sign, _ in row.odd if sign != "odd_warnings") + min(row.warnings, 9)


def _charts(rows: Iterable[Row]) -> list[Chart]:
    points: dict[str, list[Point]] = {}
    for row in rows:
        for code, point in row.points:
            points.setdefault(code, []).append(point)
    wanted = sorted((code for code, found in points.items() if len(found) > 1), key=lambda code: -len(points[code]))
    return [chart(INDICATORS[code].label_zh, INDICATORS[code].label_en, points[code]) for code in wanted[:_CHARTS]]
