"""What holds inside a group of RTF: how text looks, how its paragraph is set, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from converter.model.projection import Alignment
from converter.readers.looks import RunLook

#: Where the text of a group goes: into the document, into a table of the head, into nothing.
Destination = Literal["body", "skip", "fonts", "styles", "number", "instruction"]
_TWIPS = 20.0
_USUAL_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set; ``\\pard`` begins anew. Lengths are in twips."""

    style: int | None = None
    outline_level: int | None = None
    alignment: Alignment | None = None
    left: float = 0.0
    first: float = 0.0
    first_chars: float = 0.0
    in_table: bool = False

    def indent(self, size: float | None) -> float:
        """How far the first line is indented, in characters of ``size`` points."""
        character = (size or _USUAL_SIZE) * _TWIPS
        first = self.first_chars / 100 if self.first_chars else self.first / character
        return round(self.left / character + first, 1)


@dataclass(slots=True)
class State:
    """The state of a group; a group inside begins with a copy and ends without a trace.

    ``font`` and ``asian_font`` are numbers of the table of fonts; ``script`` is the word that says to which of them
    what follows belongs. ``counted`` names what is left out, once there is text in it.
    """

    destination: Destination = "body"
    look: RunLook = field(default_factory=lambda: RunLook(size=_USUAL_SIZE))
    setting: Setting = field(default_factory=Setting)
    font: int | None = None
    asian_font: int | None = None
    script: str = ""
    unicode_skip: int = 1
    deleted: bool = False
    contents: bool = False
    counted: list[str] | None = None
    aside: bool = False

    def inner(self) -> State:
        """The state that a group inside begins with."""
        return replace(self, aside=False)
