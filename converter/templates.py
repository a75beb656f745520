"""Where the templates of pages are, and how they are filled: Jinja2, everything escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    """The templates of the exports and of the viewer; a name that is not given is a fault, not a blank."""
    return Environment(
        loader=PackageLoader("converter", "page_templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
