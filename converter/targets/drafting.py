"""What a quantity, a relation, a rank or a multiple of a sentence commits to, as a draft without its period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.language.numerals import START
from converter.model import Comparator, Span
from converter.targets.bound.measures import measure_of
from converter.targets.draft_target import DraftTarget, alike, stated
from converter.targets.named.indicators import indicator_after, indicator_before, sized_noun, without_growth, worked_on
from converter.targets.named.shared_numbers import GRADE, distribute, own_words
from converter.targets.role.clause_roles import ClauseRole
from converter.targets.role.descriptions import describes, opens_with_frame
from converter.targets.what.multiples import Multiple
from converter.targets.what.ranks import Rank
from converter.targets.what.ratios import Ratio
from converter.targets.what.relations import Margin, Relation, find_margin
from converter.targets.where.clauses import COVER, Sentence
from converter.targets.where.joined_passages import JoinedPassages
from converter.targets.words.joints import first_after_joint
from converter.targets.words.openers import after_openers
from converter.targets.words.verbs import CLASSES

# 签约项目10个、开工6个: a stage alone is one of the projects named before.
_STAGES = frozenset({"签约", "开工", "投产", "竣工", "落地", "新开工"})
_STAGE_PROJECTS = frozenset(stage + "项目" for stage in _STAGES)
# 亿元以上项目开工9个: the projects are counted.
_PROJECT_STAGES = tuple("项目" + stage for stage in sorted(_STAGES))
# What states a target without a number.
Other = Relation | Rank | Multiple | Ratio

# 增长6%左右、力争6.5%以上: what stands before a second value of what was named before.
_AIMS = frozenset({"力争", "争取", "确保", "努力", "力求", "奋力", "冲刺", "奋斗目标"})
_LEADS_ON = _AIMS | {
    "达到",
    "达",
    "实现",
    "突破",
    "超过",
    "超",
    "到",
    "保持",
    "保持在",
    "完成",
    "不低于",
    "稳定在",
    "预期",
}


def is_second(role: ClauseRole) -> bool:
    """Whether the number is a second value of what was named before it (力争6.5%以上)."""
    return (
        role.shape == "end"
        and role.left[1] <= role.left[0]
        and not _AIMS.isdisjoint(role.links)
        and _LEADS_ON.issuperset(role.links)
    )


# 投资 and 产值 of whom?
_OF_SOMETHING = frozenset({"投资", "产值", "总产值", "营收", "营业收入", "销售收入", "利润", "税收", "产量", "面积"})
_REACHED = re.compile(r"(?:力争|确保|全年|年内|年度|计划|预计|争取)*(?:完成|实现|达到|带动|撬动|新增)$")


class Drafter:
    """Drafts the targets of sentences of joined passages; ``last`` is always the draft before in the sentence."""

    __slots__ = ("covered", "read", "text")

    def __init__(self, joined: JoinedPassages) -> None:
        self.text = joined.text
        self.read = joined.read
        self.covered = joined.covered

    def other(self, item: Other, sentence: Sentence, last: DraftTarget | None) -> Sequence[DraftTarget]:
        """The target of a relation, a rank or a multiple, if what it is about can be named."""
        subject = _quoted(self.covered, item.span) if isinstance(item, Rank) else None
        subject = subject or indicator_before(self.covered, item.subject)
        name = self.text[slice(*without_growth(self.covered, subject))] if subject else last.indicator if last else None
        if isinstance(item, Relation):
            subject = subject or (self._announced(sentence, item.span[0]) if item.comparator == "<=" else None)
            if subject is None:
                return []
            name = self.text[slice(*without_growth(self.covered, subject))]
            draft = DraftTarget((subject[0], item.span[1]), name, "relation", item.comparator)
            draft.reference = self.text[slice(*item.reference)] or None
            return [draft]
        start = subject[0] if subject else item.span[0]
        if isinstance(item, Rank):
            return [DraftTarget((start, item.span[1]), name, "rank", item.comparator, item.value, direction="up")]
        if name is None:
            return []
        if isinstance(item, Ratio):
            return [DraftTarget((start, item.span[1]), name, "share", "=", value) for value in item.values]
        return [
            DraftTarget(
                (start, item.span[1]),
                name,
                "growth",
                item.comparator,
                item.value,
                unit=item.unit,
                base=item.unit,
                direction=item.direction,
            )
        ]

    def quantity(
        self, role: ClauseRole, sentence: Sentence, last: DraftTarget | None, following: ClauseRole | None
    ) -> Sequence[DraftTarget]:
        covered, quantity = self.covered, role.quantity
        if opens_with_frame(covered, role.clause[0], quantity.lead):
            return []
        named = self._named(role)
        if named and quantity.kind == "person":
            named = worked_on(covered, sentence.start, named) or named
        if describes(role, named):
            return []
        if following is not None and following.coordinated and following.shape == "attributive":
            named = self._shared_noun(named, role, following) or named
        if named is None and last is None and not role.coordinated:
            named = self._announced(sentence, role.start)
        if role.coordinated and not role.links and named is None and last is not None and alike(quantity, last):
            return [self._repeated(role, last)]
        if named is None and last is not None and is_second(role) and alike(quantity, last):
            return [self._repeated(role, last)]
        if role.shape == "end" and (margin := find_margin(covered, role.left)):
            return [self._margin(role, margin, last)]
        if named is None and last is None:
            return []
        if named is None or role.shape != "end":
            return [self._counted(role, named, last)]
        drafts = []
        for name, longer in distribute(covered, self.text, role, named):
            drafts.append(self._counted(role, name, last))
            drafts[-1].indicator = longer or drafts[-1].indicator
        return drafts

    def _shared_noun(self, named: Span | None, first: ClauseRole, following: ClauseRole) -> Span | None:
        """The noun behind the next number that this one counts, too: 新建4.8万亩、改造2.6万亩高标准农田.

        So it is where this number has no noun, or only a grade: 3个县级、2个乡级数据平台.
        """
        grade = named is not None and GRADE.fullmatch(self.covered, *named) is not None
        if named is not None and not grade:
            return None
        start, end = named[1] if named else first.quantity.tail, following.quantity.lead
        if after_openers(self.covered, first_after_joint(self.covered, start, end), end) < end:
            return None
        noun = self._named(following)
        if noun is not None and grade and (own := GRADE.match(self.covered, *noun)):
            noun = own.end(), noun[1]
        return noun if noun and noun[1] > noun[0] else None

    def _named(self, role: ClauseRole) -> Span | None:
        """The phrase next to the number that says what it counts."""
        if role.shape == "end":
            return indicator_before(self.covered, role.left)
        if role.sized:
            return sized_noun(self.covered, role.right)
        return indicator_after(self.covered, role.right)

    def _announced(self, sentence: Sentence, clause_start: int) -> Span | None:
        """开展县城周边造林增绿行动，当年完成4200亩: the clause before names what is counted."""
        if clause_start <= sentence.start:
            return None
        named = indicator_before(self.covered, sentence.clause(clause_start - 2))
        return named if named is None or START.search(self.covered, *named) is None else None

    def _counted(self, role: ClauseRole, named: Span | None, last: DraftTarget | None) -> DraftTarget:
        covered, quantity = self.covered, role.quantity
        start, end = quantity.lead, quantity.tail
        if named:
            indicator: str | None = self.text[named[0] : named[1]]
            start = named[0] if named[0] < start else start
            end = named[1] if named[1] > end else end
        else:
            indicator = last.indicator if last else None
        if indicator and last is not None and last.indicator and GRADE.fullmatch(indicator):
            indicator += GRADE.sub("", last.indicator, count=1)  # 国家级园区1个、省级2个
        staged = None
        if indicator in _STAGES and last is not None and last.indicator:
            staged = _at_stage(indicator, last.indicator, last.unit == quantity.unit)
        elif quantity.kind == "count" and indicator and indicator.endswith(_PROJECT_STAGES):
            staged = indicator[: indicator.rfind("项目") + 2]
        before = covered[own_words(role) : quantity.lead]
        known = self.read[slice(*named)] if named else indicator or ""
        measure, direction = measure_of(role, known, before)
        scope = self._whose(role, named) if indicator in _OF_SOMETHING else None
        if staged:
            indicator = staged
        elif named and role.shape == "end" and indicator == self.text[slice(*named)]:
            indicator = self.text[slice(*without_growth(covered, named))]
        draft = stated(quantity, (start, end), indicator, measure, _comparator(role), direction)
        draft.scope = scope
        return draft

    def _whose(self, role: ClauseRole, named: Span | None) -> str | None:
        """电网建设 | 完成投资10亿元: what the clause says before a name that does not say whose number it is."""
        if named is None or named[0] <= role.clause[0] or role.coordinated:
            return None
        end = named[0]
        if verb := _REACHED.search(self.covered, max(role.clause[0], end - 8), end):
            end = verb.start()
        subject = indicator_before(self.covered, (role.clause[0], end))
        if subject is None or START.search(self.covered, *subject) is not None:
            return None
        words = self.text[slice(*subject)]
        return words if len(words) >= 2 and words not in CLASSES else None

    def _margin(self, role: ClauseRole, margin: Margin, last: DraftTarget | None) -> DraftTarget:
        """增速高于全省平均水平1个百分点: a relation with how much above."""
        quantity = role.quantity
        named = indicator_before(self.covered, margin.subject)
        name = self.text[slice(*without_growth(self.covered, named))] if named else last.indicator if last else None
        start = named[0] if named else margin.start
        comparator = "range" if quantity.value_max is not None else margin.comparator  # 高于全省1至2个百分点
        draft = stated(quantity, (start, quantity.tail), name, "relation", comparator, None)
        draft.reference = self.text[slice(*margin.reference)] or None
        return draft

    def _repeated(self, role: ClauseRole, last: DraftTarget) -> DraftTarget:
        """分别增长3.5%左右、6%左右: a number alone shares what the one before it says."""
        quantity = role.quantity
        span = (quantity.lead, quantity.tail)
        return stated(quantity, span, last.indicator, last.measure, quantity.comparator, last.direction)


def _at_stage(stage: str, before: str, counted_alike: bool) -> str:
    """What a stage alone counts: 开工项目 after 签约项目, else the things before (住房开工9套，竣工3套)."""
    if before in _STAGE_PROJECTS:
        return stage + "项目"
    # 城镇住房基本建成47套、新开工63套
    before = before.removesuffix("基本建成")
    if not counted_alike or len(before) < 2 or before in _STAGES or before.endswith("规模"):
        return stage
    return before


def _comparator(role: ClauseRole) -> Comparator:
    """What the quantity says itself; 至少 governs every bare number of its clause (CONVENTIONS §3)."""
    quantity = role.quantity
    if quantity.comparator != "=":
        return quantity.comparator
    if "至少" in role.text[role.start : quantity.lead]:
        return ">="
    return "="


def _quoted(text: str, span: Span) -> Span | None:
    """“万家民企评营商环境”前50名: the ranking names what is ranked."""
    start = text.find(COVER, *span)
    if start < 0:
        return None
    end = start
    while text[end] == COVER:
        end += 1
    return start, end
