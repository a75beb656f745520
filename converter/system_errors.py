"""The operating system's words for what went wrong, in a few of ours."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EISDIR: "this is a directory, a file is needed",
    errno.ENOTDIR: "a part of this path is a file, not a directory",
    errno.EACCES: "permission denied",
    errno.ENOSPC: "no space left on the device",
    errno.ELOOP: "a loop of symbolic links",
    errno.EBADF: "it is closed",
}


def reason(error: OSError) -> str:
    """Why ``error`` happened, on one line."""
    return _REASONS.get(error.errno or 0) or " ".join((error.strerror or str(error)).lower().split())
