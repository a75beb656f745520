"""Verdicts as text for people and machines: one module a format, each with ``render``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from converter.validation.finding import Verdict

#: Takes verdicts as they come and gives the report piece by piece; ``strict`` says that warnings refuse, too.
Render = Callable[[Iterable[Verdict], bool], Iterator[str]]

#: The names of ``--format`` and the modules that write them.
FORMATS = {
    "text": "converter.validation.renderers.text",
    "text-zh": "converter.validation.renderers.text_zh",
    "json": "converter.validation.renderers.json_report",
    "sarif": "converter.validation.renderers.sarif",
    "junit": "converter.validation.renderers.junit",
    "github": "converter.validation.renderers.github",
    "gitlab": "converter.validation.renderers.gitlab",
}


def renderer(name: str) -> Render:
    """The writer of the format ``name``; raises :class:`KeyError` for another name than those of ``FORMATS``."""
    render: Render = import_module(FORMATS[name]).render
    return render
