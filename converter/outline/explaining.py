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
    open_leads,
    plain_rows,
    read_before_leads,
)
from converter.outline.building import edges
from converter.outline.closing import closing_length
from converter.outline.markdown import without_title_mark
from converter.outline.nodes import BOX, BlockReading, Opening
from converter.outline.row_leads import LeadReading, read_row
from converter.outline.separating import separate_edges

_LONGEST_TEXT = 60


def decisions(layout: Layout) -> list[Decision]:
    """What the outline decided about the blocks of ``layout``, in reading order."""
    blocks = separate_edges(without_title_mark(layout.blocks))
    front, back = edges(blocks)
    body = blocks[len(front) : len(blocks) - len(back)]
    found = [*_edge("front", blocks[: len(front)], front), *_edge("back", blocks[len(blocks) - len(back) :], back)]
    readings, unstated = read_before_leads(body)
    found += [_opened(reading, reading.opening) for reading in readings if reading.opening is not None]
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


def _edge(kind: DecisionKind, blocks: Sequence[Block], roles: Sequence[Role]) -> Iterator[Decision]:
    for block, role in zip(blocks, roles, strict=True):
        yield Decision(kind, block.span(0, len(block.text)), _short(block.text), role, f"lines of the {kind}")


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
