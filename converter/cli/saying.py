"""What is said to the person at the terminal: lines on the standard error that no file name can spoil."""

from __future__ import annotations

import click

from converter.file_names import printable


def say(message: str) -> None:
    """Write ``message``, as one line, to the standard error."""
    click.echo(printable(message), err=True)
