"""Where results go: the standard output, or files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

STDOUT = "-"
#: What an error calls the standard output.
STDOUT_LABEL = "standard output"


def write(pieces: Iterable[bytes], target: Path | None) -> None:
    """Write ``pieces`` to ``target``, or to the standard output when it is ``None``. Raises ``OSError``."""
    with opened(target) as stream:
        for piece in pieces:
            stream.write(piece)


@contextmanager
def opened(target: Path | None) -> Iterator[BinaryIO]:
    """A stream to write to ``target`` (``None``: the standard output); the file appears at the end, or not at all."""
    if target is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_file():
        # /dev/null, a named pipe: nothing that could be put in its place.
        with target.open("wb") as stream:
            yield stream
        return
    # A link stays a link: what it points to is replaced.
    target = Path(os.path.realpath(target))
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        error.filename = str(target)  # the name of the temporary file says nothing to anyone
        raise
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(temporary).chmod(_mode_of(target))
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def is_directory(output: str) -> bool:
    """Whether ``-o OUTPUT`` means a directory: there is one, or the name ends in a slash."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _mode_of(target: Path) -> int:
    """The permissions that a file written in the plain way would have."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
