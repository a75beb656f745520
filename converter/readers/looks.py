"""What runs of text look like, and what the line that they make looks like: most of its characters, its bold start."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace

from converter.patterns import late

_HEADING_STYLE = late("(?:[Hh]eading|标题) ?([1-9])")


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a run of text is like; ``None`` where nothing is stated. ``size`` is in points."""

    bold: bool | None = None
    size: float | None = None
    font: str | None = None
    hidden: bool | None = None

    def over(self, upper: RunLook) -> RunLook:
        """This look with what ``upper`` states in its place."""
        stated = {each.name: value for each in fields(upper) if (value := getattr(upper, each.name)) is not None}
        return replace(self, **stated) if stated else self


def level_of_style(style: str | None) -> int | None:
    """The outline level that the name of a built-in style tells: ``heading 2``, ``标题 2``."""
    found = _HEADING_STYLE.fullmatch(style) if style else None
    return int(found[1]) if found else None


@dataclass(slots=True)
class LineLook:
    """Counts characters by their size and font. What the word processor draws itself is ``drawn`` and counts as bold
    where the text after it is."""

    drawn: int = 0
    length: int = 0
    bold_run: int = 0
    bold: int = 0
    inked: int = 0
    sizes: Counter[float] = field(default_factory=Counter)
    fonts: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, look: RunLook) -> None:
        """Count a stretch of the line."""
        inked = len(text) if text.isalnum() else sum(not sign.isspace() for sign in text)
        if look.bold:
            self.bold += inked
            if self.bold_run == self.length:
                self.bold_run += len(text)
        elif not inked and self.bold_run == self.length:
            self.bold_run += len(text)
        self.length += len(text)
        self.inked += inked
        if inked:
            if look.size is not None:
                self.sizes[look.size] += inked
            if look.font is not None:
                self.fonts[look.font] += inked

    @property
    def size(self) -> float | None:
        """The size of most characters, in points; of two as common the larger."""
        return max(self.sizes, key=lambda size: (self.sizes[size], size)) if self.sizes else None

    @property
    def font(self) -> str | None:
        """The East Asian font of most characters."""
        return max(self.fonts, key=lambda font: (self.fonts[font], font)) if self.fonts else None

    @property
    def all_bold(self) -> bool | None:
        """Whether every character is bold; ``None`` for an empty line."""
        return self.bold == self.inked if self.inked else None

    @property
    def bold_from_start(self) -> int:
        """How many characters from the first of the line on are bold."""
        return self.drawn + self.bold_run if self.bold and self.bold_run else 0
