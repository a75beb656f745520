"""From a binary Word file to its projected text: stories in reading order, numbers, tables, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from struct import error

from converter.model.errors import ReaderError
from converter.model.projection import LineFacts, LineKind, Projected
from converter.readers.doc.binary import u32s
from converter.readers.doc.document import Document, Run, StoryParagraph
from converter.readers.doc.header import Header, Place
from converter.readers.doc.piece_table import joined
from converter.readers.doc.streams import open_streams
from converter.readers.list_numbers import ListNumbers
from converter.readers.projecting import Projection

VERSION = "1"
#: The lengths of the entries of tables that are counted.
_COMMENT, _TEXT_BOX = 30, 22
_NOTES = ((Place.FOOTNOTE_REFERENCES, Place.FOOTNOTE_TEXTS), (Place.ENDNOTE_REFERENCES, Place.ENDNOTE_TEXTS))
#: Twentieths of a point; what Word takes for the size of a character where none is said.
_TWIPS, _USUAL_SIZE = 20, 20


def read(data: bytes) -> Projected:
    """The projected text of a .doc or .wps and the facts it states. Raises :class:`ReaderError`."""
    try:
        document = Document(open_streams(data))
        return _Reading(document).projected()
    except (error, IndexError) as damage:
        raise ReaderError("this Word file is damaged; open it in Word and save it as .docx") from damage


class _Reading:
    """The projection of one document in the making."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._projection = Projection()
        self._numbers = ListNumbers()
        self._started: set[tuple[int, int]] = set()
        self._notes = _note_numbers(document.header)
        self._number_of_note = 0

    def projected(self) -> Projected:
        header = self._document.header
        self._body(0, header.main)
        footnotes = header.main
        endnotes = footnotes + header.footnotes + header.headers + header.macros + header.comments
        self._note_texts(Place.FOOTNOTE_TEXTS, footnotes, header.footnotes)
        self._note_texts(Place.ENDNOTE_TEXTS, endnotes, header.endnotes)
        self._count_omitted(header)
        return self._projection.projected("doc", VERSION, "application/msword", states_paragraphs=True)

    # The body

    def _body(self, start: int, end: int) -> None:
        row_open = False
        cell_open = False
        for paragraph in self._document.paragraphs(start, end):
            layout = paragraph.format
            depth = max(layout.depth, int(layout.in_table))
            if not depth:
                if row_open:
                    self._projection.end(LineFacts())
                row_open = cell_open = False
                self._paragraph(paragraph)
            elif layout.row_end and depth == 1:
                if row_open:
                    self._projection.end(LineFacts())
                row_open = cell_open = False
            elif not layout.inner_row_end:
                if not cell_open:
                    self._projection.next_cell()
                    row_open = cell_open = True
                elif self._projection.in_line:
                    self._projection.write(" ", "separator")
                self._label(paragraph)
                self._characters(paragraph)
                cell_open = not (paragraph.mark == "\x07" and depth == 1)
        if row_open:
            self._projection.end(LineFacts())

    def _paragraph(self, paragraph: StoryParagraph, kind: LineKind = "paragraph") -> None:
        facts = self._facts(paragraph, kind)
        self._label(paragraph)
        self._characters(paragraph, facts)
        self._projection.end(facts)

    # What stands in a line

    def _label(self, paragraph: StoryParagraph) -> None:
        """The number that Word draws before the paragraph."""
        layout = paragraph.format
        lists = self._document.lists
        numbered = lists[layout.list - 1] if 0 < layout.list <= len(lists) else None
        if numbered is None or layout.level >= len(numbered.levels):
            return
        for level, start in numbered.starts.items():
            if (layout.list, level) not in self._started:
                self._started.add((layout.list, level))
                self._numbers.start_over(numbered.name, level, start)
        label = self._numbers.label(numbered.name, numbered.levels, layout.level)
        self._projection.write(label, "numbering")
        if label:
            self._projection.write(numbered.levels[layout.level].separator, "separator")

    def _characters(self, paragraph: StoryParagraph, facts: LineFacts | None = None) -> None:
        """The text of a paragraph. A line break ends a line with ``facts``; in a cell, without facts, it is a blank."""
        pending: list[str] = []
        for run in paragraph.runs:
            if run.format.deleted:
                self._projection.omit("deleted_revisions")
            elif run.format.hidden:
                if run.text.strip():
                    self._projection.omit("hidden_text")
            elif run.format.symbol is not None:
                pending.append(_symbol(run.format.symbol) * len(run.text))
            elif run.format.special:
                self._write(pending, facts)
                for sign in run.text:
                    self._special(sign)
            else:
                pending.append(run.text)
        self._write(pending, facts)

    def _write(self, units: list[str], facts: LineFacts | None) -> None:
        lines = joined("".join(units)).translate(_SIGNS).split("\n")
        units.clear()
        for line in lines[:-1]:
            self._projection.write(line)
            if facts is None:
                self._projection.write(" ")
            elif self._projection.in_line:
                self._projection.end(replace(facts))
                facts.kind, facts.bold_run = "line", 0
        self._projection.write(lines[-1])

    def _special(self, sign: str) -> None:
        if sign == "\x02":
            self._number_of_note += 1
            self._projection.write(f"[{self._number_of_note}]", "numbering")
        elif sign in "\x01\x08":
            self._projection.omit("pictures")
        elif sign >= " " or sign == "\t":
            self._projection.write(sign)

    # What stands behind the body

    def _note_texts(self, place: Place, start: int, length: int) -> None:
        """Foot- or endnotes, one line a paragraph; the numbers go on from those of the body."""
        plex = self._document.header.part(place)
        if not length or len(plex) < 8:
            return
        bounds = u32s(plex, 0, len(plex) // 4 - 1)
        for number, (first, last) in zip(self._notes[place], pairwise(bounds), strict=False):
            self._number_of_note = number - 1
            for paragraph in self._document.paragraphs(start + min(first, length), start + min(last, length)):
                if _has_text(paragraph):
                    self._paragraph(paragraph, "note")

    # Facts

    def _facts(self, paragraph: StoryParagraph, kind: LineKind) -> LineFacts:
        document, layout = self._document, paragraph.format
        style = document.styles[layout.style]
        shown = [run for run in paragraph.runs if not (run.format.deleted or run.format.hidden) and run.text.strip()]
        size = _most(shown, "size") or _USUAL_SIZE
        font = _most(shown, "font")
        indent = layout.first_line_characters / 100 or layout.first_line / _TWIPS / (size / 2)
        return LineFacts(
            kind="contents" if paragraph.in_contents or (style and style.is_contents) else kind,
            style=style.name or None if style else None,
            outline_level=layout.outline_level,
            alignment=layout.alignment,
            size=size / 2,
            bold=all(run.format.bold for run in shown) if shown else None,
            font=document.fonts[font] or None if font is not None and font < len(document.fonts) else None,
            indent=round(indent + layout.left / _TWIPS / (size / 2), 2),
            bold_run=_bold_run(shown),
        )

    def _count_omitted(self, header: Header) -> None:
        self._projection.omit("comments", max(0, len(header.part(Place.COMMENT_REFERENCES)) - 4) // (4 + _COMMENT))
        if header.text_boxes:
            boxes = max(0, len(header.part(Place.TEXT_BOXES)) - 4) // (4 + _TEXT_BOX)
            self._projection.omit("text_boxes", max(1, boxes - 1))
        self._projection.omit("headers_footers", _headers(self._document))


#: Signs that stand for others in running text: hyphens that do not break, and those that show only at a line's end.
_SIGNS = {**{code: None for code in range(32) if code not in (9, 11)}, 0x0B: "\n", 0x0E: "\n", 0x1E: "-", 0x1F: None}


def _symbol(code: int) -> str:
    """The sign of a symbol font: its place in the font tells nothing, so it is a bullet."""
    return "•" if 0xF000 <= code <= 0xF0FF or code < 0x20 else chr(code)


def _has_text(paragraph: StoryParagraph) -> bool:
    return any(run.text.strip() for run in paragraph.runs)


def _most(runs: list[Run], name: str) -> int | None:
    """The value that most characters have."""
    counts: Counter[int] = Counter()
    for run in runs:
        value = getattr(run.format, name)
        if value is not None:
            counts[value] += len(run.text)
    return counts.most_common(1)[0][0] if counts else None


def _bold_run(runs: list[Run]) -> int:
    length = 0
    for run in runs:
        if not run.format.bold:
            break
        length += len(run.text)
    return length


def _note_numbers(header: Header) -> dict[Place, list[int]]:
    """The numbers of the foot- and endnotes: both are counted together, in the order of the text."""
    places = []
    for references, texts in _NOTES:
        plex = header.part(references)
        count = max(0, len(plex) - 4) // 6
        places += [(place, texts) for place in (u32s(plex, 0, count) if count else ())]
    numbers: dict[Place, list[int]] = {texts: [] for _, texts in _NOTES}
    for number, (_, texts) in enumerate(sorted(places), 1):
        numbers[texts].append(number)
    return numbers


def _headers(document: Document) -> int:
    """How many headers and footers hold anything: the first six stories are separators of notes."""
    header = document.header
    plex = header.part(Place.HEADERS)
    if not header.headers or len(plex) < 4 * 8:
        return 0
    start = header.main + header.footnotes
    bounds = u32s(plex, 0, len(plex) // 4)[6:-1]
    return sum(bool(document.text[start + a : start + b].strip("\r\x13\x14\x15 ")) for a, b in pairwise(bounds))
