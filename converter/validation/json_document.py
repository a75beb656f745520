"""A report in JSON, as the validator sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from converter.validation.finding import Position, Raised
from converter.validation.json_ours import read_ours
from converter.validation.json_places import pointer, positions
from converter.validation.json_reading import BYTE_ORDER_MARK, read_json, refuse_duplicate_keys
from converter.validation.rules.raising import rule_faults
from converter.validation.rules.view import View
from converter.validation.versions import is_other_major, other_version

_MARK = b"\xef\xbb\xbf"
#: More keys than any document has: looks for a key that stands twice, whatever the tree holds.
_UNKNOWN = -1


def _keys(tree: Any) -> int:
    """How many keys the objects of ``tree`` have together, without recursion."""
    found, work = 0, [tree]
    while work:
        value = work.pop()
        if isinstance(value, dict):
            found += len(value)
            work.extend(value.values())
        elif isinstance(value, list):
            work.extend(value)
    return found


class JsonDocument:
    """A JSON document that was read; ``where`` of its faults is a path of keys and indices."""

    def __init__(self, data: bytes) -> None:
        """Raises :class:`Refusal` when ``data`` is no JSON."""
        self._marked = data.startswith(_MARK)
        self._data = data.removeprefix(_MARK)
        self._view = read_ours(self._data)
        self._tree: Any = read_json(self._data) if self._view is None else None

    def raised(self, source: bytes | None) -> Iterator[Raised]:
        """The faults of the document; raises :class:`Refusal` for a key that stands twice and for another version."""
        if self._marked:
            yield Raised(BYTE_ORDER_MARK, {})
        if self._view is not None:
            yield from rule_faults(self._view, source)
            return
        from converter.formats.json_format import report_of
        from converter.validation import schema_json

        tree = self._tree
        if not schema_json.conforms(tree):
            refuse_duplicate_keys(self._data, _UNKNOWN)
            version = tree.get("schema_version") if isinstance(tree, dict) else None
            if is_other_major(version):
                path = ("schema_version",)
                raise other_version(version, positions(self._text, [path]).get(path), pointer(path))
            for fault in schema_json.schema_faults(tree):
                yield Raised(fault.row, fault.values, fault.path)
            return
        refuse_duplicate_keys(self._data, _keys(tree))
        yield from rule_faults(View(report_of(tree)), source)

    def places(self, faults: Sequence[Raised]) -> list[tuple[str, Position | None]]:
        """JSON Pointer and position of each of ``faults``; one pass over the text."""
        found = positions(self._text, [fault.where for fault in faults])
        return [(pointer(fault.where), found.get(fault.where)) for fault in faults]

    @cached_property
    def _text(self) -> str:
        return self._data.decode()
