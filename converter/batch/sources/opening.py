"""Which source a name on the command line means."""

from __future__ import annotations

import glob
from collections.abc import Callable
from pathlib import Path

from converter.batch.sources.archives import Tar, Zip
from converter.batch.sources.folders import Folder, Pattern, SingleFile
from converter.batch.sources.source import Source, SourceFault, is_text
from converter.batch.sources.tables import Columns, JsonLines, Parquet
from converter.folders import input_suffixes

_ARCHIVES: tuple[tuple[str, Callable[[Path], Source]], ...] = (
    (".zip", Zip),
    (".tar", Tar),
    (".tar.gz", Tar),
    (".tgz", Tar),
    (".tar.bz2", Tar),
    (".tar.xz", Tar),
)
_TABLES: tuple[tuple[str, Callable[[Path, Columns], Source]], ...] = (
    (".jsonl", JsonLines),
    (".ndjson", JsonLines),
    (".jsonl.gz", JsonLines),
    (".jsonl.zst", JsonLines),
    (".parquet", Parquet),
)


def open_source(name: str, columns: Columns) -> Source:
    """The source that ``name`` means; raises :class:`SourceFault` when there is none of this name or kind."""
    if not name:
        raise SourceFault("the name of the source is empty; name a folder, a pattern, an archive or a table")
    path = Path(name)
    if path.is_dir():
        return Folder(path)
    if not path.exists():
        if glob.has_magic(name):
            return Pattern(name)
        raise SourceFault(f"{name}: there is no such file or folder")
    lower = name.lower()
    for suffix, archive in _ARCHIVES:
        if lower.endswith(suffix):
            return archive(path)
    for suffix, table in _TABLES:
        if lower.endswith(suffix):
            return table(path, columns)
    if is_text(name):
        return SingleFile(path)
    kinds = ", ".join([*input_suffixes(), *(suffix for suffix, _ in (*_ARCHIVES, *_TABLES))])
    raise SourceFault(f"{name}: no kind of source that is known; known are folders, patterns and {kinds}")
