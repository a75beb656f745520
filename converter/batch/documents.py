"""What goes into a batch and what comes out of it, one document at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from converter.limits import MAX_BYTES
from converter.system_errors import reason

#: What the corrections of ``NAME.txt`` are called beside it.
CORRECTIONS_SUFFIX = ".corrections.json"

#: Why a document was not converted; the first column of the failure report.
Code = Literal[
    "damaged",  # the source itself, from here on
    "unreadable",  # the operating system, the archive or the table does not give it
    "not_text",  # bytes that are no text: an image, an office document, an empty file
    "invalid",  # the result does not conform to the published schema
    "timeout",  # more seconds than allowed
    "memory",  # more memory than allowed
    "killed",  # its worker died every time
    "twice",  # another document has the same name, or the same place in the target
    "unsafe_name",  # a name that leads out of the target
    "too_large",  # more bytes than a document may have
    "fault",  # gongwen itself is wrong
]


class Stopped(Exception):
    """The whole run cannot go on; the message is one sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one document was not converted: a code for machines, a sentence for people."""

    code: Code
    message: str


class DocumentError(Exception):
    """One document cannot be converted."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.failure = Failure(code, message)


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the source.

    ``index`` counts the texts of the source from 0, ``key`` is its name inside the source (``2023/云岭市.txt``). Its
    bytes are ``data``, or stand in the file ``path``. ``share`` is how much of the source lies behind it, from 0 to 1;
    ``place`` what it takes of the target, once that is known.
    """

    index: int
    key: str
    path: Path | None = None
    data: bytes | None = None
    encoding: str | None = None
    share: float = 0.0
    place: str | None = None

    def read(self) -> bytes:
        """The bytes. Raises :class:`DocumentError` when they cannot be had."""
        if self.data is not None:
            return self.data
        assert self.path is not None
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise DocumentError("unreadable", f"{self.key}: {reason(error)}") from error
        check_size(self.key, len(data))
        return data

    def corrections(self) -> bytes | None:
        """The file of corrections beside the text. Raises :class:`DocumentError` when it cannot be read."""
        if self.path is None:
            return None
        path = self.path.with_name(self.path.stem + CORRECTIONS_SUFFIX)
        try:
            return path.read_bytes() if path.is_file() else None
        except OSError as error:
            raise DocumentError("unreadable", f"{path}: {reason(error)}") from error

    def digest(self) -> str | None:
        """The SHA-256 of the bytes (and of the corrections beside them) in hex, or ``None`` when they cannot be had."""
        try:
            return sha256(self.read() + (self.corrections() or b""))
        except DocumentError:
            return None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A text of the source that cannot be had at all: a broken member of an archive, a line that is no JSON.

    ``hides_others``: texts may stand in it or behind it that were not seen, so none that is missing is gone.
    """

    index: int
    key: str
    failure: Failure
    share: float = 0.0
    hides_others: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: its result, or why there is none.

    ``sha256`` is that of the bytes read, ``size`` the bytes of the result. ``result`` is ``None`` when it was written
    where it was made, when it is kept from an earlier run (``kept``) and when there is a ``failure``; a failure to read
    may keep an earlier result. ``result_sha256`` is that of the result, ``place`` what it takes of the target.
    """

    index: int
    key: str
    sha256: str | None = None
    size: int = 0
    result: bytes | None = None
    failure: Failure | None = None
    kept: bool = False
    share: float = 0.0
    hides_others: bool = False
    result_sha256: str | None = None
    place: str | None = None

    @property
    def is_unread(self) -> bool:
        """Whether the bytes could not be had, so that nothing speaks against an earlier result."""
        return self.failure is not None and self.sha256 is None and self.failure.code in ("unreadable", "damaged")

    @property
    def has_result(self) -> bool:
        """Whether there is a result, of this run or of an earlier one."""
        return self.failure is None or self.kept


#: What the engines run: it gives an outcome whatever happens to the document, and raises ``Stopped`` for all of them.
Work = Callable[[Document], Outcome]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How each document is converted; two runs with equal recipes give equal bytes."""

    syntax: Literal["json", "xml"] = "json"
    edition: Literal["full", "public"] = "full"
    encoding: str | None = None
    check: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds of the clock, bytes of memory of its worker (``None``: no limit)."""

    seconds: float | None = 60.0
    memory: int | None = 2 << 30
    #: How often a document may take its worker with it before it is blamed; others may have ended that worker.
    attempts: int = 3


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def check_size(key: str, size: int) -> None:
    """Raise :class:`DocumentError` when a document has more than :data:`MAX_BYTES`."""
    if size > MAX_BYTES:
        raise DocumentError("too_large", f"{key}: more than {MAX_BYTES >> 20} MiB, the most a document may have")
