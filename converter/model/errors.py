"""What can go wrong, each with one sentence for the person who asked; all of it is a :class:`GongwenError`."""

from __future__ import annotations


class GongwenError(ValueError):
    """The base of all: something handed in cannot be worked on. ``str`` is one sentence that says why."""


class SourceError(GongwenError):
    """The input is no text that can be read: empty, blank, an image, in an unknown encoding."""


class ReaderError(GongwenError):
    """The file cannot be read. The sentence says what was found and what would be right, and does not name the file."""


class RestoreError(GongwenError):
    """The report does not hold the whole source, or was changed after it was made."""


class FormatError(GongwenError):
    """The data is no report of schema version 1.x: one sentence with the place and what was found there.

    Also raised by the writers for a report that its syntax cannot hold, such as a control character in a heading.
    """
