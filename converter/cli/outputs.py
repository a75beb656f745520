"""Where results go: the standard output, or files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

STDOUT = "-"


def write(data: bytes, target: Path | None) -> None:
    """Write ``data`` to ``target``, or to the standard output when it is ``None``. Raises ``OSError``."""
    if target is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_file():
        # /dev/null, a named pipe: nothing that could be put in its place.
        target.write_bytes(data)
        return
    replace(data, target)


def replace(data: bytes, target: Path) -> None:
    """Put a file with ``data`` at ``target`` in one step, so that nobody ever sees half of it."""
    # A link stays a link: what it points to is replaced.
    target = Path(os.path.realpath(target))
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
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
