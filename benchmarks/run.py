"""All measurements, as tables: ``python -m benchmarks.run``, or ``make benchmarks``.

usage: python -m benchmarks.run [--quick] [--write] [--texts FOLDER]

``--quick`` stops the growth curves at 1 MB and leaves the batches out; ``--write`` puts the tables into
benchmarks/README.md, the curves into benchmarks/growth.svg. ``--texts`` measures the stages on the .txt files of a
folder, in UTF-8, too: the fictional reports stand for real ones, and this shows how well.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks import growth, machine, ours, peers, scale
from benchmarks.picture import picture
from benchmarks.texts import ROOT, reports
from benchmarks.timing import best_command

README = ROOT / "benchmarks" / "README.md"
#: Everything below this line of the README is written by this.
RESULTS = "<!-- Everything below is written by: make benchmarks -->\n"

#: One small file.
SMALL = ROOT / "fixtures" / "qinghe-work-report-2024.txt"

#: Budgets of DESIGN.md in seconds, on two cores of its machine.
BUDGETS = {
    "targets": 0.001,
    "text to validated JSON": 0.003,
    "text to validated JSON and XML": 0.006,
    "gongwen --version": 0.100,
    f"gongwen convert, {SMALL.stat().st_size / 1000:.0f} KB": 0.250,
    "gongwen validate, 200 JSON files": 0.5,
}
_FILES = 200
#: What is shown of other texts than the usual.
_WAYS = (ours.FLOOR, "targets", "parse", "text to validated JSON", "text to validated JSON and XML")


@click.command()
@click.option("--quick", is_flag=True)
@click.option("--write", is_flag=True)
@click.option("--scale-documents", default=50_000, help="Documents of the largest batch.")
@click.option("--texts", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(quick: bool, write: bool, scale_documents: int, texts: Path | None) -> None:
    """Measure, and print what was measured."""
    measured = reports()
    versions = peers.install()
    sections = [_on_what(versions)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sections += [_stages(folder, measured), _other_texts(folder, texts)]
        sections += [_beside(folder, versions, measured), _validation(folder, measured)]
    curves = growth.curves(1_000_000 if quick else 100_000_000)
    sections += [_growth(curves), _memory(quick)]
    if not quick:
        sections.append(_batches(scale_documents))
    text = "\n".join(sections)
    click.echo(text)
    if write:
        README.write_text(README.read_text("utf-8").partition(RESULTS)[0] + RESULTS + "\n" + text, "utf-8")
        drawn = picture(curves, "Time to parse a document and write it as JSON")
        (ROOT / "benchmarks" / "growth.svg").write_text(drawn, "utf-8")


def _on_what(versions: dict[str, str | None]) -> str:
    facts = [f"{name} {value}" for name, value in machine.described().items()]
    found = [f"{name} {version or 'absent: it cannot be installed here'}" for name, version in versions.items()]
    return f"## On what\n\n{', '.join(facts)}.\n\nPeers: {', '.join(found)}.\n"


def _stages(folder: Path, texts: dict[str, str]) -> str:
    """The stages of one report, in milliseconds, and the budgets."""
    rows: dict[str, list[float]] = {}
    file = folder / "report.txt"
    for text in texts.values():
        file.write_text(text, "utf-8")
        for name, seconds in ours.stages(file).items():
            rows.setdefault(name, []).append(seconds)
    for name, seconds in ours.commands(SMALL, file).items():
        rows[name] = [seconds]
    lines = ["| what | ms, median of the reports | budget, ms | met |", "| --- | ---: | ---: | --- |"]
    for name, values in rows.items():
        middle = sorted(values)[len(values) // 2]
        budget = BUDGETS.get(name)
        met = "" if budget is None else "yes" if middle <= budget else "**no**"
        lines.append(f"| {name} | {middle * 1000:.2f} | {'' if budget is None else f'{budget * 1000:g}'} | {met} |")
    size = sum(len(text.encode()) for text in texts.values()) / len(texts) / 1000
    return f"## One report of {size:.0f} KB\n\n{_lines(lines)}"


def _other_texts(folder: Path, texts: Path | None) -> str:
    """The ways of dense reports and, when there is a folder of them, of other texts, beside the floor."""
    files = {f"dense: {name}": text for name, text in reports(dense=True).items()}
    if texts is not None:
        files |= {path.stem: path.read_text("utf-8") for path in sorted(texts.glob("*.txt"))}
    file = folder / "other.txt"
    lines = [
        f"| text | KB | {' | '.join(f'{name}, ms' for name in _WAYS)} |",
        "| --- | ---: |" + " ---: |" * len(_WAYS),
    ]
    for name, text in files.items():
        file.write_text(text, "utf-8")
        taken = ours.stages(file)
        shown = " | ".join(f"{taken[way] * 1000:.2f}" for way in _WAYS)
        lines.append(f"| {name} | {file.stat().st_size / 1000:.0f} | {shown} |")
    return f"## Other reports\n\n{_lines(lines)}"


def _beside(folder: Path, versions: dict[str, str | None], texts: dict[str, str]) -> str:
    """Ours beside each peer on the same text."""
    file = folder / "report.txt"
    file.write_text(next(iter(texts.values())), "utf-8")
    mine = ours.stages(file)
    rows = [
        (ours.FLOOR, mine[ours.FLOOR], "parse", mine["parse"]),
        *_peer_row(file, versions, "bluebell-akn", "text to XML", mine["parse"] + mine["to_xml"]),
        *_peer_row(file, versions, "markdown-it-py", "parse", mine["parse"]),
        *_peer_row(file, versions, "docling-core", "text to JSON", mine["parse"] + mine["to_json"]),
        *_peer_row(file, versions, "jionlp", "targets", mine["targets"]),
        *_peer_row(file, versions, "cn2an", "targets", mine["targets"]),
    ]
    lines = ["| peer | ms | ours | ms | ours / peer |", "| --- | ---: | --- | ---: | ---: |"]
    for name, theirs, what, seconds in rows:
        lines.append(f"| {name} | {theirs * 1000:.2f} | {what} | {seconds * 1000:.2f} | {seconds / theirs:.2f} |")
    for name in ("bluebell-akn-rs",):
        if versions.get(name) is None:
            lines.append(f"| {name} | absent | | | |")
    done = (
        "The peers do less, or something else: bluebell-akn builds Akoma Ntoso from keywords that were put in place of"
        " the markers, markdown-it-py finds Markdown's blocks, docling-core is told what is a heading, JioNLP finds"
        " amounts of money, cn2an rewrites numerals. None finds levels, run-in headings, indicators or comparators."
    )
    return f"## Beside others, on the same report\n\n{_lines(lines)}\n{done}\n"


def _peer_row(
    file: Path, versions: dict[str, str | None], name: str, what: str, mine: float
) -> Iterator[tuple[str, float, str, float]]:
    if versions.get(name) is None:
        return
    try:
        yield name, peers.seconds(name, file), what, mine
    except RuntimeError as error:
        click.echo(str(error), err=True)


def _validation(folder: Path, reports: dict[str, str]) -> str:
    """Commands over 200 files: the schema alone by the peers, the schema and all rules by ours."""
    json, xml = folder / "json", folder / "xml"
    texts = folder / "texts"
    texts.mkdir()
    kinds = list(reports.values())
    for number in range(_FILES):
        (texts / f"{number:03}.txt").write_text(f"第{number}号\n{kinds[number % len(kinds)]}", "utf-8")
    best_command([ours.gongwen(), "convert", str(texts), "-q", "-o", f"{json}/", "--indent", "0"])
    best_command([ours.gongwen(), "convert", str(texts), "-q", "-o", f"{xml}/", "--to", "xml"])
    schemas = {"json": ROOT / "schemas" / "report-1.0.schema.json", "xsd": ROOT / "schemas" / "report-1.0.xsd"}
    documents = {"JSON": sorted(map(str, json.iterdir())), "XML": sorted(map(str, xml.iterdir()))}
    commands: list[tuple[str, list[str] | None]] = [
        (f"gongwen validate, {_FILES} JSON files", [ours.gongwen(), "validate", *documents["JSON"]]),
        (f"gongwen validate, {_FILES} XML files", [ours.gongwen(), "validate", *documents["XML"]]),
        *(
            (name, None if (found := peers.command(name)) is None else [found, *options, *documents[syntax]])
            for name, syntax, options in (
                ("check-jsonschema", "JSON", ["--schemafile", str(schemas["json"])]),
                ("xmllint", "XML", ["--noout", "--schema", str(schemas["xsd"])]),
            )
        ),
    ]
    lines = ["| command | s | budget, s | met |", "| --- | ---: | ---: | --- |"]
    for name, command in commands:
        if command is None:
            lines.append(f"| {name} | absent | | |")
            continue
        seconds = best_command(command, seconds=3.0, accepted=(0, 1))
        budget = BUDGETS.get(name)
        met = "" if budget is None else "yes" if seconds <= budget else "**no**"
        lines.append(f"| {name} | {seconds:.2f} | {'' if budget is None else f'{budget:g}'} | {met} |")
    size = sum(Path(path).stat().st_size for path in documents["JSON"]) / _FILES / 1000
    return f"## Validation of {_FILES} files of {size:.0f} KB\n\n{_lines(lines)}"


def _growth(curves: dict[str, growth.Curve]) -> str:
    lines = ["| text | largest, MB | s | by what twice the text multiplies the time |", "| --- | ---: | ---: | ---: |"]
    for name, points in curves.items():
        size, seconds = points[-1]
        factor = f"{growth.doubling(points):.2f}" if len(points) > 1 else "too slow to tell"
        lines.append(f"| {name} | {size / 1e6:.2f} | {seconds:.2f} | {factor} |")
    said = (
        "The allowance is 2.3. A curve ends where the next step would take more than 15 s, that of reports 120 s."
        " The curves: [growth.svg](growth.svg)."
    )
    return f"## Growth of one document\n\n{_lines(lines)}\n{said}\n"


def _memory(quick: bool) -> str:
    sizes = [100_000, 1_000_000] if quick else [100_000, 1_000_000, 10_000_000]
    lines = ["| text, MB | to JSON, times the text | to XML, times the text |", "| ---: | ---: | ---: |"]
    lines += [f"| {size / 1e6:.1f} | {json:.1f} | {xml:.1f} |" for size, json, xml in growth.memory(sizes)]
    said = "The most that `gongwen convert` takes beyond what a text of 3 KB takes. The allowance is 12 times the text."
    return f"## Memory of one document\n\n{said}\n\n{_lines(lines)}"


def _batches(documents: int) -> str:
    one, two = scale.run(2000, 1), scale.run(2000, 2)
    lines = [scale.HEAD, scale.shown(one), scale.shown(two)]
    lines += [scale.shown(scale.run(count, 2)) for count in (10_000, documents)]
    ratio = one.seconds / two.seconds
    met = "met" if ratio >= 1.8 else "**not met**"
    said = (
        f"Two workers are {ratio:.2f} times one; the budget is 1.8: {met}. Two processes that do nothing but count are"
        f" {machine.capacity():.2f} times one on this machine at this moment."
    )
    return f"## Batches\n\n{_lines(lines)}\n{said}\n"


def _lines(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
