"""Paragraphs of fixed pages: told by indent, by a short last line and by type, where these are clear."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from converter.language.markers import starts_node
from converter.language.stops import FINAL_STOPS
from converter.language.widths import columns
from converter.model.projection import LineKind
from converter.patterns import late
from converter.readers.pages.pieces import PageLine

#: In sizes of its type: a line set in so far begins a paragraph; one that stops so far before the edge ends one;
#: what lacks less is full (a comma may hang, a number may be too long to stay), and between the two nothing is certain.
_INDENT, _FLUSH, _SHORT, _FULL = 1.2, 0.6, 3.2, 1.3
#: A line that ends a sentence must be fuller, for the paragraph may end with it.
_FULL_STOP = 0.6
#: Running text is set in columns of at least so many characters; the ends of shorter lines tell nothing.
_NARROW = 14
#: Lines of one paragraph have sizes that differ by less than this share.
_SAME_SIZE = 0.1
#: Where fewer lines than this share reach the edge, lines do not tell by their ends.
_JUSTIFIED = 0.3
#: Paragraphs are set in where so many lines are, for each line at the edge; a first line is set in by at most so much.
_INDENTED, _FIRST_LINE = 0.03, 4.5
#: A line that is so many times the usual distance away from the last begins a paragraph.
_GAP = 1.6
#: A footnote is set in type of at most this share of the body's, and begins with its sign.
_NOTE_SIZE = 0.88
_NOTE_SIGN = late(r"[①-⑳㉑-㉟]|[\[［〔【]\d{1,3}[\]］〕】]|\d{1,3}[\s.．、]?\D|[*＊※]|注[：:]")
#: A line is centred when it is set in further than a first line is, and both sides differ by less than this.
_CENTRED_FROM, _CENTRED = 2.9, 1.0


@dataclass(slots=True)
class PageParagraph:
    """Lines of the pages that are one line of the projected text; of kind ``line`` where it may go on from the last."""

    lines: list[PageLine]
    kind: LineKind
    centred: bool = False


def set_edges(pages: list[list[PageLine]], widths: list[float]) -> None:
    """Give each line the edges of its column: where most of its lines begin, and where the longest end.

    A page of headings alone has no line that begins at the edge: it has the edges of the other left or right pages.
    """
    columns = [
        ((number % 2, round(width), index, count), column)
        for number, (lines, width) in enumerate(zip(pages, widths, strict=True))
        for index, column, count in _numbered(_columns(lines))
    ]
    margins: defaultdict[tuple[int, ...], Counter[float]] = defaultdict(Counter)
    edges: defaultdict[tuple[int, ...], Counter[float]] = defaultdict(Counter)
    pitch = _pitch([line for lines in pages for line in lines])
    own = [(_margin(column), _edge(column)) for _, column in columns]
    for (key, column), (margin, edge) in zip(columns, own, strict=True):
        margins[key][margin] += len(column)
        edges[key][edge] += len(column)
    for (key, column), (margin, edge) in zip(columns, own, strict=True):
        margin = min(margin, margins[key].most_common(1)[0][0])
        edge = max(edge, edges[key].most_common(1)[0][0])
        for line in column:
            line.margin, line.edge, line.pitch = margin, edge, pitch


def _pitch(lines: list[PageLine]) -> float:
    """How wide a character is on most lines of running text, in sizes; never less than 1."""
    widths = [(line.right - line.left) / line.size / (columns(line.text) / 2) for line in lines if len(line.text) > 9]
    return max(1.0, median(widths)) if widths else 1.0


def _numbered(columns: list[list[PageLine]]) -> Iterator[tuple[int, list[PageLine], int]]:
    for index, column in enumerate(columns):
        yield index, column, len(columns)


def _columns(lines: list[PageLine]) -> list[list[PageLine]]:
    """The lines of each column: a column ends where the next line stands higher."""
    columns: list[list[PageLine]] = []
    for line in lines:
        if columns and line.baseline >= columns[-1][-1].baseline - 1:
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns


def _margin(lines: list[PageLine]) -> float:
    """The leftmost place where more than a stray line begins."""
    flush = Counter(round(line.left) for line in lines if not line.is_row)
    if not flush:
        return min(line.left for line in lines)
    often = max(flush.values())
    return float(min(place for place, count in flush.items() if count >= max(1, often / 5)))


def _edge(lines: list[PageLine]) -> float:
    """The place where most of the long lines end; a hanging stop goes beyond it."""
    lines = [line for line in lines if not line.is_row] or lines
    widest = max(line.right for line in lines)
    ends = Counter(round(line.right / 2) for line in lines if line.right > widest - 3 * line.size)
    often = max(ends.values())
    return 2.0 * max(place for place, count in ends.items() if count >= max(1, often / 2))


def body_size(lines: list[PageLine]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.5


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: whether lines end at the edge unless a paragraph does, whether paragraphs are set in.

    ``pitch`` is the distance of most lines from the one above, in points.
    """

    justified: bool
    indented: bool
    pitch: float


def setting_of(lines: list[PageLine]) -> Setting:
    """How ``lines``, the body of all pages, are set."""
    plain = [line for line in lines if not line.is_row]
    full = sum(abs(line.lack) <= _FULL for line in plain)
    indents = sum(_INDENT <= line.indent <= _FIRST_LINE for line in plain)
    flush = sum(abs(line.indent) < _FLUSH for line in plain)
    return Setting(full >= _JUSTIFIED * len(lines), indents >= _INDENTED * flush, _usual_pitch(lines))


def split_notes(lines: list[PageLine], size: float) -> tuple[list[PageLine], list[PageLine]]:
    """The body of one page and the footnotes below it: small type at its foot, from a sign of a note on."""
    first = len(lines)
    while first and lines[first - 1].size <= _NOTE_SIZE * size and not lines[first - 1].is_row:
        first -= 1
    while first < len(lines) and not _NOTE_SIGN.match(lines[first].text.lstrip()):
        first += 1
    return (lines[:first], lines[first:]) if first else (lines, [])


def note_paragraphs(lines: list[PageLine]) -> list[PageParagraph]:
    """Footnotes: each begins with a sign."""
    paragraphs: list[PageParagraph] = []
    for line in lines:
        if paragraphs and not _NOTE_SIGN.match(line.text.lstrip()):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(PageParagraph([line], "note"))
    return paragraphs


def paragraphs(lines: list[PageLine]) -> list[PageParagraph]:
    """The paragraphs of ``lines``, the body of all pages in order; rows of tables stay lines."""
    found: list[PageParagraph] = []
    setting = setting_of(lines)
    for line in lines:
        centred = _is_centred(line)
        before = found[-1] if found else None
        if before is None or line.is_row or before.lines[-1].is_row:
            found.append(PageParagraph([line], "paragraph", centred))
            continue
        kind = _relation(before, line, centred, setting)
        if kind is None:
            before.lines.append(line)
        else:
            found.append(PageParagraph([line], kind, centred))
    return found


def _usual_pitch(lines: list[PageLine]) -> float:
    """The distance of most lines from the one above, in points."""
    pitches: Counter[int] = Counter()
    for _, group in groupby(lines, key=lambda line: line.page):
        of_page = list(group)
        for above, below in pairwise(of_page):
            if 0 < below.baseline - above.baseline < 5 * below.size:
                pitches[round(below.baseline - above.baseline)] += 1
    return float(pitches.most_common(1)[0][0]) if pitches else 0.0


def _relation(before: PageParagraph, line: PageLine, centred: bool, setting: Setting) -> LineKind | None:
    """What ``line`` is after ``before``: a paragraph, a line that may go on from it, or its certain continuation."""
    last = before.lines[-1]
    if abs(last.size - line.size) > _SAME_SIZE * max(last.size, line.size):
        return "paragraph"
    if centred or before.centred:
        return "line" if centred and before.centred else "paragraph"
    if line.indent >= _INDENT:
        hanging = len(before.lines) > 1 and abs(before.lines[-1].left - line.left) < line.size / 2
        return "line" if hanging else "paragraph"
    if line.page == last.page and setting.pitch and line.baseline - last.baseline > _GAP * setting.pitch:
        return "paragraph"
    if line.indent > _FLUSH or last.edge - last.margin < _NARROW * last.size:
        return "line"
    return _after_indents(before, line) if setting.indented else _after_edges(last, setting)


def _after_indents(before: PageParagraph, line: PageLine) -> LineKind | None:
    """A line at the edge where paragraphs are set in: it goes on, unless what stands before it is complete."""
    last = before.lines[-1]
    if last.text.rstrip()[-1:] in FINAL_STOPS:
        if last.lack > _SHORT:
            return "paragraph"
        return None if last.lack <= _FULL_STOP else "line"
    heading = len(before.lines) == 1 and last.lack > _SHORT and (starts_node(last.text) or last.indent < _FLUSH)
    return "line" if heading or starts_node(line.text) else None


def _after_edges(last: PageLine, setting: Setting) -> LineKind | None:
    """A line at the edge where all are: only the end of the line before tells, if lines end at the edge."""
    if not setting.justified:
        return "line"
    stops = last.text.rstrip()[-1:] in FINAL_STOPS
    if last.lack > _SHORT:
        return "paragraph" if stops else "line"
    return None if last.lack <= (_FULL_STOP if stops else _FULL) else "line"


def _is_centred(line: PageLine) -> bool:
    left, right = line.indent, line.lack
    return left > _CENTRED_FROM and abs(left - right) < _CENTRED and not line.is_row


def joint(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: a blank between words of Western text, else nothing."""
    return " " if re.match(r"[A-Za-z]", before[-1:]) and re.match(r"[A-Za-z]", after[:1]) else ""
