"""How each block is read: what opens it, and which items it holds.

Marked nodes come first, then lines of their own, then leads among the plain paragraphs, then the items inside each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING

from converter.language.markers import MarkerMatch, inline_places, marker_at
from converter.language.ranks import Rank
from converter.language.sentences import skip_blanks
from converter.language.stops import CLOSING_BRACKETS, CLOSING_QUOTES, DOTS, FINAL_STOPS
from converter.layout import Block
from converter.model import Span
from converter.outline import named
from converter.outline.headings import ARTICLE, is_caption, is_heading_line, marked_opening, own_line
from converter.outline.items import marked_items, rest_after
from converter.outline.leads import Run, inline_leads
from converter.outline.next_openings import NextOpenings
from converter.outline.nodes import BOX, BlockReading, Opening
from converter.outline.opening_markers import opening_markers
from converter.outline.row_leads import below_refrain, row_leads, sentence_behind, span_of
from converter.outline.shared_lines import separate_markers
from converter.outline.stated import page_of
from converter.outline.unpaired_markers import drop_unpaired_markers

if TYPE_CHECKING:
    from converter.outline.stated_looks import Page

#: An inline run with this many points is taken even where no sibling has one …
ALONE = 4.0
#: … and with this many where all siblings have one.
AMONG_ALIKE = 1.8
#: A paragraph this long could hold a run of leads, so that it says something of its siblings when it has none.
LONG_ENOUGH = 120
#: No marker is longer than this.
LONGEST_MARKER = 12
#: What a paragraph of a text with stops ends in.
_TEXT_ENDS = frozenset(FINAL_STOPS + DOTS + CLOSING_QUOTES + CLOSING_BRACKETS)
#: The runs of leads: at the level of their parent's children, and one below.
LEAD, LOWER_LEAD = "lead", "lead_below"
_BOX = re.compile(r"专栏\s?[0-9０-９一二三四五六七八九十]{1,3}[：:\s]?[^。；！？]{0,40}")
#: A paragraph longer than this is no heading and no line of a list.
_LONG = 60


def read_blocks(blocks: Sequence[Block]) -> list[BlockReading]:
    """Read the blocks of the body."""
    readings, page = read_before_leads(blocks)
    unstated = unstated_lead(page)
    for above, row in plain_rows(readings):
        open_leads(readings, above, row, unstated)
    for index, run, needed in list(inline_runs(readings)):
        if run.points >= needed:
            _take_run(readings[index], run)
    return readings


def read_before_leads(blocks: Sequence[Block]) -> tuple[list[BlockReading], Page | None]:
    """The blocks with their markers, boxes, headings and named leads, and how they are set, where that is stated."""
    readings = [BlockReading(block) for block in separate_markers(_with_titles(blocks))]
    _open_marked(readings)
    drop_unpaired_markers(readings)
    page = _page(readings)
    _open_boxes(readings)
    _open_headings(readings, page)
    named.open_named_leads(readings)
    return readings, page


def unstated_lead(page: Page | None) -> float:
    """What a lead that is not bold is worth beside its points."""
    return page.unstated_lead if page is not None else 0.0


def _with_titles(blocks: Sequence[Block]) -> list[Block]:
    """A marker alone on its line takes the heading on the next: ``第一章`` / ``发展环境``."""
    whole: list[Block] = []
    for index, block in enumerate(blocks):
        if whole and block.role is whole[-1].role is None and _may_be_cut_off(whole[-1]) and not marker_at(block.text):
            match = marker_at(whole[-1].text)
            beyond = blocks[min(index + 1, len(blocks) - 1)]
            if match is not None and match.end == len(whole[-1].text) and is_heading_line(block, beyond):
                whole[-1] = whole[-1].followed_by(block)
                continue
        whole.append(block)
    return whole


def _may_be_cut_off(block: Block) -> bool:
    """Whether the block may be a marker alone."""
    return len(block.text) < LONGEST_MARKER


def _open_marked(readings: list[BlockReading]) -> None:
    # Nothing opens in a table, in an entry of contents or in a note.
    texts = ["" if reading.block.role else reading.block.text for reading in readings]
    matches = opening_markers(texts)
    before: MarkerMatch | None = None
    for index, (reading, text, match, places) in enumerate(
        zip(readings, texts, matches, inline_places(texts), strict=True)
    ):
        after = matches[index + 1] if index + 1 < len(matches) else None
        start = match.end if match else 0
        items = marked_items(reading.block, start, places, match or before, after) if match or places else []
        if match is not None:
            following = matches[index + 1 : index + 2]
            if items:  # 一是… 二是… in one paragraph are siblings, and what follows belongs to the last of them
                goes_on = items[0].form.series != match.form.series
            else:
                goes_on = bool(following) and _stands_below(following[0], match)
            reading.opening = marked_opening(text, match, items[0].start if items else len(text), goes_on=goes_on)
            before = match
        if items:
            reading.rest = rest_after(text, items)
            ends = [*(item.start for item in items[1:]), reading.rest or len(text)]
            reading.items = [marked_opening(text, m, end, goes_on=False) for m, end in zip(items, ends, strict=True)]
            before = items[-1]


def _stands_below(following: MarkerMatch | None, match: MarkerMatch) -> bool:
    """Whether the block after a marked one belongs to it: plain, or opened by a marker that stands lower."""
    if following is None:
        return True
    if following.form.rank is None:
        return following.form.series != match.form.series
    return match.form.rank is not None and following.form.rank > match.form.rank


def _page(readings: Sequence[BlockReading]) -> Page | None:
    """How the body is set, where its format states it."""
    page = page_of([reading.block for reading in readings])
    if page is None:
        return None
    return page.with_headings([reading.block for reading in readings if _is_marked_heading(reading)])


def _open_headings(readings: list[BlockReading], page: Page | None) -> None:
    """Open the lines of their own, at the level of chapters or below the numbered node they stand in."""
    if page is None and _without_stops(readings):
        return
    ranks = page.ranks(readings) if page is not None else None
    ahead = NextOpenings(readings)
    outermost = next_rank = None
    chapters = False
    below = False
    for index, reading in enumerate(readings):
        opening = reading.opening
        if opening is not None:
            if opening.rank is not None:
                next_rank = opening.rank
                outermost = next_rank if outermost is None else min(outermost, next_rank)
        elif may_be_own_line(readings, index) and _is_heading(reading.block, readings[index + 1].block, page):
            if not chapters and (outermost is None or _starts_chapter(ahead, index, outermost, below)):
                chapters = True
            below = below or not chapters
            heading = own_line(reading.block.text, 0, len(reading.block.text))
            stated = ranks.of(reading.block) if ranks is not None else None
            level = Rank.HEADING if chapters or next_rank is None else next_rank + Rank.BELOW
            run = "heading"
            if stated is not None:  # headings of two levels are two runs
                level, run = stated, f"heading {stated}"
            reading.opening = Opening(0, run, level, None, heading, False, len(reading.block.text))


def may_be_own_line(readings: Sequence[BlockReading], index: int) -> bool:
    """Whether nothing but its own words and looks can tell that a block is no unnumbered heading."""
    reading = readings[index]
    if reading.opening is not None or reading.items or reading.block.role is not None or index + 1 == len(readings):
        return False
    return not is_caption(reading.block, readings[index + 1].block)


def _is_heading(block: Block, following: Block, page: Page | None) -> bool:
    by_text = is_heading_line(block, following)
    return by_text if page is None else page.is_heading(block, by_text=by_text)


def _is_marked_heading(reading: BlockReading) -> bool:
    """Whether a marker opens the block and nothing but a heading follows."""
    opening = reading.opening
    return opening is not None and opening.match is not None and opening.body == len(reading.block.text)


def _without_stops(readings: Sequence[BlockReading]) -> bool:
    """Whether the text has lost its stops, so that a line without one says nothing."""
    long = [reading.block.text for reading in readings if len(reading.block.text) > _LONG]
    return sum(text[-1] not in _TEXT_ENDS for text in long) * 2 > len(long)


def _starts_chapter(ahead: NextOpenings, index: int, outermost: float, below: bool) -> bool:
    """Whether a heading among numbered sections stands above them: these count from one again, or come no more.

    Where any run goes on behind the heading, ``（二）…`` ``抓好三件事`` ``一是…`` ``（三）…``, it stands inside.
    """
    following = ahead.next_at_most(index, outermost)
    if following is None:
        numbered = ahead.next_at_most(index, inf)
        return not below and (numbered is None or _counts_from_one(ahead.opening(numbered)))
    return _counts_from_one(ahead.opening(following))


def _counts_from_one(opening: Opening) -> bool:
    return opening.match is not None and opening.match.ordinal == 1


def _open_boxes(readings: Sequence[BlockReading]) -> None:
    """Open the boxes of a plan: ``专栏1：新材料技术``, at the level of the run they stand in."""
    for reading in readings:
        if reading.opening is None and not reading.items and _BOX.fullmatch(reading.block.text):
            whole = len(reading.block.text)
            reading.opening = Opening(0, BOX, None, None, own_line(reading.block.text, 0, whole), False, whole)


def plain_rows(readings: Sequence[BlockReading]) -> Iterator[tuple[int | None, list[int]]]:
    """The rows of plain paragraphs, each with the index of the opening above it; boxes in a row do not end it."""
    above: int | None = None
    row: list[int] = []
    boxed = False
    for index, reading in enumerate(readings):
        opening = reading.opening
        if opening is None:
            row.append(index)
        elif opening.run == BOX and row:
            boxed = True
        elif not boxed or opening.rank is None or opening.rank < Rank.ARABIC:
            if row:
                yield above, row
            above, row, boxed = index, [], False
    if row:
        yield above, row


def open_leads(readings: Sequence[BlockReading], above: int | None, row: Sequence[int], unstated: float) -> None:
    """Open the leads of a row; the first may be an item behind the run-in heading of what stands above."""
    opening = readings[above].opening if above is not None else None
    if opening is not None and opening.run == ARTICLE:
        return  # the paragraphs of a regulation open with sentences like the others
    leads = row_leads([readings[index].block for index in row], behind_run_in(readings, above), unstated)
    if above is None and leads and 2 * len(leads) < row[-1] + 1 - row[leads[0].index]:
        return  # above all sections nothing takes the paragraphs behind the last lead
    lower = below_refrain(leads)
    for n, lead in enumerate(leads):
        reading = readings[above if lead.index < 0 and above is not None else row[lead.index]]
        if reading.items and reading.items[0].start <= lead.end:
            continue
        found = _lead(reading.block, span_of(lead), LOWER_LEAD if lead.index in lower else LEAD)
        if lead.index < 0:
            reading.items = [found]
            continue
        found.run_in = not lead.own_line
        reading.opening = found
        followed = n + 1 < len(leads) and leads[n + 1].index in lower and lead.index not in lower
        if lead.own_line and followed and (second := sentence_behind(reading.block, lead)) is not None:
            reading.items = [_lead(reading.block, second, LOWER_LEAD)]


def behind_run_in(readings: Sequence[BlockReading], above: int | None) -> tuple[Block, int] | None:
    """The block of the opening above a row and where its text starts, if it goes on behind a run-in heading."""
    if above is None:
        return None
    reading = readings[above]
    opening = reading.opening
    if opening is None or opening.match is None or not opening.run_in or reading.items:
        return None
    return reading.block, opening.body


def inline_runs(readings: Sequence[BlockReading]) -> Iterator[tuple[int, Run, float]]:
    """The runs of leads inside paragraphs without marked items, and the points each needs: siblings are alike."""
    runs: dict[int, Run] = {}
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    chapter = -1
    for index, reading in enumerate(readings):
        opening = reading.opening
        if opening is not None and opening.rank is not None and opening.rank <= Rank.CJK:
            chapter = index
        if reading.items or reading.block.role is not None:
            continue
        start = opening.body if opening else 0
        run = inline_leads(reading.block, start)
        if run.leads:
            runs[index] = run
        if run.leads or len(reading.block.text) - start > LONG_ENOUGH:
            groups[chapter, opening.run if opening else "plain"].append(index)
    for members in groups.values():
        having = sum(index in runs for index in members)
        for index in members:
            if index in runs:
                others = (having - 1) / (len(members) - 1) if len(members) > 1 else 0.0
                yield index, runs[index], ALONE + (AMONG_ALIKE - ALONE) * others


def _take_run(reading: BlockReading, run: Run) -> None:
    """Make the leads of ``run`` items; the first opens the paragraph itself where it stands at its start."""
    leads = list(run.leads)
    key = "inline_lead"
    if reading.opening is None and leads[0][0] == skip_blanks(reading.block.text, 0, len(reading.block.text)):
        reading.opening = _lead(reading.block, leads.pop(0), key)
    reading.items = [_lead(reading.block, lead, key) for lead in leads]


def _lead(block: Block, lead: Span, key: str) -> Opening:
    body = skip_blanks(block.text, lead[1] + 1, len(block.text))
    return Opening(lead[0], key, None, None, lead, True, body)
