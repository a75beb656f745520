"""Documents in: files, folders and streams to bytes, within bounds. What cannot be read is a finding, never a hang."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from converter.folders import walk
from converter.limits import MAX_REPORT_BYTES
from converter.validation.finding import Position, Row

#: More than this is refused before it is parsed; ``gongwen validate --max-bytes`` sets it.
MAX_BYTES = MAX_REPORT_BYTES
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

#: What may stand in a folder that is validated: gongwen writes these.
SUFFIXES = (".json", ".xml")

UNREADABLE = Row(
    "GW001",
    "error",
    "unreadable-file",
    "the file cannot be read: {reason}",
    "文件无法读取：{reason_zh}",
    "out/qinghe.json is a regular file that may be read",
    "out/ is a folder, a named pipe, a loop of links, or nothing at all",
)
EMPTY = Row(
    "GW002",
    "error",
    "empty-file",
    "the file is empty; a JSON or XML report was expected",
    "文件为空，应为 JSON 或 XML 报告",
    '{"schema_version": "1.0", …}',
    "a file of 0 bytes, or of blanks only",
)
TOO_LARGE = Row(
    "GW003",
    "error",
    "too-large",
    "the document holds {found}; at most {limit} are read",
    "文档含 {found}，上限为 {limit}",
    "a report of 138 KB",
    "200 MB of one attribute; two million empty lists",
)
ROWS = (UNREADABLE, EMPTY, TOO_LARGE)

_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("there is no such file", "文件不存在"),
    errno.EACCES: ("permission is denied", "没有权限"),
    errno.EPERM: ("permission is denied", "没有权限"),
    errno.ELOOP: ("its links run in a loop", "符号链接成环"),
    errno.EISDIR: ("it is a folder", "是文件夹"),
    errno.ENOTDIR: ("a part of its path is no folder", "路径的一部分不是文件夹"),
    errno.ENAMETOOLONG: ("its name is too long", "文件名过长"),
}
_KINDS: tuple[tuple[int, str, str], ...] = (
    (
        stat.S_IFDIR,
        "it is a folder, without any .json or .xml file that could be read",
        "是文件夹，其中没有可读取的 .json 或 .xml 文件",
    ),
    (stat.S_IFIFO, "it is a named pipe, not a regular file", "是命名管道，不是普通文件"),
    (stat.S_IFSOCK, "it is a socket, not a regular file", "是套接字，不是普通文件"),
    (stat.S_IFCHR, "it is a device, not a regular file", "是设备，不是普通文件"),
    (stat.S_IFBLK, "it is a device, not a regular file", "是设备，不是普通文件"),
)


class Refusal(Exception):
    """The document is turned away before the schema sees it: one row, its values, and where."""

    def __init__(
        self, row: Row, values: Mapping[str, object], position: Position | None = None, path: str | None = None
    ) -> None:
        super().__init__(row.code)
        self.row = row
        self.values = values
        self.position = position
        self.path = path


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of at most ``MAX_BYTES``; raises :class:`Refusal` otherwise, and never waits."""
    try:
        descriptor = os.open(path, _READ_FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    try:
        status = os.fstat(descriptor)
        for kind, reason, reason_zh in _KINDS:
            if stat.S_IFMT(status.st_mode) == kind:
                raise Refusal(UNREADABLE, {"reason": reason, "reason_zh": reason_zh})
        if status.st_size > MAX_BYTES:
            raise too_many_bytes(status.st_size)
        return _all_bytes(descriptor, status.st_size)
    except OSError as error:
        raise _unreadable(error) from None
    finally:
        os.close(descriptor)


def read_stream(stream: BinaryIO) -> bytes:
    """All bytes of ``stream`` (standard input), at most ``MAX_BYTES``; raises :class:`Refusal`."""
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(error) from None
    if len(data) > MAX_BYTES:
        raise too_many_bytes(len(data))
    return data


def documents(path: Path) -> Iterator[Path]:
    """``path`` or, for a folder, every .json and .xml file below it by name; links to folders are not followed.

    A folder without any gives itself, which is then refused: a mistyped name must not pass for a sound report.
    """
    if not path.is_dir():
        yield path
        return
    met = False
    for found in walk(path):
        if found.kind == "unreadable_folder" or (
            found.kind != "linked_folder" and found.path.name.lower().endswith(SUFFIXES)
        ):
            met = True
            yield found.path
    if not met:
        yield path


def too_many_bytes(size: int) -> Refusal:
    """The refusal of a document of ``size`` bytes."""
    return Refusal(TOO_LARGE, {"found": f"{size} bytes", "limit": f"{MAX_BYTES} bytes (--max-bytes)"})


def too_many_parts(parts: int, most: int) -> Refusal:
    """The refusal of a document of ``parts`` objects, lists, elements and attributes."""
    return Refusal(TOO_LARGE, {"found": f"{parts} parts", "limit": f"{most} parts for its length"})


def _all_bytes(descriptor: int, size: int) -> bytes:
    pieces: list[bytes] = []
    passed = 0
    while piece := os.read(descriptor, max(size - passed, 0) + 1):
        pieces.append(piece)
        passed += len(piece)
        if passed > MAX_BYTES:
            raise too_many_bytes(passed)
    return b"".join(pieces)


def _unreadable(error: Exception) -> Refusal:
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0, (os.strerror(number) if number else "its name is not valid", "系统错误"))
    return Refusal(UNREADABLE, {"reason": reason[0], "reason_zh": reason[1]})
