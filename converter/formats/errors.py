"""What reading a report can fail with."""

from __future__ import annotations


class FormatError(ValueError):
    """The data is no report of schema version 1.x: one sentence with the place and what was found there.

    Also raised by the writers for a report that its syntax cannot hold, such as a control character in a heading.
    """
