"""From a report back to the bytes it was made from."""

from __future__ import annotations

from converter.model import Report


class RestoreError(ValueError):
    """The report does not hold the whole source, or was changed after it was made."""


def restore(report: Report) -> bytes:
    """The original bytes, checked against ``source.sha256``; raises :class:`RestoreError`."""
    raise NotImplementedError
