"""Escapes that Markdown puts before signs it would read otherwise: ``1\\.发展旅游``, ``\\*``, ``\\#``."""

from __future__ import annotations

from converter.layout.offset_map import Cut, MappedText
from converter.patterns import late

_ESCAPE = late(r"\\(?=[-.．。、*_#+~`>|!(){}\[\]])")


def without_escapes(mapped: MappedText) -> MappedText:
    """The text without the backslashes before Markdown's signs, which are layout; other backslashes are text."""
    if "\\" not in mapped.text:
        return mapped
    cuts = [Cut(*found.span()) for found in _ESCAPE.finditer(mapped.text)]
    return mapped.without(cuts) if cuts else mapped
