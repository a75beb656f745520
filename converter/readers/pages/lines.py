"""Lines of a page: pieces that stand side by side, columns one after the other, rows of tables with their cells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from converter.readers.pages.pieces import Page, PageLine, Part, Piece, ink_left

#: Pieces stand on one line when their baselines are nearer than this share of the larger size: superscripts are raised.
_SAME_LINE = 0.45
#: A gap wider than this, in sizes, parts cells or columns; one wider than the others is a blank.
_CELL_GAP, _BLANK_GAP, _WESTERN_GAP = 1.8, 0.7, 0.2
#: How many times the usual gap of its line a gap must be to tell anything (``青　禾　县`` is set wide, not in cells).
_BEYOND_USUAL = 1.8
#: Two columns: so many lines of each stand beside the gutter, each so wide; so few lines cross it.
_COLUMN_LINES, _COLUMN_WIDTH, _CROSSING = 6, 12.0, 0.25
#: How near the gutter, in sizes, the ends of full lines and the beginnings of the others stand.
_NEAR_GUTTER = 1.6
#: Rows of a table are so many lines apart at most.
_NEAR_ROW = 2
#: A title set one character below the other has at least so many.
_STACKED = 3


@dataclass(slots=True)
class _Segment:
    """Pieces side by side without a gap."""

    pieces: list[Piece]
    parts: list[Part]
    left: float
    right: float
    baseline: float
    size: float
    font: str | None


def page_lines(page: Page) -> list[PageLine]:
    """The lines of ``page`` in reading order."""
    pieces = _rows(page.pieces)
    wide = _usual_gap(pieces)
    rows = [row for row in (_segments(row, wide) for row in pieces) if row]
    segments = [segment for row in rows for segment in row]
    gutter = _gutter(segments, page.width)
    if gutter is None:
        lines = [_line(page.number, row) for row in rows]
    else:
        lines = [_line(page.number, [segment]) for segment in _column_order(segments, gutter)]
    lines = _stacked_joined(lines)
    _tell_rows(lines)
    return lines


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each height, from the top down and from left to right."""
    rows: list[list[Piece]] = []
    baseline = size = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.left)):
        if rows and piece.baseline - baseline <= _SAME_LINE * max(size, piece.size):
            rows[-1].append(piece)
            size = max(size, piece.size)
        else:
            rows.append([piece])
            baseline, size = piece.baseline, piece.size
    for row in rows:
        row.sort(key=lambda piece: piece.left)
    return rows


def _gaps(row: list[Piece]) -> list[float]:
    return [(after.left - before.right) / max(before.size, after.size) for before, after in pairwise(row)]


def _usual_gap(rows: list[list[Piece]]) -> float:
    """The gap between characters of a page that is set wide, in sizes; 0 where characters stand close together."""
    alone = sum(len(piece.text.strip()) <= 1 for row in rows for piece in row)
    if 2 * alone < sum(map(len, rows)):
        return 0.0
    gaps = [gap for row in rows for gap in _gaps(row)]
    return max(0.0, median(gaps)) if gaps else 0.0


def _segments(row: list[Piece], wide: float) -> list[_Segment]:
    """The stretches of a row that no wide gap parts; blanks at their ends are left out."""
    row = _without_outer_blanks(row)
    gaps = _gaps(row)
    single = len(row) > 2 and all(len(piece.text.strip()) <= 1 for piece in row)
    usual = max(0.0, median(gaps)) if single else wide
    segments: list[list[Piece]] = []
    parts: list[list[Part]] = []
    for index, piece in enumerate(row):
        gap = gaps[index - 1] if index else 0.0
        if not index or gap > _CELL_GAP * (1 + usual):
            segments.append([piece])
            parts.append([Part(piece.text)])
            continue
        if _is_blank(row[index - 1].text, piece.text, gap, usual):
            parts[-1].append(Part(" ", generated=True))
        parts[-1].append(Part(piece.text))
        segments[-1].append(piece)
    return [_segment(pieces, texts) for pieces, texts in zip(segments, parts, strict=True)]


def _without_outer_blanks(row: list[Piece]) -> list[Piece]:
    """``row`` from its first to its last piece that is no blank."""
    filled = [index for index, piece in enumerate(row) if piece.text.strip()]
    return row[filled[0] : filled[-1] + 1] if filled else []


def _is_blank(before: str, after: str, gap: float, usual: float) -> bool:
    """Whether the gap between two pieces stands for a blank: ``县长　张三``, ``GDP growth``; not 2024 年."""
    if before[-1:].isspace() or after[:1].isspace() or gap <= _BEYOND_USUAL * usual:
        return False
    western = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalnum()
    return gap > (_WESTERN_GAP if western else _BLANK_GAP)


def _segment(pieces: list[Piece], parts: list[Part]) -> _Segment:
    lengths: Counter[tuple[float, str | None]] = Counter()
    for piece in pieces:
        lengths[piece.size, piece.font] += len(piece.text)
    size, font = lengths.most_common(1)[0][0]
    first, last = pieces[0], pieces[-1]
    baseline = next(piece.baseline for piece in pieces if piece.size == size)
    right = last.right - (ink_left(last.text[::-1], 0, last.size))
    return _Segment(pieces, parts, ink_left(first.text, first.left, first.size), right, baseline, size, font)


def _gutter(segments: list[_Segment], width: float) -> float | None:
    """The right edge of the left one of two columns; ``None`` for a page of one column."""
    if len(segments) < 2 * _COLUMN_LINES:
        return None
    ends = Counter(round(segment.right / 4) for segment in segments if 0.25 * width < segment.right < 0.75 * width)
    for end, count in ends.most_common(3):
        if count < _COLUMN_LINES // 2:
            return None
        gutter = 4.0 * end + 3
        left = [segment for segment in segments if segment.right <= gutter + segment.size]
        right = [segment for segment in segments if segment.left > gutter]
        if len(segments) - len(left) - len(right) > _CROSSING * len(segments):
            continue
        if _is_column(left, ends_at=gutter) and _is_column(right, begins_at=min((s.left for s in right), default=0)):
            return gutter
    return None


def _is_column(segments: list[_Segment], *, ends_at: float | None = None, begins_at: float | None = None) -> bool:
    """Whether enough wide lines end at the gutter, or begin beside it, as running text does and cells do not."""
    wide = [segment for segment in segments if segment.right - segment.left > _COLUMN_WIDTH * segment.size]
    if ends_at is not None:
        near = [segment for segment in wide if abs(ends_at - segment.right) < _NEAR_GUTTER * segment.size]
    else:
        near = [segment for segment in wide if segment.left - (begins_at or 0) < _NEAR_GUTTER * segment.size]
    return len(near) >= _COLUMN_LINES and len(near) > len(segments) / 3


def _column_order(segments: list[_Segment], gutter: float) -> list[_Segment]:
    """The left column and then the right one, of each stretch between lines that cross the gutter."""
    ordered: list[_Segment] = []
    left: list[_Segment] = []
    right: list[_Segment] = []
    for segment in sorted(segments, key=lambda segment: segment.baseline):
        if segment.right <= gutter + segment.size:
            left.append(segment)
        elif segment.left > gutter:
            right.append(segment)
        else:
            ordered += [*left, *right, segment]
            left, right = [], []
    return [*ordered, *left, *right]


def _line(page: int, row: list[_Segment]) -> PageLine:
    largest = max(row, key=lambda segment: sum(len(part.text) for part in segment.parts))
    return PageLine(
        page,
        [segment.parts for segment in row],
        row[0].left,
        row[-1].right,
        largest.baseline,
        largest.size,
        largest.font,
    )


def _stacked_joined(lines: list[PageLine]) -> list[PageLine]:
    """Lines of one character each, of one type, one below the other, as the one line they are (a cover's title)."""
    joined: list[PageLine] = []
    run: list[PageLine] = []
    for line in lines:
        if run and not _is_stacked(run[-1], line):
            joined += _as_one(run)
            run = []
        run.append(line)
    return joined + _as_one(run)


def _is_stacked(above: PageLine, below: PageLine) -> bool:
    return (
        len(above.text.strip()) == len(below.text.strip()) == 1
        and above.size == below.size
        and abs(above.left - below.left) < below.size / 2
    )


def _as_one(run: list[PageLine]) -> list[PageLine]:
    if len(run) < _STACKED:
        return run
    run[0].cells = [[part for line in run for cell in line.cells for part in cell]]
    return run[:1]


def _tell_rows(lines: list[PageLine]) -> None:
    """A line with gaps is a row of a table where one near it has gaps too (a cell may go on below); else a tab."""
    for index, line in enumerate(lines):
        if len(line.cells) > 1:
            neighbours = lines[max(0, index - _NEAR_ROW) : index] + lines[index + 1 : index + 1 + _NEAR_ROW]
            line.is_row = any(len(other.cells) > 1 for other in neighbours)
