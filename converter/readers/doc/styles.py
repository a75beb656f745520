"""The style sheet ([MS-DOC] 2.9.271): what each style is called, is based on, and changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from struct import error

from converter.readers.bounds import MAX_CHAIN
from converter.readers.doc.binary import u16
from converter.readers.doc.formats import CharacterFormat, ParagraphFormat, character_format, paragraph_format
from converter.readers.doc.piece_table import joined

_PARAGRAPH, _CHARACTER = 1, 2
_NONE = 0xFFF
#: Built-in styles by their numbers (sti): heading 1 to 9, the lines of a table of contents.
_HEADINGS, _CONTENTS = range(1, 10), range(19, 28)


@dataclass(slots=True)
class Style:
    """One style. ``built_in`` is the number of a style that Word itself knows."""

    name: str
    built_in: int
    kind: int
    base: int
    paragraph: bytes = b""
    character: bytes = b""

    @property
    def is_contents(self) -> bool:
        """Whether this is the style of a line of a table of contents."""
        return self.kind == _PARAGRAPH and self.built_in in _CONTENTS


@dataclass(slots=True)
class Styles:
    """The styles by their numbers, and what they come to."""

    by_number: list[Style | None]
    fonts: tuple[int, int, int] = (0, 0, 0)
    _paragraphs: dict[int, ParagraphFormat] = field(default_factory=dict)
    _characters: dict[int, CharacterFormat] = field(default_factory=dict)

    def __getitem__(self, number: int) -> Style | None:
        return self.by_number[number] if number < len(self.by_number) else None

    def paragraph(self, number: int) -> ParagraphFormat:
        """The format of a paragraph of this style."""
        known = self._paragraphs
        for step in self._chain(number, known):
            style = self.by_number[step]
            assert style is not None
            base = replace_style(known.get(style.base, ParagraphFormat()), step)
            if style.kind == _PARAGRAPH and style.built_in in _HEADINGS:
                base = paragraph_format(base, bytes([0x40, 0x26, style.built_in - 1]))
            known[step] = paragraph_format(base, style.paragraph)
        return known.get(number) or ParagraphFormat(style=number)

    def character(self, number: int) -> CharacterFormat:
        """The format of characters of this style, of a paragraph or of characters."""
        known = self._characters
        for step in self._chain(number, known):
            style = self.by_number[step]
            assert style is not None
            known[step] = character_format(known.get(style.base, CharacterFormat(font=self.fonts[1])), style.character)
        return known.get(number) or CharacterFormat(font=self.fonts[1])

    def run(self, paragraph: int, changes: bytes) -> CharacterFormat:
        """The format of a run with ``changes`` in a paragraph of the style ``paragraph``."""
        base = self.character(paragraph)
        direct = character_format(base, changes)
        if direct.style is None:
            return direct
        style = self[direct.style]
        if style is None or style.kind != _CHARACTER:
            return direct
        for step in reversed(list(self._bases(direct.style))):
            of_step = self.by_number[step]
            base = character_format(base, of_step.character) if of_step else base
        return character_format(base, changes)

    def _bases(self, number: int) -> list[int]:
        chain: list[int] = []
        while self[number] is not None and number not in chain and len(chain) < MAX_CHAIN:
            chain.append(number)
            number = self.by_number[number].base  # type: ignore[union-attr]
        return chain

    def _chain(self, number: int, known: dict[int, ParagraphFormat] | dict[int, CharacterFormat]) -> list[int]:
        """The styles to be worked out, the most basic first; what is known already is left out."""
        chain: list[int] = []
        while number not in known and self[number] is not None and number not in chain and len(chain) < MAX_CHAIN:
            chain.append(number)
            number = self.by_number[number].base  # type: ignore[union-attr]
        return chain[::-1]


def replace_style(base: ParagraphFormat, number: int) -> ParagraphFormat:
    """``base`` as the format of the style ``number``."""
    return paragraph_format(base, bytes([0x00, 0x46, number & 0xFF, number >> 8]))


def read_styles(data: bytes) -> Styles:
    """The style sheet; a damaged one ends where it is damaged."""
    styles: list[Style | None] = []
    fonts = (0, 0, 0)
    try:
        offset = 2 + u16(data, 0)
        count, base_length = u16(data, 2), u16(data, 4)
        fonts = (u16(data, 14), u16(data, 16), u16(data, 18))
        for _ in range(count):
            length = u16(data, offset)
            styles.append(_style(data[offset + 2 : offset + 2 + length], base_length) if length else None)
            offset += 2 + length
    except error:
        pass
    return Styles(styles, fonts)


def _style(data: bytes, base_length: int) -> Style:
    first, second, third = u16(data, 0), u16(data, 2), u16(data, 4)
    style = Style("", first & 0xFFF, second & 0xF, second >> 4)
    length = u16(data, base_length)
    offset = base_length + 2
    style.name = joined(data[offset : offset + 2 * length].decode("utf-16-le", "replace"))
    offset += 2 * length + 2
    changes = []
    for _ in range(third & 0xF):
        offset += offset % 2
        length = u16(data, offset)
        changes.append(data[offset + 2 : offset + 2 + length])
        offset += 2 + length
    if style.kind == _PARAGRAPH:
        style.paragraph = changes[0][2:] if changes else b""
        style.character = changes[1] if len(changes) > 1 else b""
    elif style.kind == _CHARACTER:
        style.character = changes[0] if changes else b""
    if style.base == _NONE:
        style.base = 0xFFFF
    return style
