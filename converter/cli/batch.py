"""``gongwen batch``: many texts at once, which a kill, a full disk or a bad text cannot spoil."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal, cast

import click

from converter.batch import Job, Limits, Recipe, Stopped, Summary, run
from converter.batch.progress import Progress, clock, rate
from converter.batch.running import BLOCK_DOCUMENTS, Form, Refused
from converter.batch.sources import Columns, SourceFault
from converter.cli.saying import say
from converter.source.encodings import find, find_pair, known_names

#: The form that the name of a target asks for; any other name is that of a folder.
_FORMS: tuple[tuple[str, Form], ...] = ((".jsonl", "jsonl"), (".jsonl.zst", "jsonl.zst"), (".parquet", "parquet"))
#: A target named like this is hardly meant to be a folder.
_FILE_SUFFIXES = (".json", ".xml")

#: What is said of a run that ended before its end.
_RESUME = ". What is finished is kept: --resume goes on from there"


@click.command("batch")
@click.argument("source")
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--workers", metavar="N", type=click.IntRange(1), help="Processes; as many as there are cores.")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", help="Who runs them; local.")
@click.option("--address", metavar="ADDRESS", help="The Ray cluster to use; without it, Ray on this machine.")
@click.option("--resume", is_flag=True, help="Go on with an earlier run: only what is new, changed or failed is done.")
@click.option(
    "--to", type=click.Choice(["json", "xml", "jsonl", "parquet"]), help="The form, when TARGET does not say it."
)
@click.option("--edition", type=click.Choice(["full", "public"]), default="full", help="public leaves paid parts out.")
@click.option("--encoding", metavar="NAME", help="The encoding of the texts, when it is not found right.")
@click.option("--timeout", metavar="S", type=click.FloatRange(0.0), default=60.0, help="Seconds a text; 60. 0: none.")
@click.option("--memory", metavar="MIB", type=click.IntRange(0), default=2048, help="MiB a worker; 2048. 0: no limit.")
@click.option("--text-column", metavar="NAME", default="text", help="Of a table: the column of texts; text.")
@click.option("--key-column", metavar="NAME", help="Of a table: the column of names; without it they are numbered.")
@click.option("--failures", type=click.Path(path_type=Path), help="Where the failure report goes.")
@click.option("--check/--no-check", default=True, help="Check each result against the published schema; on.")
@click.option("--block", metavar="N", type=click.IntRange(1), default=BLOCK_DOCUMENTS, help="Texts a block; 500.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what failed.")
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    target: Path,
    workers: int | None,
    engine: Literal["local", "ray"],
    address: str | None,
    resume: bool,
    to: str | None,
    edition: Literal["full", "public"],
    encoding: str | None,
    timeout: float,
    memory: int,
    text_column: str,
    key_column: str | None,
    failures: Path | None,
    check: bool,
    block: int,
    quiet: bool,
) -> None:
    """Convert all texts of SOURCE into TARGET.

    SOURCE is a folder, a pattern in quotes ('reports/**/*.txt'), a .zip or .tar(.gz) of files, or a .jsonl or .parquet
    with a column of texts. Files are texts, or others that convert reads, .docx, .doc and .pdf among them. TARGET is a
    folder (a tree of JSON or XML files), or a file named .jsonl, .jsonl.zst or .parquet.

    A text that cannot be converted costs only itself; it is listed, with the reason, in the failure report. A run that
    was ended in any way goes on with --resume.

    The exit code is 1 when a text failed or the run had to stop.
    """
    if encoding is not None and not find(encoding) and not find_pair(encoding):
        raise click.BadParameter(
            f"there is no encoding {encoding!r}; known are {known_names()}", param_hint="--encoding"
        )
    form = _form(target, to)
    job = Job(
        source=source,
        target=target,
        form=form,
        recipe=Recipe("xml" if form == "xml" else "json", edition, encoding, check),
        limits=Limits(timeout or None, memory << 20 or None),
        workers=workers or _cores(),
        resume=resume,
        columns=Columns(text_column, key_column),
        failures=failures,
        engine=engine,
        address=address,
        block_documents=block,
    )
    progress = Progress(sys.stderr)
    last = Summary()

    def watch(now: Summary) -> None:
        nonlocal last
        last = now
        if not quiet:
            progress(now)

    try:
        summary = run(job, watch)
    except (Refused, SourceFault) as error:
        raise click.UsageError(str(error)) from error
    except Stopped as error:
        progress.end()
        raise click.ClickException(f"{error}{_RESUME if last.documents or resume else ''}") from error
    except BaseException:
        progress.end()
        raise
    progress.end()
    if not quiet:
        say(_said(summary))
        if summary.left_out:
            say(summary.left_out)
    if summary.failed:
        say(f"{summary.failed:,} failed; {job.failure_report} says which and why")
    if summary.partial:
        say(f"{source} could not be read as a whole; no earlier result was removed")
    ctx.exit(1 if summary.failed else 0)


def _form(target: Path, to: str | None) -> Form:
    """The form that the target's name and ``--to`` agree on."""
    named = next((form for suffix, form in reversed(_FORMS) if target.name.lower().endswith(suffix)), None)
    if to is None:
        if named is None and target.suffix.lower() in _FILE_SUFFIXES and not target.is_dir():
            raise click.UsageError(
                f"{target.name} is the name of a file, and many texts become a folder of {target.suffix[1:]} files;"
                " name a folder (with --to, it may have any name), or a file of all named .jsonl or .parquet"
            )
        return named or "json"
    if to == "jsonl" and named == "jsonl.zst":
        return named
    if named not in (None, to) and not target.is_dir():
        raise click.UsageError(
            f"{target.name} is the name of a {named} file, and --to says {to}; leave one of them out"
        )
    return cast("Form", to)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _said(summary: Summary) -> str:
    """``1,234 converted, 56 unchanged, 2 removed, in 0:12, 103/s``."""
    said = [f"{summary.converted:,} converted"]
    if summary.kept:
        said.append(f"{summary.kept:,} unchanged")
    if summary.removed:
        said.append(f"{summary.removed:,} removed, whose texts are gone")
    return f"{', '.join(said)}, in {clock(summary.seconds)}, {rate(summary):,.0f}/s"
