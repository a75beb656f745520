"""The sources that people look at in the browser: in memory, the oldest forgotten first, and in a folder if named."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path, PurePath


@dataclass(slots=True)
class Kept:
    """A source as it was dropped, its name, and the corrections said on its page."""

    name: str
    data: bytes
    corrections: bytes | None = None

    @property
    def size(self) -> int:
        return len(self.data) + len(self.corrections or b"")


class Shelf:
    """Sources by a name that nobody guesses; at most ``limit`` bytes of them."""

    def __init__(self, limit: int, folder: Path | None) -> None:
        self._limit, self._folder = limit, folder
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def put(self, name: str, data: bytes) -> str:
        """Keep a source; gives the name it is found by."""
        key = secrets.token_urlsafe(12)
        self._kept[key] = Kept(name, data)
        while len(self._kept) > 1 and sum(one.size for one in self._kept.values()) > self._limit:
            self._kept.popitem(last=False)
        self.save(key, name, data)
        return key

    def get(self, key: str) -> Kept | None:
        """What is kept under ``key``; looked at now, it is forgotten later."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def drop(self, key: str) -> None:
        """Forget what is kept under ``key``; a folder keeps its files."""
        self._kept.pop(key, None)

    def save(self, key: str, name: str, data: bytes) -> None:
        """Write a file beside the others of ``key``, where a folder is named; of a name only its last part counts."""
        if self._folder is None:
            return
        safe = PurePath(name.replace("\\", "/")).name.lstrip(".") or "report"
        place = self._folder / key
        place.mkdir(parents=True, exist_ok=True)
        (place / safe).write_bytes(data)
