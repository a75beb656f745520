"""The back of a document: signature, issuer, printing date, notes, glossary (docs/conventions.md §1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from converter.language.line_kinds import LineKind, is_marked, line_kind
from converter.language.normal_form import compact
from converter.language.stops import COMMAS, FULL_STOPS, SEMICOLONS
from converter.layout import Block
from converter.model import Role
from converter.patterns import late

# What a line of each kind is in the back. Salutations, occasions and titles are body or closing there.
_ROLES: dict[LineKind, Role] = {
    "date": "issuer",
    "printing": "issuer",
    "newspaper": "issuer",
    "dateline": "note",
    "remains": "note",
    "remark": "note",
    "caption": "note",
    "number": "note",
    "author": "signature",
}


class _Opening(NamedTuple):
    """A line after which everything is back matter, whatever it looks like, and the role it and the rest have.

    Each such line has one of the characters ``holds``.
    """

    role: Role
    holds: str
    pattern: re.Pattern[str]


_OPENINGS = (
    # `名词解释`, `《政府工作报告》有关名词解释`, `部分名词术语说明：`
    _Opening(
        "glossary",
        "词语念",
        late(
            r"(?:附件?\d?:?)?《?[^。,]{0,20}》?[^。,]{0,8}(?:名词|术语|词语|用语|概念)(?:术语|概念)?[^。,]{0,2}(?:解释|注释|说明|释义):?"
        ),
    ),
    # `注释：`, `注：`, `尾注`, `附注`
    _Opening("note", "注", late(r"(?:注释?|尾注|附注|备注|脚注):?")),
    # `附件：`, `附件1：2023年重点项目表`, `附表`, `附：`
    _Opening("note", "附", late(r"附(?:件|表|录|图)?\d{0,2}(?::[^。]{0,60})?")),
    # The licence a wiki prints below its texts: `本作品是中华人民共和国的法律…在公有领域`
    _Opening(
        "note",
        "品域P",
        late(r"本作品(?:是|来自|在)[^。]{0,80}.*|[^。]{0,20}(?:公有领域|Publicdomain)[^。]{0,20}"),
    ),
)
_OPENING_SIGNS = "".join(opening.holds for opening in _OPENINGS)

# `大会秘书处`, `青禾县人民政府办公室`, `青禾县人民政府办公室2023年2月20日印发`
_ISSUER = re.compile(
    r"[^。,;:!?]{0,30}(?:秘书处|秘书组|办公室|办公厅|委员会|人民政府|研究室|编辑部|出版社|代表大会)"
    r"(?:编|编印|印发?|印制)?(?:[\d〇零一二三四五六七八九]{4}年.{1,8}日(?:印发?)?)?"
)
# Above the day of a paper any body may sign: `国务院`, `青禾县水利局`
_SIGNATURE = re.compile(r"[一-鿿（）]{1,28}(?:院|府|局|厅|委|会|部|办|处|室|中心|党组|司|署|社)")
# The note of an article: `※这是李某某同志2020年2月…的讲话。`
_ARTICLE_NOTE = re.compile(r"[※*](?:这是|本文是).*")
_CHINESE = re.compile(r"[一-鿿]")
_LONGEST_OPENING = 100
_NO_OPENING_END = frozenset(FULL_STOPS + SEMICOLONS + COMMAS)
_LONGEST_NOTE = 200
# A glossary is never longer than the report it explains: openings are looked for in the last part of the blocks only.
_EARLIEST_OPENING = 0.4


def back_roles(blocks: Sequence[Block]) -> list[Role]:
    """The roles of the trailing blocks that are back matter; its length says how many blocks these are.

    First the line from which everything is back matter (a glossary, notes, a licence), then the lines before it, or
    before the end, that only a back can hold: issuer, date, signature. Appeals and thanks are closing, not back.
    """
    opening = _opening(blocks)
    roles: list[Role] = []
    for block in reversed(blocks[:opening]):
        role = _line_role(block.text)
        if role is None and roles[-1:] == ["issuer"] and _SIGNATURE.fullmatch(compact(block.text)):
            role = "issuer"
        if role is None or _is_levelled(block):
            break
        roles.append(role)
    roles.reverse()
    zone: Role = "note"
    for block in blocks[opening:]:
        opened = _opened_role(block.text)
        zone = opened or zone
        single = _line_role(block.text) if opened is None else None
        roles.append(single if single in ("issuer", "signature") else zone)
    return roles


def _is_levelled(block: Block) -> bool:
    """Whether the format of the file states an outline level, as it does of headings only."""
    return block.facts is not None and block.facts.outline_level is not None


def _opening(blocks: Sequence[Block]) -> int:
    """The index of the first line that opens back matter; notes open it only if no chapter of the report follows."""
    earliest = int(len(blocks) * _EARLIEST_OPENING)
    first = len(blocks)
    chapters_from = len(blocks)  # blocks from here on are known to hold no chapter
    for index in range(len(blocks) - 1, earliest - 1, -1):
        role = _opened_role(blocks[index].text)
        if role == "note":
            if any(_is_chapter(block.text) for block in blocks[index + 1 : chapters_from]):
                return _glossary(blocks, earliest, first)
            chapters_from = index + 1
        if role is not None:
            first = index
    return first


def _glossary(blocks: Sequence[Block], earliest: int, first: int) -> int:
    """The index of the first glossary before ``first``: its own headings may be numbered like chapters."""
    return next((index for index in range(earliest, first) if _opened_role(blocks[index].text) == "glossary"), first)


def _is_chapter(text: str) -> bool:
    """Whether a line is the heading of a chapter or section: numbered in Chinese, short, without a stop."""
    line = compact(text[:_LONGEST_OPENING])
    return is_marked(text) and not line[0].isdigit() and len(line) < 40 and "。" not in line


def _opened_role(text: str) -> Role | None:
    is_licence = text.startswith("本作品")
    if not is_licence and (len(text) > _LONGEST_OPENING or text[-1] in _NO_OPENING_END):
        return None
    line = compact(text[:_LONGEST_OPENING])
    if not any(sign in line for sign in _OPENING_SIGNS):
        return None
    return next((role for role, _, pattern in _OPENINGS if pattern.fullmatch(line)), None)


def _line_role(text: str) -> Role | None:
    """The role of a line that stands in a back only, by its looks."""
    if len(text) > _LONGEST_NOTE:
        return None
    kind = line_kind(text)
    if kind in _ROLES:
        return _ROLES[kind]
    line = compact(text)
    if _ISSUER.fullmatch(line) and not is_marked(text):
        return "issuer"
    if _ARTICLE_NOTE.fullmatch(line) or not _CHINESE.search(line):
        return "note"
    return None
