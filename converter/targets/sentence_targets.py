"""From the passages to their targets: what each quantity, relation and rank of a sentence commits to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from converter.language.numerals import START
from converter.model import Comparator, Span, Strength
from converter.patterns import late
from converter.targets.bound.measures import measure_of
from converter.targets.bound.periods import BASE_YEAR, base_year, periods
from converter.targets.bound.strength import strengths
from converter.targets.draft_target import DraftTarget, alike, stated
from converter.targets.named.indicators import indicator_after, indicator_before, sized_noun, without_growth, worked_on
from converter.targets.named.shared_numbers import (
    distribute,
    names_of,
    own_words,
    paired,
    pairs_units,
    run_of,
    shared_bound,
    staged,
)
from converter.targets.role.clause_roles import ClauseRole, clause_roles
from converter.targets.role.descriptions import describes, opens_with_frame
from converter.targets.what.multiples import Multiple, find_multiples
from converter.targets.what.quantities import Quantity, find_quantities
from converter.targets.what.ranks import Rank, find_ranks
from converter.targets.what.ratios import Ratio, find_ratios
from converter.targets.what.relations import Margin, Relation, find_margin, find_relations
from converter.targets.where.clauses import COVER, Sentence, sentences
from converter.targets.where.headings import YEAR
from converter.targets.where.joined_passages import JoinedPassages
from converter.targets.where.prefilter import HINT
from converter.targets.where.time_orientation import Passage
from converter.targets.where.time_signs import ACHIEVED, ANNOUNCES, GOALS, PAST, PAST_OPEN, PROMISED, STATES
from converter.targets.words.joints import first_after_joint
from converter.targets.words.openers import after_openers, is_order
from converter.targets.words.verbs import CLASSES

# 签约项目10个、开工6个: a stage alone is one of the projects named before.
_STAGES = frozenset({"签约", "开工", "投产", "竣工", "落地", "新开工"})
_STAGE_PROJECTS = frozenset(stage + "项目" for stage in _STAGES)
# 亿元以上项目开工9个: the projects are counted.
_PROJECT_STAGES = tuple("项目" + stage for stage in sorted(_STAGES))
# What states a target without a number.
Other = Relation | Rank | Multiple | Ratio

# 3个县级、2个乡级数据平台
GRADE = re.compile(r"(?:国家|省|市|县|区|乡|镇|村|州|部|盟|旗|自治区)(?:部)?级(?:以上|及以上)?")
# 增长6%左右、力争6.5%以上: what stands before a second value of what was named before.
_AIMS = frozenset({"力争", "争取", "确保", "努力", "力求", "奋力", "冲刺"})
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


# 2023年，… but no 2023年以来形成的, 2023年底前
_OPENING_YEAR = late(r"(?:预计|经初步核算，)?((?:19|20)\d\d)年(?:度)?(?:，|全[县市省区州]|实现|完成|我)")

# 投资 and 产值 of whom?
_OF_SOMETHING = frozenset({"投资", "产值", "总产值", "营收", "营业收入", "销售收入", "利润", "税收", "产量", "面积"})
_REACHED = re.compile(r"(?:力争|确保|全年|年内|年度|计划|预计|争取)*(?:完成|实现|达到|带动|撬动|新增)$")

# How many numbers a list with 分别 can have.
_LIST = 20


def sentence_targets(passages: Sequence[Passage]) -> Iterator[tuple[Passage, list[DraftTarget]]]:
    """The passages that state a target, in order, each with its targets sentence by sentence."""
    joined = JoinedPassages(passages)
    covered = joined.covered
    quantities = list(find_quantities(covered))
    hints = [match.start() for match in HINT.finditer(covered)]
    places = [*(quantity.start for quantity in quantities), *hints]
    places.sort()
    found: dict[int, list[DraftTarget]] = {}
    reading = _Reading(joined)
    first = hint = 0
    for sentence in sentences(covered, places):
        last, hinted, end = first, hint, sentence.end
        while last < len(quantities) and quantities[last].start < end:
            last += 1
        while hinted < len(hints) and hints[hinted] < end:
            hinted += 1
        line = joined.line(sentence.start)
        drafts = reading.sentence(line, sentence, quantities[first:last], hints[hint:hinted])
        if drafts:
            found.setdefault(line, []).extend(drafts)
        first, hint = last, hinted
    for line, drafts in found.items():
        yield passages[line], drafts


class _Reading:
    """The joined passages as they are read, sentence by sentence."""

    __slots__ = ("covered", "joined", "text")

    def __init__(self, joined: JoinedPassages) -> None:
        self.joined = joined
        self.text = joined.text
        self.covered = joined.covered

    def sentence(
        self, line: int, sentence: Sentence, quantities: Sequence[Quantity], hints: Sequence[int]
    ) -> list[DraftTarget]:
        """The targets of a sentence of ``line`` with these quantities; ``hints``: where others may stand."""
        passage = self.joined.passages[line]
        if quantities and self._looks_back(line, sentence, passage):
            return []
        others = list(_without_numbers(sentence, hints)) if hints else []
        if others:
            if not quantities and self._looks_back(line, sentence, passage):
                return []
            quantities = _outside(quantities, sorted(other.span for other in others))
        role = clause_roles(sentence, quantities)
        items: list[tuple[int, ClauseRole | Other]] = [(one.quantity.start, one) for one in role]
        if others:
            items += [(other.span[1] - 1, other) for other in others]
            items.sort(key=itemgetter(0))
        if not items:
            return []
        marks = [place for place, _ in items]
        due = periods(self.text, sentence.start, sentence.end, marks, passage.horizon)
        numbers = {one.quantity.start for one in role} | {
            place
            for place, item in items
            if isinstance(item, Rank | Ratio) or (isinstance(item, Multiple) and item.value)
        }
        strong = strengths(sentence, marks, numbers)
        several = len(role) > 1 and any(one.coordinated for one in role)
        respective = self._respective(role) if several else {}
        bases = list(BASE_YEAR.finditer(self.text, sentence.start, sentence.end))
        found: list[DraftTarget] = []
        last: DraftTarget | None = None
        # 增长7%、力争9%: a word of strength that a second value has governs nothing else.
        spent: dict[int, Strength] = {}
        for index, (place, item) in enumerate(items):
            if isinstance(item, ClauseRole):
                following = items[index + 1][1] if index + 1 < len(items) else None
                drafts = self._quantity(item, sentence, last, following if isinstance(following, ClauseRole) else None)
                if place in respective:
                    name, bound = respective[place]
                    for draft in drafts:
                        draft.indicator = name or draft.indicator
                        draft.comparator = bound
            else:
                drafts = self._other(item, sentence, last)
            strength, word = strong[index]
            if last is not None and isinstance(item, ClauseRole) and is_second(item) and word not in spent:
                spent[word] = last.strength
            elif word in spent:
                strength = spent[word]
            if isinstance(item, Multiple) and item.stretch:
                strength = "stretch"
            for draft in drafts:
                draft.period = due[index]
                draft.strength = "binding" if "约束性" in (draft.indicator or "") else strength
                if bases:
                    draft.base_year = base_year(bases, sentence.clause(place)[0], place)
                draft.span = self.joined.span_in(line, draft.span)
                found.append(draft)
                last = draft
        return found

    def _other(self, item: Other, sentence: Sentence, last: DraftTarget | None) -> Sequence[DraftTarget]:
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

    def _quantity(
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

    def _respective(self, row: Sequence[ClauseRole]) -> dict[int, tuple[str | None, Comparator]]:
        """What lists share: the indicators that numbers are paired with, and the bound after the last of them."""
        found: dict[int, tuple[str | None, Comparator]] = {}
        for index, first in enumerate(row):
            told = any("分别" in link for link in first.links)
            if not told and not (index + 1 < len(row) and pairs_units(first, row[index + 1])):
                continue
            numbers = run_of(row[index : index + _LIST])
            names = staged(self.covered, first.left) if told else None
            if names is None or len(names) != len(numbers):
                if (named := indicator_before(self.covered, first.left)) is None:
                    continue
                named = without_growth(self.covered, named)
                names = [self.text[slice(*name)] for name in names_of(self.covered, named)]
            bound = shared_bound(numbers)
            for place, one in enumerate(numbers):
                name = paired(names, place, len(numbers))
                if told or name is not None:
                    found[one.quantity.start] = name, bound or one.quantity.comparator
        return found

    def _looks_back(self, line: int, sentence: Sentence, passage: Passage) -> bool:
        """Whether the sentence tells of what was reached already."""
        start, end = sentence.start, sentence.end
        if passage.turn and self.joined.span_in(line, (start, end))[1] <= passage.turn:
            return True
        if passage.orientation == "plan":
            return PAST.search(self.covered, start, end) is not None or self._opens_in_the_past(start, passage)
        if PAST_OPEN.search(self.covered, start, end):
            return True
        target = passage.horizon.target
        years = [int(year) for year in YEAR.findall(self.covered, start, end)]
        if years and target is not None and max(years) < target:
            return True
        if PROMISED.search(self.covered, start, end) or GOALS.search(self.covered, start, end):
            return False
        if ACHIEVED.search(self.covered, start, end):
            return True
        if is_order(self.covered, start, end) or ANNOUNCES.search(self.covered, start, end):
            return False
        if STATES.search(self.covered, start, end):
            return True
        return not any(is_order(self.covered, *clause) for clause in sentence.clauses())

    def _opens_in_the_past(self, start: int, passage: Passage) -> bool:
        """2023年，全县粮食产量达到20万吨: the sentence starts with a year before the one that is planned."""
        year = _OPENING_YEAR.match(self.covered, start)
        target = passage.horizon.target
        return year is not None and target is not None and int(year[1]) < target

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
        measure, direction = measure_of(role, indicator or "", before)
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


def _outside(quantities: Sequence[Quantity], taken: Sequence[Span]) -> list[Quantity]:
    """The quantities that stand in none of the spans ``taken``; both are in order."""
    kept: list[Quantity] = []
    index = 0
    for quantity in quantities:
        while index < len(taken) and taken[index][1] <= quantity.start:
            index += 1
        if index == len(taken) or quantity.start < taken[index][0]:
            kept.append(quantity)
    return kept


def _quoted(text: str, span: Span) -> Span | None:
    """“万家民企评营商环境”前50名: the ranking names what is ranked."""
    start = text.find(COVER, *span)
    if start < 0:
        return None
    end = start
    while text[end] == COVER:
        end += 1
    return start, end


def _without_numbers(sentence: Sentence, hints: Sequence[int]) -> Iterator[Other]:
    done = -1
    for place in hints:
        yield from find_ratios(sentence, place)
        start, end = sentence.clause(place)
        if start <= done:
            continue
        done = start
        yield from find_relations(sentence.text, start, end)
        yield from find_ranks(sentence.text, start, end)
        yield from find_multiples(sentence.text, start, end)
