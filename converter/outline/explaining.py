"""Why blocks and sentences are nodes or none: the outline's decisions as data, by reading the blocks once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.language.sentences import first_sentence
from converter.layout import Block, Layout
from converter.model import Role
from converter.model.decisions import Decision, DecisionKind, Evidence
from converter.outline.block_reading import (
    behind_run_in,
    inline_runs,
    may_be_own_line,
    open_leads,
    plain_rows,
    read_before_leads,
    unstated_lead,
)
from converter.outline.building import edges
from converter.outline.closing import closing_length
from converter.outline.headings import is_heading_line
from converter.outline.markdown import without_title_mark
from converter.outline.nodes import BOX, BlockReading, Opening
from converter.outline.row_leads import LeadReading, read_row
from converter.outline.separating import separate_edges
from converter.outline.stated import page_of
from converter.outline.stated_looks import Page

_LONGEST_TEXT = 60


def decisions(layout: Layout) -> list[Decision]:
    """What the outline decided about the blocks of ``layout``, in reading order."""
    blocks = separate_edges(without_title_mark(layout.blocks))
    front, back = edges(blocks)
    body = blocks[len(front) : len(blocks) - len(back)]
    whole = page_of(blocks)
    found = [*_edge("front", blocks[: len(front)], front, whole)]
    found += _edge("back", blocks[len(blocks) - len(back) :], back, whole)
    readings, page = read_before_leads(body)
    unstated = unstated_lead(page)
    found += _stated_headings(readings, page)
    told = [reading for reading in readings if page is None or not _is_unnumbered(reading)]
    found += [_opened(reading, reading.opening) for reading in told if reading.opening is not None]
    found += [_opened(reading, item) for reading in readings for item in reading.items if reading.block.role is None]
    for above, row in plain_rows(readings):
        behind = behind_run_in(readings, above)
        for lead in read_row([readings[index].block for index in row], behind):
            block = behind[0] if lead.opener.index < 0 and behind else readings[row[lead.opener.index]].block
            found.append(_lead(block, lead, unstated))
        open_leads(readings, above, row, unstated)
    for index, run, needed in inline_runs(readings):
        block = readings[index].block
        start, end = run.leads[0][0], run.leads[-1][1]
        names = " · ".join(block.text[a:b] for a, b in run.leads)
        taken = run.points >= needed
        verdict = f"{len(run.leads)} items" if taken else "no items"
        found.append(
            Decision(
                "inline_leads", block.span(start, end), names, verdict, "leads inside a paragraph", run.points, needed
            )
        )
    found += _closing(readings)
    return sorted(found, key=lambda decision: decision.span)


def _edge(kind: DecisionKind, blocks: Sequence[Block], roles: Sequence[Role], page: Page | None) -> Iterator[Decision]:
    for block, role in zip(blocks, roles, strict=True):
        rule = f"lines of the {kind}"
        if page is not None and role == "title" and page.is_title(block):
            rule += ", and in its format set like a title"
        elif page is not None and role == "author" and (page.is_author(block) or page.is_centred(block)):
            rule += ", and in its format set like an author"
        yield Decision(kind, block.span(0, len(block.text)), _short(block.text), role, rule)


def _stated_headings(readings: Sequence[BlockReading], page: Page | None) -> Iterator[Decision]:
    """The lines of their own that are headings, or none, by their words and by what their format states together."""
    if page is None:
        return
    for index, reading in enumerate(readings[:-1]):
        block, is_heading = reading.block, _is_unnumbered(reading)
        if not is_heading and not may_be_own_line(readings, index):
            continue
        weighed = page.weighed(block, by_text=is_heading_line(block, readings[index + 1].block))
        if is_heading or len(weighed) > 1:
            evidence = tuple(Evidence(name, points) for name, points in weighed)
            verdict = "section" if is_heading else "no heading"
            rule = "a line of its own, by its words and by what its format states"
            points = round(sum(points for _, points in weighed), 2)
            span = block.span(0, len(block.text))
            yield Decision("heading", span, _short(block.text), verdict, rule, points, 0.0, evidence)


def _is_unnumbered(reading: BlockReading) -> bool:
    """Whether the block is an unnumbered heading, at a level of its own or at one that is stated."""
    opening = reading.opening
    return opening is not None and opening.match is None and opening.run.startswith("heading")


def _opened(reading: BlockReading, opening: Opening) -> Decision:
    block = reading.block
    kind = "section" if opening is reading.opening else "item"
    heading = block.text[slice(*opening.heading)] if opening.heading else ""
    end = opening.heading[1] if opening.heading else opening.match.end if opening.match else opening.start + 1
    span = block.span(opening.start, max(end, opening.start + 1))
    if opening.match is not None:
        form = opening.match.form
        how = "no heading" if not heading else "run-in heading" if opening.run_in else "heading on its own line"
        rule = f"marker of the family {form.family}, like {form.example}; {how}"
        return Decision("marker", span, _short(block.text[opening.start :]), f"{kind} {heading}".strip(), rule)
    rule = {BOX: "box of a plan", "heading": "short line without a stop above longer text"}.get(
        opening.run, "named lead"
    )
    return Decision("heading", span, _short(heading), kind, rule)


def _lead(block: Block, lead: LeadReading, unstated: float) -> Decision:
    evidence = [Evidence(name, round(points, 2)) for name, points in lead.own]
    evidence.append(Evidence("the row it stands in", round(lead.row, 2)))
    points = lead.points
    if unstated and not lead.opener.emphasised:
        evidence.append(Evidence("not bold, where the format states headings", unstated))
        points += unstated
    span = block.span(lead.opener.start, lead.opener.end)
    alone = "; no other lead in the row" if points > 0 and not lead.is_lead else ""
    verdict = "lead" if lead.is_lead else f"no lead{alone}"
    rule = "leads that open paragraphs"
    return Decision("lead", span, lead.opener.words, verdict, rule, round(points, 2), 0.0, tuple(evidence))


def _closing(readings: Sequence[BlockReading]) -> Iterator[Decision]:
    for reading in readings[len(readings) - closing_length(readings) :]:
        text = reading.block.text
        first = first_sentence(text)
        end = first.end if first is not None and first.end > 0 else len(text)
        yield Decision("back", reading.block.span(0, end), _short(text), "closing", "last appeal to the audience")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
