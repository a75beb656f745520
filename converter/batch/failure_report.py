"""The failure report: JSON Lines, a line a document that was not converted."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from converter.batch.documents import Failure


def write_failures(failures: Iterator[tuple[str, str | None, Failure]], path: Path, temporary: Path) -> None:
    """Write key, code, message and hash of each document; without failures there is no report, nor an old one.

    ``temporary`` is a folder for the draft, whatever file system ``path`` is on. Raises ``OSError``.
    """
    draft = temporary / "failures.jsonl"
    written = 0
    with draft.open("w", encoding="utf-8") as file:
        for key, digest, failure in failures:
            row = {"document": key, "code": failure.code, "message": failure.message, "sha256": digest}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    if written:
        path.parent.mkdir(parents=True, exist_ok=True)
        _move(draft, path)
    else:
        path.unlink(missing_ok=True)


def _move(draft: Path, path: Path) -> None:
    """Put ``draft`` in the place of ``path``, which has the old report or the new one and never a part of it."""
    try:
        draft.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = path.with_name(f".{path.name}.part")
        try:
            shutil.copyfile(draft, beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
