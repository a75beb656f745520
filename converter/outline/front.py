"""The front of a document: title lines, subtitle, author, date, salutation (docs/conventions.md §1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from converter.language.dates import DATE
from converter.language.line_kinds import LineKind, is_marked, line_kind
from converter.language.normal_form import compact
from converter.language.offices_and_names import is_name
from converter.language.stops import COMMAS, FINAL_STOPS
from converter.layout import Block
from converter.model import Role
from converter.outline.stated import page_of
from converter.patterns import late

if TYPE_CHECKING:
    from converter.outline.stated_looks import Page

# What a line of each kind is in the front. Loose lines (short, without a stop) depend on their neighbours.
_ROLES: dict[LineKind, Role] = {
    "salutation": "salutation",
    "addressee": "salutation",
    "date": "date",
    "printing": "date",
    "dateline": "note",
    "newspaper": "issuer",
    "remains": "note",
    "remark": "note",
    "caption": "note",
    "number": "note",
    "author": "author",
    "position": "author",
    "occasion": "subtitle",
    "title": "title",
    "contents": "contents",
}

_LONGEST_FRONT = 40  # blocks; a table of contents does not count
_LONGEST_NEWS = 8  # blocks of a news lead between the title and the salutation
_LONGEST_LOOSE = 45  # characters: `凝心聚力 砥砺奋进`
_LONGEST_CONTENTS = 400  # blocks
_LONGEST_ENTRY = 200  # characters of a table of contents that lost its line breaks
_LONGEST_LETTER = 4  # blocks between the addressee of a circular and its signature
_NO_TITLE_END = frozenset(FINAL_STOPS + COMMAS)

# A subtitle that is complete: `…会议上`, `…全会上的讲话）`, `…第四次会议通过`.
_COMPLETE = late(r".*(?:上|讲话|报告|发言|致辞|通过|批准|期间)\)?")
_OPENED = late(rf"[—\-－–―─]|[(]|(?:{DATE})?在")
# The name of a meeting above what was said at it: `青禾县委工作会议`, `县政府第12次常务会议`
_MEETING = late(r"[^。!?,:]{2,40}(?:会议|大会|全会|座谈会|推进会|办公会|调度会|联席会)")
# `在县委全会上的讲话` below a title line is a subtitle, alone it is the title.
_SPOKEN_AT = late(rf"(?:{DATE})?在.{{2,60}}上的?(?:讲话|报告|发言|致辞|演讲|说明)")
# The sentence of a circular that brings another document: `现将《…》印发给你们，请认真贯彻执行。`
_BRINGS = late(r"(?:印发|转发|发)(?:给|至)?你们|请.{0,12}(?:贯彻|遵照|组织|抓好|认真)")
_NAME = late(r"[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}")
_ENTRY_END = late(r"[.·…。“ \t（(]*\d*[)）]?$")


def front_roles(blocks: Sequence[Block]) -> list[Role]:
    """The roles of the leading blocks that are front matter; its length says how many blocks these are.

    The front ends with the salutation; without one, with the last line that only a front can hold (a title, an
    occasion, an author, a date). A document that starts with its text has no front: the list is empty.
    """
    roles: list[Role | None] = []
    page = page_of(blocks)
    for index, block in enumerate(blocks[:_LONGEST_FRONT]):
        if block.role is not None:
            roles.append(block.role)
            continue
        kind = line_kind(block.text)
        if kind == "contents" and blocks[min(index + 1, len(blocks) - 1)].role == "contents":
            roles.append("contents")
            continue
        if kind == "contents":
            return [*_settled(roles), *_contents(blocks, index)]
        role = _role(kind, blocks, roles) or _stated_role(block, page, roles)
        if role is None and not is_loose(block.text):
            if not _salutation_follows(blocks, index, bool(roles)):
                break
            role = "note"  # a news lead, the words below a photograph
        roles.append(role)
        if kind == "addressee":
            return [*_settled(roles), *_covering_letter(blocks[index + 1 :])]
        if role == "salutation":
            return _settled(roles)
    while roles and roles[-1] in (None, "table"):
        roles.pop()
    return _settled(roles)


def _stated_role(block: Block, page: Page | None, roles: Sequence[Role | None]) -> Role | None:
    """What a loose line is by its looks, where no pattern knows it: a title, or the author below one."""
    if page is None or not is_loose(block.text):
        return None
    if "title" in roles and (page.is_author(block) or (page.is_centred(block) and _is_names(block.text))):
        return "author"
    return "title" if page.is_title(block) and not {*roles} & {"author", "date", "subtitle"} else None


def _is_names(text: str) -> bool:
    """Whether the line is one name or several: ``林知远、周 明``."""
    return all(_NAME.fullmatch(part.strip()) for part in re.split("[、，,]", text))


def _salutation_follows(blocks: Sequence[Block], index: int, printed: bool) -> bool:
    """Whether the salutation comes a few blocks below, no marked line before it, and a printed front before either.

    ``printed`` says whether lines of the front stand above.
    """
    for block in blocks[index : index + 1 + _LONGEST_NEWS]:
        kind = line_kind(block.text)
        if kind == "salutation":
            return printed
        if is_marked(block.text):
            return False
        printed = printed or kind in ("title", "occasion", "author")
    return False


def is_loose(text: str) -> bool:
    """Whether the line may be part of a title though no pattern knows it: short, without a stop, without a marker."""
    line = compact(text[: 2 * _LONGEST_LOOSE + 1])
    return (
        bool(line)
        and len(line) <= _LONGEST_LOOSE
        and line[-1] not in _NO_TITLE_END
        and "。" not in line
        and not is_marked(text)
    )


def _role(kind: LineKind | None, blocks: Sequence[Block], roles: Sequence[Role | None]) -> Role | None:
    """The role of the next block after those that have ``roles``; ``None`` if its neighbours must tell."""
    text = blocks[len(roles)].text
    before = blocks[len(roles) - 1].text if roles else ""
    if roles and roles[-1] == "subtitle" and kind in (None, "title") and _is_unfinished(before) and is_loose(text):
        return "subtitle"
    if kind is None and _MEETING.fullmatch(compact(text)):
        if not roles:
            return "title"
        if line_kind(before) == "title":
            return "subtitle"
    if kind is None:
        named = roles and is_name(text.lstrip("※*")) and not is_marked(text)
        follows_position = (
            roles and roles[-1] == "author" and line_kind(before) == "position" and len(compact(text)) <= 4
        )
        return "author" if named or follows_position else None
    if kind == "title" and roles and roles[-1] in (None, "title") and _SPOKEN_AT.fullmatch(compact(text)):
        return "subtitle"
    return _ROLES[kind]


def _is_unfinished(subtitle: str) -> bool:
    line = compact(subtitle)
    if line.count("(") > line.count(")"):
        return True
    return _OPENED.match(line) is not None and _COMPLETE.fullmatch(line) is None


def _settled(roles: Sequence[Role | None]) -> list[Role]:
    """The roles with the loose lines decided: title lines before the occasion and the author, notes after them."""
    settled: list[Role] = []
    for role in roles:
        after = any(earlier in ("subtitle", "author", "date") for earlier in settled)
        settled.append(role or ("note" if after else "title"))
    return settled


def _contents(blocks: Sequence[Block], start: int) -> list[Role]:
    """The roles of a table of contents that starts at ``start``; a sentence or an entry seen before ends it."""
    seen: set[str] = set()
    entries = blocks[start + 1 : start + 1 + _LONGEST_CONTENTS]
    for number, block in enumerate(entries):
        line = compact(block.text[:_LONGEST_ENTRY])
        entry = _ENTRY_END.sub("", line)[:12]
        sentence = "。" in block.text or (len(line) > _LONGEST_LOOSE and not is_marked(block.text))
        if sentence or (entry in seen and len(entry) > 3):
            return ["contents"] * (number + 1)
        seen.add(entry)
    return ["contents"]


def _covering_letter(blocks: Sequence[Block]) -> list[Role]:
    """The roles of a circular's text, signature and date, and of the title of what it brings, after the addressee."""
    bringing = [number for number, block in enumerate(blocks[:_LONGEST_LETTER], 1) if _BRINGS.search(block.text[:400])]
    if not bringing:
        return []
    roles: list[Role] = ["note"] * bringing[0]
    for block in blocks[bringing[0] : bringing[0] + _LONGEST_FRONT]:
        kind = line_kind(block.text)
        signed = "date" in roles
        if kind in ("date", "number", "remark", "occasion", "contents"):
            roles.append(_ROLES[kind])
        elif is_loose(block.text) or (kind == "title" and signed):
            roles.append("title" if signed else "issuer")
        else:
            break
        if kind == "contents":
            roles[-1:] = _contents(blocks, len(roles) - 1)
            break
    return roles
