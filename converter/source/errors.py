"""What the source room cannot do, each with one sentence for the person who asked."""

from __future__ import annotations


class SourceError(ValueError):
    """The input is no text that can be read: empty, blank, an image, an office document, in an unknown encoding."""


class RestoreError(ValueError):
    """The report does not hold the whole source, or was changed after it was made."""
