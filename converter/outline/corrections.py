"""The outline as a person has said it is: which blocks are front and back, where nodes open, and at which level."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from converter.language.lookalikes import folded
from converter.language.markers import MarkerMatch, marker_at
from converter.language.sentences import skip_blanks
from converter.language.stops import COMMAS, STOPS
from converter.layout import Block
from converter.model import Correction, Role, Span
from converter.model.corrections import Certain
from converter.outline.cutting import cut
from converter.outline.headings import marked_opening, own_line
from converter.outline.nodes import BlockReading, Opening

#: What may follow a heading and is no part of it.
_AFTER_HEADING = frozenset(STOPS + COMMAS)
#: What Markdown writes before a marker.
_BEFORE_MARKERS = "#-*+>\\ \t\u3000"
#: The run of nodes that nothing but a correction opens.
_RUN = "corrected"
#: Roles that a line can have only at the end of a document, and only at its beginning.
_OF_BACK: frozenset[Role | None] = frozenset({"signature", "glossary"})
_OF_FRONT: frozenset[Role | None] = frozenset({"title", "subtitle", "author", "salutation"})
#: Roles that a paragraph of the text may have.
_ANYWHERE: frozenset[Role | None] = frozenset({None, "note", "glossary", "contents", "date"})


def arranged(blocks: list[Block], certain: Certain) -> list[Block]:
    """``blocks`` so that joins hold, and each certain item stands inside one."""
    inside = {place for place, node in certain.nodes.items() if node.kind == "item"} | certain.joins
    result: list[Block] = []
    for block in blocks:
        if result and any(_is_first(block, index) for index in _indices(block, inside)):
            result[-1] = result[-1].followed_by(block)
        else:
            result.append(block)
    return result


def edges(
    blocks: Sequence[Block], front: Sequence[Role], back: Sequence[Role], certain: Certain
) -> tuple[list[Role], list[Role]]:
    """The roles of the leading and the trailing blocks, given those that were read: certain ones go before.

    A line without a role, or one that a node opens, stands in the text: the front ends before it, the back begins
    behind it.
    """
    first, last = list(front), list(back)
    said = {index: role for index, block in enumerate(blocks) for role in _roles_of(block, certain)}
    text = [index for index, role in said.items() if role is None]
    text += [index for index, block in enumerate(blocks) if _indices(block, certain.nodes)]
    for index in sorted(text):
        if index < len(first):
            del first[index:]
        elif index >= len(blocks) - len(last):
            del last[: index + 1 - (len(blocks) - len(last))]
    for index, role in sorted(said.items()):
        if role is None or index in text:
            continue
        if index < len(first):
            first[index] = role
        elif index == len(first) and role not in _OF_BACK and index < len(blocks) - len(last):
            first.append(role)
    for index, role in sorted(said.items(), reverse=True):
        place = index - (len(blocks) - len(last))
        if role is None or index in text or index < len(first):
            continue
        if place >= 0:
            last[place] = role
        elif place == -1 and role not in _OF_FRONT:
            last.insert(0, role)
    return first, last


def give_roles(blocks: Iterable[Block], certain: Certain) -> None:
    """Give the paragraphs of the text the roles they are said to have: those that may stand anywhere."""
    for block in blocks:
        for role in _roles_of(block, certain):
            if role in _ANYWHERE and not block.rows:
                block.role = role


def with_nodes(readings: Sequence[BlockReading], certain: Certain) -> list[BlockReading]:
    """``readings`` with nodes opened and closed as ``certain`` has it; a certain section begins a block.

    Levels are kept for the nesting.
    """
    result: list[BlockReading] = []
    for reading in readings:
        block = reading.block
        if reading.opening is not None and block.at(reading.opening.start) in certain.no_nodes:
            reading.opening = None
        if reading.items:
            reading.items = [item for item in reading.items if block.at(item.start) not in certain.no_nodes]
            if not reading.items:
                reading.rest = None
        found = _indices(block, certain.nodes) if not block.rows else []
        for index in found:
            _open(reading, index, certain.nodes[block.at(index)])
        opened = {item.start for item in reading.items}
        sections = [index for index in found if certain.nodes[block.at(index)].kind == "section"]
        result += _split(reading, [index for index in sections if index in opened and not _is_first(block, index)])
    return result


def _split(reading: BlockReading, points: Sequence[int]) -> list[BlockReading]:
    """``reading`` as several, each of a part of its block that begins at one of ``points``."""
    parts = cut(reading.block, points)
    if len(parts) == 1:
        return [reading]
    openings = [opening for opening in (reading.opening, *reading.items) if opening is not None]
    result: list[BlockReading] = []
    for part, start, end in zip(parts, [0, *points], [*points, len(reading.block.text)], strict=True):
        inside = [_moved(opening, start, len(part.text)) for opening in openings if start <= opening.start < end]
        first = inside.pop(0) if inside and _is_first(part, inside[0].start) else None
        rest = reading.rest - start if reading.rest is not None and start < reading.rest < end else None
        result.append(BlockReading(part, first, inside, rest))
    return result


def _moved(opening: Opening, start: int, length: int) -> Opening:
    """``opening`` in the part of its block that begins at ``start`` and has ``length`` characters."""
    match = opening.match
    if match is not None:
        match = match._replace(start=match.start - start, end=match.end - start)
    heading = opening.heading
    if heading is not None:
        heading = heading[0] - start, min(heading[1] - start, length)
    body = min(opening.body - start, length)
    return replace(opening, start=opening.start - start, match=match, heading=heading, body=body)


def last_node(readings: Sequence[BlockReading], certain: Certain) -> int:
    """How many readings there are up to the last one that a certain node opens."""
    found = [number for number, reading in enumerate(readings, 1) if _indices(reading.block, certain.nodes)]
    return found[-1] if found else 0


def _roles_of(block: Block, certain: Certain) -> list[Role | None]:
    return [certain.roles[block.at(index)] for index in _indices(block, certain.roles)[:1]] if certain.roles else []


def _indices(block: Block, places: Collection[int]) -> list[int]:
    """Where those of ``places`` of the source that lie in ``block`` stand in its text, in order."""
    if not places or not block.text:
        return []
    start, end = block.at(0), block.at(len(block.text) - 1) + 1
    found = (block.index_of(place) for place in places if start <= place < end)
    return sorted(index for index in found if index is not None)


def _is_first(block: Block, index: int) -> bool:
    """Whether nothing but signs of Markdown stands before ``index``: ``# 一、``, ``- 1.``."""
    return not block.text[:index].strip(_BEFORE_MARKERS)


def _open(reading: BlockReading, index: int, node: Correction) -> None:
    """Let ``node`` open at ``index`` of the block: the block itself, or an item inside it."""
    known = [opening for opening in (reading.opening, *reading.items) if opening is not None]
    opening = next((opening for opening in known if opening.start == index), None)
    text = reading.block.text
    heading = folded(node.heading) if node.heading is not None else None
    end = min((other.start for other in known if other.start > index), default=reading.rest or len(text))
    if opening is None or (heading is not None and not _is_headed(text, opening, heading)):
        before = [item for item in known if item.start < index]
        opening = _opening(text, index, max(end, index + 1), heading, before[-1].run if before else _RUN)
        if opening is None:
            return
    opening.level = node.level
    if _is_first(reading.block, index):
        reading.opening = opening
        return
    reading.items = sorted(
        [*(item for item in reading.items if item.start != index), opening], key=lambda item: item.start
    )
    _close_before(reading, opening)


def _close_before(reading: BlockReading, opening: Opening) -> None:
    """What opens before ``opening`` ends there: a heading that reached beyond it is cut off, or is none."""
    text = reading.block.text
    for other in (reading.opening, *reading.items):
        if other is None or other.start >= opening.start:
            continue
        if other.match is not None and other.match.end > opening.start:
            other.match = other.heading = None  # it opens inside the marker, which is none
        if other.heading is not None and other.heading[1] > opening.start:
            shorter = own_line(text, min(other.heading[0], opening.start), opening.start)
            other.heading = shorter if other.match is None else None
            other.run_in, other.body = False, other.match.end if other.match else opening.start
        other.body = min(other.body, opening.start)
    if reading.opening is not None and _is_empty(reading.opening):
        reading.opening = None
    reading.items = [item for item in reading.items if not _is_empty(item)]
    if reading.rest is not None and reading.rest <= opening.start:
        reading.rest = None


def _is_empty(opening: Opening) -> bool:
    return opening.match is None and opening.heading is None


def _is_headed(text: str, opening: Opening, heading: str) -> bool:
    return opening.heading is not None and text[slice(*opening.heading)] == heading


def _opening(text: str, index: int, end: int, heading: str | None, run: str) -> Opening | None:
    """A node that opens at ``index`` of ``text`` and ends before ``end``; ``None`` where the text says otherwise."""
    match = marker_at(text, index)
    if match is not None and (match.start != index or match.end > end):
        match = None
    if heading is None:
        if match is not None:
            return marked_opening(text, match, end, goes_on=True)
        line = own_line(text, index, end)
        return Opening(index, run, None, None, line, False, end) if line else None
    start = skip_blanks(text, match.end if match else index, end)
    if match is not None and text.startswith(heading, index) and not text.startswith(heading, start):
        match, start = None, index
    if not heading or not text.startswith(heading, start) or start + len(heading) > end:
        return None
    return _headed(text, index, end, match, (start, start + len(heading)), run)


def _headed(text: str, index: int, end: int, match: MarkerMatch | None, heading: Span, run: str) -> Opening:
    body = heading[1]
    while body < end and (text[body] in _AFTER_HEADING or text[body].isspace()):
        body += 1
    run_in = body < end
    if match is None:
        return Opening(index, run, None, None, heading, run_in, body)
    return Opening(index, match.form.series, match.form.rank, match, heading, run_in, body)
