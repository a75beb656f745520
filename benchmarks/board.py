"""The board over a folder of reports: what was recognised in each, as a table and as a page to spot the odd ones.

usage: python -m benchmarks.board [FOLDER] [--gold FOLDER] [--output FOLDER]

Without a folder the fixtures are shown. The board is written as ``board.tsv`` and ``board.html``; scores stand beside
the files that have gold. A number in red is far from what the other reports of the folder have.
"""

from __future__ import annotations

import html
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

import converter
from benchmarks.gold import f1, gold_outline, report_outline, score_meta, score_outline
from converter.model import Report, walk

ROOT = Path(__file__).resolve().parent.parent
SCORES = ("sections", "items", "outline", "meta")
_SCORE_NAMES = tuple(f"{part} F1" for part in SCORES)
FIGURES = (
    "characters", "depth 1", "depth 2", "depth 3", "depth 4+", "items", "paragraphs",
    "headed %", "longest bare", "targets", "diagnostics",
)  # fmt: skip


@dataclass(slots=True)
class Row:
    """One report on the board: its figures, its diagnostics by code, and its scores where there is gold."""

    name: str
    figures: dict[str, int] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    scores: dict[str, float] = field(default_factory=dict)
    failure: str | None = None


def row_of(path: Path, gold: Path | None) -> Row:
    """Read the report at ``path`` and take its figures."""
    row = Row(path.stem)
    try:
        report = converter.parse(path.read_bytes(), name=path.name)
    except converter.SourceError as error:
        row.failure = str(error)
        return row
    row.figures = _figures(report)
    row.codes = Counter(diagnostic.code for diagnostic in report.diagnostics)
    if gold is not None:
        outline, meta = gold / f"{path.stem}.outline.tsv", gold / f"{path.stem}.meta.tsv"
        if outline.exists():
            counts = score_outline(gold_outline(outline), report_outline(report))
            row.scores = {part: f1(count) for part, count in counts.items() if any(count)}
        if meta.exists():
            row.scores["meta"] = f1(score_meta(meta, report))
    return row


def _figures(report: Report) -> dict[str, int]:
    nodes = list(walk.sections(report))
    depths = Counter(min(node.level, 4) for node in nodes if node.kind == "section")
    paragraphs = list(walk.paragraphs(report))
    headed = sum(len(paragraph.text) for section, paragraph in paragraphs if section is not None)
    whole = sum(len(paragraph.text) for _, paragraph in paragraphs)
    bare = max((len(p.text) for s, p in paragraphs if s is None or s.heading is None), default=0)
    figures = {"characters": report.source.characters}
    figures |= {name: depths[n] for n, name in enumerate(FIGURES[1:5], 1)}
    figures["items"] = sum(node.kind == "item" for node in nodes)
    figures["paragraphs"] = len(paragraphs)
    figures["headed %"] = round(100 * headed / whole) if whole else 0
    figures["longest bare"] = bare
    figures["targets"] = len(report.targets)
    figures["diagnostics"] = len(report.diagnostics)
    return figures


def table(rows: Sequence[Row]) -> str:
    """The board as tab-separated lines, one a report, with its diagnostics by code in the last cell."""
    lines = ["\t".join(("report", *FIGURES, *_SCORE_NAMES, "diagnostics by code"))]
    for row in rows:
        if row.failure:
            lines.append(f"{row.name}\t{row.failure}")
            continue
        scores = [f"{row.scores[part]:.3f}" if part in row.scores else "" for part in SCORES]
        codes = " ".join(f"{code}:{count}" for code, count in sorted(row.codes.items()))
        lines.append("\t".join((row.name, *(str(row.figures[name]) for name in FIGURES), *scores, codes)))
    return "\n".join(lines) + "\n"


def page(rows: Sequence[Row]) -> str:
    """The board as one HTML page without scripts from elsewhere."""
    usual = {name: _usual([row.figures[name] for row in rows if row.figures]) for name in FIGURES}
    cells = [
        "<tr><th>report</th>"
        + "".join(f"<th>{name}</th>" for name in (*FIGURES, *_SCORE_NAMES))
        + "<th>codes</th></tr>"
    ]
    for row in rows:
        if row.failure:
            cells.append(f"<tr><td>{html.escape(row.name)}</td><td class=odd>{html.escape(row.failure)}</td></tr>")
            continue
        figures = "".join(_cell(row.figures[name], usual[name]) for name in FIGURES)
        scores = "".join(_score(row.scores.get(part)) for part in SCORES)
        codes = html.escape(" ".join(f"{code}×{count}" for code, count in row.codes.most_common()))
        cells.append(f"<tr><td>{html.escape(row.name)}</td>{figures}{scores}<td class=codes>{codes}</td></tr>")
    style = (
        "body{font:14px system-ui,sans-serif;margin:2em}table{border-collapse:collapse}"
        "td,th{padding:2px 8px;text-align:right;border-bottom:1px solid #ddd}td:first-child,.codes{text-align:left}"
        "th{position:sticky;top:0;background:#fff}.odd{color:#b00020;font-weight:600}.codes{color:#666;font-size:12px}"
    )
    head = f"<!doctype html><meta charset=utf-8><title>Board of reports</title><style>{style}</style>"
    return f"{head}<h1>{len(rows)} reports</h1><table>{''.join(cells)}</table>\n"


def _usual(values: Sequence[int]) -> tuple[float, float]:
    """The range a figure usually has: three quartile distances around the middle half."""
    if len(values) < 4:
        return float("-inf"), float("inf")
    low, _, high = statistics.quantiles(values, n=4)
    return low - 3 * (high - low) - 1, high + 3 * (high - low) + 1


def _cell(value: int, usual: tuple[float, float]) -> str:
    return f"<td{'' if usual[0] <= value <= usual[1] else ' class=odd'}>{value}</td>"


def _score(value: float | None) -> str:
    if value is None:
        return "<td></td>"
    return f"<td{' class=odd' if value < 0.9 else ''}>{value:.3f}</td>"


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT / "fixtures")
@click.option("--gold", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of gold files.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=ROOT / "board-output")
def main(folder: Path, gold: Path | None, output: Path) -> None:
    """Write the board and print its table."""
    rows = [row_of(path, gold) for path in sorted(folder.rglob("*.txt"))]
    output.mkdir(parents=True, exist_ok=True)
    (output / "board.tsv").write_text(table(rows), encoding="utf-8")
    (output / "board.html").write_text(page(rows), encoding="utf-8")
    sys.stdout.write(table(rows))


if __name__ == "__main__":
    main()
