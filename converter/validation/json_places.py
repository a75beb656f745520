"""Where the parts of a JSON document stand: a scanner, linear and without recursion, for documents with findings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from converter.validation.finding import Position

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s"\[\]{},:]++')


def pointer(path: Iterable[str | int]) -> str:
    """The JSON Pointer (RFC 6901) of ``path``; the whole document is the empty pointer."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def position_at(text: str, offset: int) -> Position:
    """Line and column of ``text[offset]``."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def positions(text: str, paths: Iterable[Path]) -> dict[Path, Position]:
    """Where the value of each of ``paths`` begins in the well-formed JSON ``text``; what is not there is left out."""
    wanted = _trie(paths)
    found: dict[Path, Position] = {}
    line, line_start, passed = 1, 0, 0
    for offset, path in _sought(text, wanted):
        line += text.count("\n", passed, offset)
        line_start = max(line_start, text.rfind("\n", passed, offset) + 1)
        passed = offset
        found[path] = Position(line, offset - line_start + 1)
    return found


def duplicate_key(text: str) -> tuple[int, str, str] | None:
    """The first key of the well-formed JSON ``text`` that its object has already: offset, key, the object's pointer."""
    seen: list[set[str] | None] = []
    path: list[str | int] = []
    for event in _events(text):
        if event.kind == "open":
            seen.append(set() if event.token == "{" else None)
            path.append(0)
        elif event.kind == "close":
            seen.pop()
            path.pop()
        elif event.kind == "comma" and isinstance(path[-1], int):
            path[-1] += 1
        elif event.kind == "key":
            key, keys = json.loads(event.token), seen[-1]
            if keys is None or key in keys:
                return event.offset, key, pointer(path[:-1])
            keys.add(key)
            path[-1] = key
    return None


class _Event(NamedTuple):
    kind: str  # open, close, comma, key, value
    offset: int
    token: str


def _events(text: str) -> Iterator[_Event]:
    """The tokens of ``text`` with their part in it; a colon is no event."""
    objects: list[bool] = []
    key_next = False
    for match in _TOKEN.finditer(text):
        token, offset = match[0], match.start()
        if token in ("{", "["):
            objects.append(token == "{")
            key_next = objects[-1]
            yield _Event("open", offset, token)
        elif token in ("}", "]"):
            objects.pop()
            yield _Event("close", offset, token)
        elif token == ",":
            key_next = objects[-1]
            yield _Event("comma", offset, token)
        elif token != ":":
            yield _Event("key" if key_next else "value", offset, token)
            key_next = False


class _Sought:
    """A step of the sought paths: what comes below it, and the whole path when it is sought itself."""

    __slots__ = ("below", "path")

    def __init__(self) -> None:
        self.below: dict[str | int, _Sought] = {}
        self.path: Path | None = None


def _trie(paths: Iterable[Path]) -> _Sought:
    root = _Sought()
    for path in paths:
        step = root
        for name in path:
            step = step.below.setdefault(name, _Sought())
        step.path = path
    return root


def _sought(text: str, root: _Sought) -> Iterator[tuple[int, Path]]:
    """The offsets of the values that ``root`` seeks, in the order of the text."""
    stack: list[tuple[_Sought | None, bool]] = []
    index: list[int] = []
    here: _Sought | None = root
    for event in _events(text):
        if event.kind == "key":
            parent = stack[-1][0]
            here = parent.below.get(json.loads(event.token)) if parent is not None else None
            continue
        if event.kind == "close":
            stack.pop()
            index.pop()
            continue
        if event.kind == "comma":
            parent, in_list = stack[-1]
            if in_list:
                index[-1] += 1
                here = parent.below.get(index[-1]) if parent is not None else None
            continue
        if here is not None and here.path is not None:
            yield event.offset, here.path
        if event.kind == "open":
            in_list = event.token == "["
            stack.append((here, in_list))
            index.append(0)
            here = here.below.get(0) if here is not None and in_list else None
