"""What the metadata are read from: the parts of a document, sorted by how much they may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from converter.language.normal_form import compact, narrow, unspaced
from converter.model import Paragraph, Role, Section
from converter.outline import Outline

_OPENING_CHARACTERS = 1500
_BEGINNING_CHARACTERS = 5000
_HEADING_LEVELS = 2


@dataclass(frozen=True)
class Evidence:
    """An outline as the readers of metadata want it: lines of the front by role, headings, the running text."""

    outline: Outline

    def front(self, role: Role) -> list[str]:
        """The lines of the front that have ``role``, up to the salutation, in reading order."""
        return [paragraph.text for paragraph in self._head if paragraph.role == role]

    @cached_property
    def front_lines(self) -> list[Paragraph]:
        """All lines of the front, in reading order."""
        return list(self.outline.front)

    def back(self, role: Role) -> list[str]:
        """The lines of the back that have ``role``, in reading order."""
        return [paragraph.text for paragraph in self.outline.back if paragraph.role == role]

    @cached_property
    def salutation(self) -> str | None:
        """The first salutation as printed."""
        return next((line.text.strip() for line in self.outline.front if line.role == "salutation"), None)

    @cached_property
    def front_text(self) -> str:
        """Title, subtitle and author lines as one compact text, a line each."""
        return "\n".join(compact(line.text) for line in self._head if line.role in ("title", "subtitle", "author"))

    @cached_property
    def headings(self) -> list[str]:
        """The headings of the first two levels, compact, in reading order."""
        return [compact(section.heading or "") for section in self._titled if section.level <= 2]

    @cached_property
    def chapters(self) -> list[str]:
        """The headings of the first level, compact, in reading order."""
        return [compact(section.heading or "") for section in self._titled if section.level == 1]

    @cached_property
    def printed_body(self) -> str:
        """Headings and paragraphs of preamble, body and closing without white space, each on a line of its own."""
        pieces = [paragraph.text for paragraph in self.outline.preamble]
        for section in self._sections:
            if section.heading:
                pieces.append(section.heading)
            pieces.extend(paragraph.text for paragraph in (*section.body, *section.interludes, *section.tail))
        pieces.extend(paragraph.text for paragraph in self.outline.closing)
        return "\n".join(map(unspaced, pieces))

    @cached_property
    def body(self) -> str:
        """The body, compact: each character stands where it stands in :attr:`printed_body`."""
        return narrow(self.printed_body)

    @cached_property
    def beginning(self) -> str:
        """The first part of the body, compact: the one that looks back."""
        return narrow(self.printed_body[:_BEGINNING_CHARACTERS])

    @cached_property
    def opening(self) -> str:
        """The first sentences of the body, in which a speaker says what he speaks for and where."""
        return self.beginning[:_OPENING_CHARACTERS]

    @cached_property
    def notes(self) -> str:
        """The notes of the back as one compact text, a line each."""
        return "\n".join(compact(line) for line in self.back("note"))

    @cached_property
    def _head(self) -> list[Paragraph]:
        """The front up to the salutation; behind it, a circular carries the title of what it brings."""
        lines = self.outline.front
        ends = [number for number, line in enumerate(lines) if line.role == "salutation"]
        return lines[: ends[0]] if ends else lines

    @cached_property
    def _titled(self) -> list[Section]:
        """The sections with a heading; a lead is a sentence of the text, and says nothing of the whole."""
        return [s for s in self._sections if s.heading and (s.marker is not None or not s.run_in)]

    @cached_property
    def _sections(self) -> list[Section]:
        """All sections and items in reading order, parents before children."""
        found: list[Section] = []
        stack = self.outline.sections[::-1]
        while stack:
            section = stack.pop()
            found.append(section)
            stack.extend(reversed(section.subsections))
        return found
