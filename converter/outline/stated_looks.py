"""What the format of a file states for and against an unnumbered heading, a title and a lead; GB/T 9704 is the prior.

In print the title is in 小标宋 and centred, 一、 in 黑体, （一） in 楷体, the text in 仿宋. Each row of
:data:`EVIDENCE` has its points, and the text's own rule has its points, too; together they must be above nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from converter.language.ranks import Rank
from converter.language.stops import FINAL_STOPS
from converter.layout import Block

if TYPE_CHECKING:
    from converter.model.projection import LineFacts
    from converter.outline.nodes import BlockReading

_Value = TypeVar("_Value")
#: What the text's own rule for a line that is a heading is worth, for and against.
BY_TEXT = 1.5
#: What a lead that is no bold start loses for each level of headings that the format states: the more of them there
#: are, the less is left to be guessed.
UNSTATED_LEAD = -0.8
#: A heading that a format states is at most this long …
_LONGEST = 60
#: … and ends in none of these; a full stop may stand behind one that has an outline level: `抓好春耕备耕。`.
_NO_END = frozenset("，、；：,;:…")
#: Fonts of headings by GB/T 9704, and of titles, by a part of their names.
_HEADING_FONTS = ("黑体", "楷", "SimHei", "KaiTi", "小标宋")
_TITLE_FONTS = ("小标宋",)
_TITLE_STYLES = ("title", "标题", "文章标题", "公文标题", "大标题", "主标题")
_AUTHOR_STYLES = ("author", "作者", "署名")
#: So many headings or titles must stand out before it tells that another line does not.
_ENOUGH = 3
#: This share of the marked headings must look other than the text.
_STAND_OUT = 0.8
_LARGER = 1.0  #: points
#: Where more lines than this share have outline levels, these tell nothing.
_MOST_LEVELLED = 0.8


@dataclass(frozen=True, slots=True)
class Page:
    """How the text of a document is set, and what its headings have that the text has not.

    ``levels`` is how many outline levels its headings have; ``stand_out`` says that its marked headings look other than
    its text.
    """

    font: str | None
    size: float | None
    bold: bool | None
    alignment: str | None
    levels: int
    stand_out: bool

    @property
    def unstated_lead(self) -> float:
        """What a lead that is no bold start is worth beside its points."""
        return UNSTATED_LEAD * self.levels

    def with_headings(self, headings: Sequence[Block]) -> Page:
        """This page, given the lines that are headings by their markers."""
        looks = [_looks_other(block.facts, self) for block in headings if block.facts is not None]
        return replace(self, stand_out=len(looks) >= _ENOUGH and sum(looks) >= _STAND_OUT * len(looks))

    def evidence(self, block: Block) -> Iterator[Evidence]:
        """The rows that hold for a block."""
        if block.facts is not None:
            for row in EVIDENCE:
                if row.holds(block.facts, self):
                    yield row

    def is_heading(self, block: Block, *, by_text: bool) -> bool:
        """Whether a line of its own is a heading, by what its format states and by the text's own rule together."""
        if block.facts is None:
            return by_text
        return sum(points for _, points in self.weighed(block, by_text=by_text)) > 0

    def weighed(self, block: Block, *, by_text: bool) -> list[tuple[str, float]]:
        """What speaks for and against a heading, by name, with its points; nothing for what cannot be one."""
        rows = list(self.evidence(block))
        if not by_text and not _may_be_heading(block, rows):
            return []
        return [("words", BY_TEXT if by_text else -BY_TEXT), *((row.code, row.points) for row in rows)]

    def is_title(self, block: Block) -> bool:
        """Whether a line looks like the title of a document: in a style for titles, or centred and larger than text."""
        facts = block.facts
        if facts is None or facts.kind not in ("paragraph", "line"):
            return False
        if (facts.style or "").lower() in _TITLE_STYLES or any(font in (facts.font or "") for font in _TITLE_FONTS):
            return facts.alignment in (None, "center")
        return facts.alignment == "center" and _is_larger(facts, self)

    def is_author(self, block: Block) -> bool:
        """Whether a line is in a style for authors."""
        facts = block.facts
        if facts is None:
            return False
        return (facts.style or "").lower() in _AUTHOR_STYLES

    def is_centred(self, block: Block) -> bool:
        """Whether a line is centred where the text is not."""
        return block.facts is not None and block.facts.alignment == "center" and self.alignment != "center"

    def ranks(self, readings: Sequence[BlockReading]) -> StatedRanks:
        """The ranks of headings by their outline levels."""
        return StatedRanks(readings)


class Evidence(NamedTuple):
    """What a format may state about a line, what that is worth for its being a heading, and what it looks like."""

    code: str
    points: float
    example: str
    holds: Callable[[LineFacts, Page], bool]


EVIDENCE: tuple[Evidence, ...] = (
    Evidence(
        "outline_level",
        3.0,
        "工作保障措施 in the style 标题 2",
        lambda facts, page: facts.outline_level is not None and page.levels > 0,
    ),
    Evidence(
        "heading_font",
        2.0,
        "工作保障措施 in 黑体 above text in 仿宋",
        lambda facts, page: (
            facts.font != page.font and _is_heading_font(facts.font) and not _is_heading_font(page.font)
        ),
    ),
    Evidence(
        "bold", 2.0, "工作保障措施, bold above text that is not", lambda facts, page: _stands_out_bold(facts, page)
    ),
    Evidence("larger", 1.5, "工作保障措施 in 18 points above text in 16", lambda facts, page: _is_larger(facts, page)),
    Evidence(
        "centred",
        1.0,
        "第一篇 above justified text",
        lambda facts, page: facts.alignment == "center" and page.alignment != "center",
    ),
    Evidence(
        "like_text",
        -2.5,
        "以下是全文 in 仿宋 like the text, where headings are in 黑体",
        lambda facts, page: page.stand_out and not _looks_other(facts, page),
    ),
    Evidence(
        "no_level",
        -2.5,
        "以下是全文 without an outline level, where headings have one",
        lambda facts, page: page.levels > 0 and facts.outline_level is None and not _looks_other(facts, page),
    ),
)


def read_page(blocks: Sequence[Block]) -> Page | None:
    """How the text of ``blocks`` is set; ``None`` for plain text, which states nothing."""
    stated = [(block.facts, len(block.text)) for block in blocks if block.facts is not None and block.role is None]
    if not stated:
        return None
    levels = [facts.outline_level for facts, _ in stated if facts.outline_level is not None]
    return Page(
        _most((facts.font, length) for facts, length in stated),
        _most((facts.size, length) for facts, length in stated),
        _most((facts.bold, length) for facts, length in stated),
        _most((facts.alignment, length) for facts, length in stated),
        len({*levels}) if _ENOUGH - 1 <= len(levels) <= _MOST_LEVELLED * len(stated) else 0,
        False,
    )


class StatedRanks:
    """The ranks of unnumbered headings by their outline levels: those of the markers that have the same, or beside."""

    def __init__(self, readings: Sequence[BlockReading]) -> None:
        self._ranks: dict[int, float] = {}
        for reading in readings:
            facts, opening = reading.block.facts, reading.opening
            if facts is None or facts.outline_level is None or opening is None or opening.match is None:
                continue
            if opening.rank is not None:
                known = self._ranks.get(facts.outline_level, opening.rank)
                self._ranks[facts.outline_level] = min(opening.rank, known)

    def of(self, block: Block) -> float | None:
        """The rank of a heading; ``None`` where neither its level nor any marker's is stated."""
        level = block.facts.outline_level if block.facts is not None else None
        if level is None:
            return None
        if level in self._ranks:
            return self._ranks[level]
        above = [known for known in self._ranks if known < level]
        if above:
            return self._ranks[max(above)] + Rank.BELOW
        highest = self._ranks[min(self._ranks)] - Rank.BELOW if self._ranks else Rank.HEADING
        return min(Rank.HEADING, highest) + level * Rank.STEP / 10


def _may_be_heading(block: Block, rows: Sequence[Evidence]) -> bool:
    text = block.text
    if len(text) > _LONGEST or text[-1] in _NO_END or "\t" in text:
        return False
    return text[-1] not in FINAL_STOPS or any(row.code == "outline_level" for row in rows)


def _most(values: Iterator[tuple[_Value, int]]) -> _Value:
    counts: Counter[_Value] = Counter()
    for value, length in values:
        counts[value] += length
    return counts.most_common(1)[0][0]


def _looks_other(facts: LineFacts, page: Page) -> bool:
    return (
        (facts.font != page.font and facts.font is not None)
        or (facts.bold is not None and facts.bold != page.bold)
        or (facts.size is not None and facts.size != page.size)
    )


def _is_heading_font(font: str | None) -> bool:
    return font is not None and any(part in font for part in _HEADING_FONTS)


def _stands_out_bold(facts: LineFacts, page: Page) -> bool:
    return bool(facts.bold) and not page.bold


def _is_larger(facts: LineFacts, page: Page) -> bool:
    return facts.size is not None and page.size is not None and facts.size >= page.size + _LARGER
