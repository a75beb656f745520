"""The tables at the head of an RTF file: fonts and styles."""

from __future__ import annotations

from dataclasses import dataclass

from converter.readers.rtf.charsets import codec_of_font


@dataclass(slots=True)
class Entry:
    """A font or a style in the making."""

    number: int = 0
    charset: int | None = None
    outline_level: int | None = None
    name: bytes = b""


@dataclass(slots=True)
class Font:
    """A font: its character set and what it is called."""

    charset: int | None
    name: str | None


@dataclass(slots=True)
class Style:
    """A paragraph style: what it is called, and its outline level."""

    name: str | None
    outline_level: int | None


class Head:
    """The fonts and styles of a document by their numbers."""

    def __init__(self) -> None:
        self.codec = "cp1252"
        self.fonts: dict[int, Font] = {}
        self.styles: dict[int, Style] = {}
        self.default_font: int | None = None
        self._entry: Entry | None = None

    def font_word(self, word: str, number: int | None) -> None:
        """A control word inside the table of fonts."""
        if word == "f":
            self._entry = Entry(number or 0)
        elif word == "fcharset" and self._entry is not None:
            self._entry.charset = number

    def style_word(self, word: str, number: int | None) -> None:
        """A control word inside the table of styles; one without ``\\s`` is the usual style, number 0."""
        if word == "{" or self._entry is None:
            self._entry = Entry()
        if word == "s":
            self._entry.number = number or 0
        elif word in ("cs", "ds", "ts"):
            self._entry.number = -1  # no paragraph style
        elif word == "outlinelevel":
            self._entry.outline_level = number

    def text(self, text: bytes) -> None:
        """The name of a font or style, or a part of it."""
        if self._entry is not None and len(self._entry.name) < 200:
            self._entry.name += text

    def end_font(self) -> None:
        """The font at hand is complete."""
        entry, self._entry = self._entry, None
        if entry is not None:
            self.fonts[entry.number] = Font(entry.charset, self._name(entry, entry.charset))

    def end_style(self) -> None:
        """The style at hand is complete."""
        entry, self._entry = self._entry, None
        if entry is not None and entry.number >= 0 and entry.name:
            self.styles[entry.number] = Style(self._name(entry, None), entry.outline_level)

    def _name(self, entry: Entry, charset: int | None) -> str | None:
        codec = codec_of_font(charset, self.codec)
        return entry.name.split(b";")[0].decode(codec, "replace").strip() or None
