"""Forms in which rules read a line: without white space, look-alikes folded, in narrow figures, brackets and stops."""

from __future__ import annotations

from functools import lru_cache

from converter.language.lookalikes import folded

# What patterns name in the narrow form: `（１９５４年）` reads like `(1954年)`, `二Ｏ二三年` like `二〇二三年`.
_NARROW = dict(zip("（）：！，；．－／○Ｏ", "():!,;.-/〇〇", strict=True))


def narrow(text: str) -> str:
    """The text in narrow brackets and stops, look-alikes folded, each character in its place."""
    for wide, figure in _NARROW.items():  # quicker than one call of str.translate
        text = text.replace(wide, figure)
    return folded(text)


def unspaced(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


@lru_cache(maxsize=512)
def compact(text: str) -> str:
    """The text without white space, narrow and folded.

    A line of the edge is asked about several times, so the last ones are kept.
    """
    return narrow(unspaced(text))
