"""Signs of symbol fonts (Symbol, Wingdings), which have no meaning in Unicode, as the signs they look like."""

from __future__ import annotations

#: By their place in the private area, where Word keeps them.
SYMBOLS: dict[str, str] = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0a8": "◻",
    "\uf06f": "□",
    "\uf0e8": "➔",
    "\uf0b2": "✧",
    "\uf02d": "-",
    "\uf0be": "—",
}
_BULLET = "•"
_UNKNOWN = "□"


def is_private(sign: str) -> bool:
    """Whether a sign stands in the private area, so that only its font tells what it is."""
    return "\ue000" <= sign <= "\uf8ff"


def bullet(text: str) -> str:
    """The sign of a bullet; a plain one for signs that the table does not know, nothing for blanks."""
    return "".join(SYMBOLS.get(sign, _BULLET) if is_private(sign) else sign for sign in text).strip()


def symbol(sign: str) -> str:
    """A sign in running text; a box stands for one that the table does not know."""
    return SYMBOLS.get(sign, _UNKNOWN) if is_private(sign) or sign < " " else sign
