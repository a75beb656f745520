"""``gongwen convert``: raw texts or reports in, reports in any format out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.corrections import corrections_of, corrections_option, not_applied, refuse_one_for_many
from converter.cli.failures import Failure, failing
from converter.cli.lines import Lines
from converter.cli.plan import plan
from converter.cli.saying import say
from converter.exports.registry import NAMES, Export, export_for
from converter.model import Report
from converter.model.errors import FormatError
from converter.model.source_text import source_text
from converter.model.walk import sections
from converter.opening import open_report


@click.command("convert")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="FILE|DIR", help="Where to write; a directory when several texts are converted."
)
@click.option("--to", "form", type=click.Choice(NAMES), help="What to write; what the suffix of FILE says, else json.")
@click.option("--encoding", metavar="NAME", help="The encoding of the texts, when it is not found right.")
@click.option("--repair-encoding", is_flag=True, help="Undo a text that had been decoded wrongly before (æ¿åº).")
@corrections_option
@click.option(
    "--edition", type=click.Choice(["full", "public"]), default="full", help="public leaves the paid parts out."
)
@click.option(
    "--indent", metavar="N", type=click.IntRange(0, 8), default=2, help="Blanks a level in JSON; 0: one line."
)
@click.option("--embed", is_flag=True, help="Put the bytes of a .docx or other such file into its report.")
@click.option("--facts", is_flag=True, help="Write beside each result what the format states about its lines.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what failed.")
@click.option("-v", "--verbose", is_flag=True, help="Say every diagnostic.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    form: str | None,
    encoding: str | None,
    repair_encoding: bool,
    corrections: str | None,
    edition: str,
    indent: int,
    embed: bool,
    facts: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Turn raw texts into trees, and reports into other formats.

    PATH is a file, a directory (all texts in it, .docx, .doc, .pdf and others among them, at any depth) or - for the
    standard input. One text goes to the standard output unless -o is given; several go to a directory, DIR/NAME.json
    for NAME.txt. A file that holds a report already (JSON, XML) is written as it is in the format asked for.

    The exit code is 1 when a text could not be converted; the others are converted all the same.
    """
    _check_encoding(encoding)
    if facts and output in (None, outputs.STDOUT):
        raise click.UsageError("--facts writes a file beside each result, so name the result with -o")
    export = _export(form, output, paths)
    failed = converted = 0
    planned = plan(paths, output, export)
    refuse_one_for_many(corrections, len(planned.rows))
    if not quiet:
        for remark in planned.remarks:
            say(remark)
    for text, target in planned.rows:
        try:
            if isinstance(text, Failure):
                raise text
            with failing(text.label):
                data = text.read()
                report = open_report(
                    data, text.name, encoding, corrections_of(text, corrections), repair_encoding=repair_encoding
                )
                if embed:
                    from converter.source import embed as put_into

                    put_into(report, data)
                lines = Lines(source_text(report)) if verbose and report.edition.kind == "full" else None
                report = _EDITIONS[edition](report)
                pieces = _written(report, export, indent)
            with failing(str(target or outputs.STDOUT_LABEL)):
                outputs.write(pieces, target)
                if facts and target is not None:
                    _write_facts(data, target)
        except Failure as failure:
            failed += 1
            say(str(failure))
            continue
        converted += 1
        if not quiet:
            say(f"{text.label}: {_summary(report)}")
        for line in not_applied(report):
            say(f"{text.label}: {line}")
        if lines:
            for line in _diagnostics(report, lines):
                say(f"{text.label}:{line}")
    if failed and converted:
        say(f"{converted} converted, {failed} failed")
    if planned.left_out and not quiet:
        say(planned.left_out)
    ctx.exit(1 if failed else 0)


def _export(form: str | None, output: str | None, paths: Iterable[str]) -> Export:
    """The format to write; a suffix that names none is a wrong command line (an input in its place another one)."""
    a_file = output not in (None, outputs.STDOUT, *paths) and not outputs.is_directory(str(output))
    try:
        return export_for(form, Path(str(output)).name if a_file else None)
    except FormatError as error:
        raise click.BadParameter(str(error), param_hint="-o") from error


def _full(report: Report) -> Report:
    return report


def _public(report: Report) -> Report:
    from converter.edition import public

    return report if report.edition.kind == "public" else public(report)


#: What each choice of ``--edition`` makes of a report.
_EDITIONS = {"full": _full, "public": _public}


def _check_encoding(name: str | None) -> None:
    from converter.source.encodings import find, find_pair, known_names

    if name is not None and not find(name) and not find_pair(name):
        raise click.BadParameter(f"there is no encoding {name!r}; known are {known_names()}", param_hint="--encoding")


def _written(report: Report, export: Export, indent: int) -> Iterable[bytes]:
    """The document in pieces."""
    if export.name == "json":
        from converter.formats.json_format import json_pieces

        return json_pieces(report, indent=indent or None)
    return export.write(report)


def _write_facts(data: bytes, target: Path) -> None:
    """What the format of ``data`` states about its lines, beside ``target``; of a plain text there is nothing."""
    from converter.cli.facts import facts_lines, facts_path
    from converter.readers import reader_of

    reader = reader_of(data)
    if reader is not None:
        outputs.write(facts_lines(reader.read(data)), facts_path(target))


def _summary(report: Report) -> str:
    """What was recognised, in a line: ``3 sections, 4 items, 12 targets, 2 warnings``."""
    kinds = Counter(section.kind for section in sections(report))
    severities = Counter(diagnostic.severity for diagnostic in report.diagnostics)
    counts = [
        (kinds["section"], "section"),
        (kinds["item"], "item"),
        (len(report.targets), "target"),
        (severities["error"], "error"),
        (severities["warning"], "warning"),
        (severities["info"], "note"),
        (sum(one.status == "applied" for one in report.corrections), "correction"),
    ]
    always = ("section", "target")
    said = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count or noun in always]
    if report.edition.kind == "public":
        said.append(f"{report.edition.omitted_characters} paid characters left out")
    return ", ".join(said)


def _diagnostics(report: Report, lines: Lines) -> Iterator[str]:
    """Every diagnostic as compilers write them: ``31:14: warning numbering_gap: …``."""
    for diagnostic in report.diagnostics:
        place = f"{lines.place(diagnostic.span[0])}: " if diagnostic.span else " "
        yield f"{place}{diagnostic.severity} {diagnostic.code}: {diagnostic.message}"
