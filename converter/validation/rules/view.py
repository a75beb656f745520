"""What the rules look at: the report, with the parts of its tree laid out once in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from converter.model import Paragraph, Report, Result, Section, Span, Target
from converter.model.source_map import SourceMap
from converter.model.walk import Leaf, leaves
from converter.source import SourceError, decode
from converter.source.encodings import find
from converter.source.newlines import newline_of, unified
from converter.source.readings import read
from converter.source.spellings import resolved
from converter.validation.finding import Row

#: A step of the way from an object of the model to its faulty part: a field, or an index of a list.
Step = str | int


class Fault(NamedTuple):
    """A breach of a rule: the object of the model, the way from there to the faulty part, and the values to name."""

    owner: object
    way: tuple[Step, ...]
    values: Mapping[str, object]
    span: Span | None = None


#: A section where it stands: its parent, its depth from 1, and its number among its siblings from 1.
Placed = tuple[Section, Section | None, int, int]

#: A span of the model, and the object and field that hold it.
Spanned = tuple[Span, object, str]


class View:
    """One report as the rules see it; ``source`` is the original file when it was given."""

    def __init__(self, report: Report, source: bytes | None = None) -> None:
        self.report = report
        self.source = source
        self.public = report.edition.kind == "public"
        self.characters = report.source.characters
        self.layout = report.source.layout
        self.placed = _placed(report)
        self.sections = [section for section, _, _, _ in self.placed]
        self.leaves: list[Leaf] = list(leaves(report))

    @cached_property
    def paragraphs(self) -> list[tuple[Section | None, Paragraph]]:
        """Every paragraph with the section that holds it, in reading order."""
        return [(section, paragraph) for _, section, paragraph, _, _ in self.leaves if paragraph is not None]

    @cached_property
    def spans(self) -> list[Spanned]:
        """Every span of the report; those of leaves only when leaves and layout do not make up the text."""
        report, sections = self.report, self.sections
        paragraphs = [paragraph for _, paragraph in self.paragraphs]
        found: list[Spanned] = [(section.span, section, "span") for section in sections]
        if self.whole is None:
            found += [(s.heading_span, s, "heading_span") for s in sections if s.heading_span is not None]
            found += [(s.marker.span, s.marker, "span") for s in sections if s.marker is not None]
            found += [(paragraph.span, paragraph, "span") for paragraph in paragraphs]
        found += [(mark.span, mark, "span") for paragraph in paragraphs for mark in paragraph.marks]
        found += [(stated.span, stated, "span") for stated in self.stated]
        found += [(paid.span, paid, "span") for paid in report.paid_spans]
        found += [(d.span, d, "span") for d in report.diagnostics if d.span is not None]
        found += [(c.span, c, "span") for c in report.corrections if c.span is not None and c.status == "applied"]
        return found

    @cached_property
    def stated(self) -> list[Target | Result]:
        """Every target and every result."""
        return [*self.report.targets, *self.report.results]

    @cached_property
    def sections_by_id(self) -> dict[str, Section]:
        """The sections by their ids."""
        return {section.id: section for section in self.sections}

    @cached_property
    def paragraphs_by_id(self) -> dict[str, tuple[Section | None, Paragraph]]:
        """The paragraphs, with their sections, by their ids."""
        return {paragraph.id: (section, paragraph) for section, paragraph in self.paragraphs}

    @cached_property
    def whole(self) -> str | None:
        """The decoded text, when leaves and layout make it up piece by piece, without gap or overlap; one pass.

        ``None`` when they do not, and of the public edition. So the rules of the partition, all of which hold of such a
        text, need to look for what is wrong only when there is something wrong.
        """
        if self.public:
            return None
        layout = iter(self.layout)
        offset, piece = next(layout, _NO_PIECE)
        pieces: list[str] = []
        reached = 0
        for _, _, _, text, (start, end) in self.leaves:
            while offset == reached < start:
                pieces.append(piece)
                reached += len(piece)
                offset, piece = next(layout, _NO_PIECE)
            if not reached == start < end:
                return None
            if end - start == len(text):
                pieces.append(text)
                reached = end
                continue
            passed = 0
            while reached < end:
                if offset == reached:
                    pieces.append(piece)
                    reached += len(piece)
                    offset, piece = next(layout, _NO_PIECE)
                else:
                    stop = min(offset, end) if offset > reached else end
                    pieces.append(text[passed : passed + stop - reached])
                    passed += stop - reached
                    reached = stop
            if reached != end or passed != len(text):
                return None
        while offset == reached:
            pieces.append(piece)
            reached += len(piece)
            offset, piece = next(layout, _NO_PIECE)
        return "".join(pieces) if (offset, reached) == (_NO_PIECE[0], self.characters) else None

    @cached_property
    def text(self) -> str:
        """The decoded text, put together from leaves and layout; for rules that need the partition only."""
        if self.whole is not None:
            return self.whole
        pieces: list[tuple[int, str]] = []
        for leaf, segments in self.segments():
            passed = 0
            for start, end in segments:
                pieces.append((start, leaf.text[passed : passed + end - start]))
                passed += end - start
        pieces += [(offset, text) for offset, text in self.layout]
        pieces.sort()
        return "".join([text for _, text in pieces])

    def segments(self) -> Iterator[tuple[Leaf, list[Span]]]:
        """Every leaf with the stretches of the source that are its text: its span less layout and, in the public
        edition, less what is paid. Leaves, layout and paid spans must be in order."""
        for leaf in self.leaves:
            yield leaf, self.source_map.segments(leaf.span)

    @cached_property
    def source_map(self) -> SourceMap:
        """Where content stands in the source; layout and paid spans must be in order."""
        return SourceMap.of(self.report)

    @cached_property
    def original(self) -> str | None:
        """The text of the source file in the report's encoding; ``None`` without a file or when it is no such text."""
        if self.source is None:
            return None
        encoding = find(self.report.source.encoding)
        try:
            decoded = decode(self.source, repair_encoding=self.report.source.repair is not None)
            if encoding is not None and decoded.encoding == encoding.name:
                return decoded.text
        except SourceError:
            pass  # detection gives up on blanks and on what is hardly a text; what the report says may be right
        if encoding is None:
            return None
        reading = read(self.source.removeprefix(encoding.bom) if self.report.source.bom else self.source, encoding)
        return resolved(unified(reading, newline_of(reading.text), encoding.codec), encoding.codec)[0].text

    def is_layout(self, offset: int, text: str) -> bool:
        """Whether ``text`` stands at ``offset`` and is layout, every character of it."""
        end = offset + len(text)
        if offset < 0 or self.source_map.content_before(end) != self.source_map.content_before(offset):
            return False
        return self.text.startswith(text, offset)


@dataclass(frozen=True, slots=True)
class Rule(Row):
    """A row of the catalogue with its check. A check is left out when a rule that it ``needs`` was broken."""

    check: Callable[[View], Iterator[Fault]] = field(kw_only=True)
    needs: tuple[str, ...] = field(default=(), kw_only=True)


#: What follows the last piece of layout.
_NO_PIECE = (-1, "")


def _placed(report: Report) -> list[Placed]:
    """Every section, parents before children; a list of work instead of recursion."""
    found: list[Placed] = []
    work: list[Placed] = []
    work += [(section, None, 1, number) for number, section in enumerate(report.sections, 1)][::-1]
    while work:
        placed = work.pop()
        found.append(placed)
        section, _, depth, _ = placed
        if section.subsections:
            depth += 1
            work += [(child, section, depth, number) for number, child in enumerate(section.subsections, 1)][::-1]
    return found
