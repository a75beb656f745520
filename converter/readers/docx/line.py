"""One line in the making: what most of its characters are like, and how many at its start are bold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from converter.readers.docx.styles import RunProperties


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

    def add(self, text: str, properties: RunProperties) -> None:
        """Count a stretch of the line."""
        inked = len(text) if text.isalnum() else sum(not sign.isspace() for sign in text)
        if properties.bold:
            self.bold += inked
            if self.bold_run == self.length:
                self.bold_run += len(text)
        elif not inked and self.bold_run == self.length:
            self.bold_run += len(text)
        self.length += len(text)
        self.inked += inked
        if inked:
            if properties.size is not None:
                self.sizes[properties.size] += inked
            if properties.font is not None:
                self.fonts[properties.font] += inked

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
