"""Time orientation: which parts of a report look back and which plan, and the passages that can hold targets."""

from __future__ import annotations

from typing import NamedTuple

from converter.model import Paragraph, Report, Section, Span
from converter.patterns import late
from converter.targets.where.headings import (
    HEADING_LENGTH,
    Orientation,
    divisions,
    heading_of,
    heading_orientation,
    last_year,
    turning_point,
)
from converter.targets.where.horizons import Horizon, base_horizon, horizon_of, past_horizon
from converter.targets.where.prefilter import promising
from converter.targets.where.tables import Table
from converter.targets.where.time_signs import GOALS, PAST_OPEN, PAST_OPENING, PAST_PARAGRAPH, PROMISED, TURNING

_NUMBERED = late(r"(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．])")
_STOPS = "。！？；\n"
# The start of a sentence is looked for no further back.
_SENTENCE = 400


class Passage(NamedTuple):
    """A heading or a paragraph text with what its part of the report looks at.

    What stands before ``text[turn]`` looks back, whatever the part does.
    """

    section: Section | None
    paragraph: Paragraph | None
    text: str
    span: Span
    orientation: Orientation
    horizon: Horizon
    turn: int = 0


# What a paper that directs work is called: `关于做好2025年春耕工作的通知`, `关于推进乡村全面振兴的实施意见`
_DIRECTS = late(r"关于(?!表彰|公布|召开|任免|批转|转发).*(?:意见|措施|通知|指示)(?:[（(][^（）()]{1,20}[）)])?$")


class Oriented(NamedTuple):
    """The headings and paragraphs of a report that plan, those that look back, and its tables, in reading order."""

    planned: list[Passage]
    reviewed: list[Passage]
    tables: list[Table]


def passages(report: Report) -> Oriented:
    """What of ``report`` can hold targets, and what results."""
    reader = _Reader(report)
    for paragraph in report.preamble:
        reader.loose(paragraph)
    for section in reader.chapters:
        reader.division(section)
    for paragraph in report.closing:
        reader.loose(paragraph)
    found = [reader.found[index] for index in promising([passage.text for passage in reader.found])]
    reviewed = [reader.reviewed[index] for index in promising([passage.text for passage in reader.reviewed])]
    planned = [passage for passage in found if passage.orientation == "plan" or reader.plans(passage)]
    return Oriented(planned, reviewed, reader.tables)


class _Reader:
    """Walks through a report and remembers what the part it is in looks at."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.plan_document = report.meta.document_type == "plan" or _DIRECTS.search(report.meta.title or "") is not None
        self.base = base_horizon(report)
        self.orientation: Orientation = "plan" if self.plan_document else "open"
        self.horizon = self.base
        self.chapters = divisions(report.sections)
        self.turns = turning_point(self.chapters)
        self.found: list[Passage] = []
        self.reviewed: list[Passage] = []
        self.tables: list[Table] = []
        self.past = Horizon(report.meta.review_year)
        # Whether a part that looks back, first or wholly, has come to its goals or to the year that it plans.
        self.turned = False
        self.by_sentence = False
        if not self.plan_document and self.turns is not None:
            self.orientation = "review"

    def division(self, section: Section) -> None:
        """A chapter: its headings and paragraphs and those of all below it."""
        if section is self.turns:
            self.turns = None
        self._enter(heading_of(section))
        read, looked_back = len(self.found), len(self.reviewed)
        self._inside(section)
        # A chapter that looks both ways and says nowhere that it turns is read sentence by sentence.
        if self.orientation == "mixed" and not self.turned:
            del self.found[read:], self.reviewed[looked_back:]
            self.by_sentence = True
            self._inside(section)
            self.by_sentence = False

    def _enter(self, heading: str) -> None:
        planned, self.turned = self.turned, False
        orientation = heading_orientation(heading)
        if not self.plan_document and (year := last_year(heading)) and self.base.target is not None:
            orientation = "review" if year < self.base.target else orientation or "plan"
        if orientation is not None:
            self.orientation = orientation
        elif planned and self.orientation in ("review", "mixed"):
            self.orientation = "plan"
        elif (self.report.meta.document_type == "other" and not self.plan_document) or (
            self.orientation in ("review", "mixed") and self.turns is None
        ):
            self.orientation = "open"
        self.horizon = horizon_of(heading, self.base) if orientation in ("plan", "mixed") else self.base
        self.past = past_horizon(heading, self.report.meta.review_year)

    def loose(self, paragraph: Paragraph) -> None:
        """A paragraph outside the sections; a short line without a stop acts as the heading of what follows."""
        text = paragraph.text
        if paragraph.cells:
            self.tables.append(Table(None, paragraph, self._now(), self.horizon))
        elif len(text) <= HEADING_LENGTH and text[-1:] not in "。！？；：":
            if heading_orientation(text) is not None or _NUMBERED.match(text):
                self._enter(text)
        elif paragraph.role is None:
            self._paragraph(None, paragraph)

    def _inside(self, division: Section) -> None:
        # What is still to be read, the next one last: a section to enter, or paragraphs of one that was entered.
        stack: list[Section | tuple[Section, list[Paragraph]]] = [division]
        while stack:
            node = stack.pop()
            if isinstance(node, tuple):
                section, paragraphs = node
            else:
                section, paragraphs = node, node.body
                if section is not division and not section.run_in and self._skips(section):
                    continue
                self._heading(section)
                if section.tail:
                    stack.append((section, section.tail))
                if section.interludes:
                    stack += _middle(section)
                else:
                    stack += section.subsections[::-1]
            for paragraph in paragraphs:
                if paragraph.role is None:
                    self._paragraph(section, paragraph)
                elif paragraph.cells:
                    self.tables.append(Table(section, paragraph, self._now(), self.horizon))

    def _skips(self, section: Section) -> bool:
        """Whether a part below a chapter looks back by its own heading; in a mixed chapter, one that plans turns it."""
        if self.orientation not in ("open", "mixed") or not section.heading:
            return False
        own = heading_orientation(section.heading)
        if self.orientation == "mixed" and own == "plan":
            self.turned = True
        return own == "review"

    def _heading(self, section: Section) -> None:
        if section.heading and section.heading_span is not None and (orientation := self._now()) is not None:
            self.found.append(Passage(section, None, section.heading, section.heading_span, orientation, self.horizon))

    def _paragraph(self, section: Section | None, paragraph: Paragraph) -> None:
        text, turn = paragraph.text, 0
        if self._now() is None:
            if self.orientation == "mixed" and TURNING.match(text):
                self.turned = True
            elif (goals := _goals(text)) is not None:
                self.turned, turn = True, goals
                self.found.append(Passage(section, paragraph, text, paragraph.span, "plan", self.horizon, turn))
                return
        if (orientation := self._now()) is not None:
            self.found.append(Passage(section, paragraph, text, paragraph.span, orientation, self.horizon))
        else:
            self.reviewed.append(Passage(section, paragraph, text, paragraph.span, "review", self.past))

    def _now(self) -> Orientation | None:
        """What the place that is read looks at; ``None`` when it looks back."""
        if self.orientation == "review":
            return "open" if self.turned else None
        if self.orientation == "mixed":
            return "mixed" if self.by_sentence else "plan" if self.turned else None
        return self.orientation

    def plans(self, passage: Passage) -> bool:
        """Whether a passage speaks of the time to come although no heading says so."""
        text = passage.text
        if passage.paragraph is None or passage.orientation == "mixed":
            return True
        if PAST_OPENING.match(text) or any(map(text.__contains__, PAST_PARAGRAPH)):
            return _goals(text) is not None
        return self.report.meta.document_type != "other" or PROMISED.search(text) is not None


def _goals(text: str) -> int | None:
    """Where the sentence starts that states the goals (…主要预期目标是：…); ``None`` when there is none."""
    if "目标" not in text:
        return None
    for match in GOALS.finditer(text):
        floor = max(0, match.start() - _SENTENCE)
        start = max(floor, *(text.rfind(stop, floor, match.start()) + 1 for stop in _STOPS))
        if PAST_OPEN.search(text, start, match.end()) is None:
            return start
    return None


def _middle(section: Section) -> list[Section | tuple[Section, list[Paragraph]]]:
    """The subsections and the paragraphs between them, the last one first."""
    middle: list[Paragraph | Section] = [*section.interludes, *section.subsections]
    middle.sort(key=lambda node: node.span, reverse=True)
    return [(section, [node]) if isinstance(node, Paragraph) else node for node in middle]
