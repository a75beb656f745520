"""How a quantity stands in its clause: at the end after its indicator, or before the noun it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from converter.model import Span
from converter.patterns import late
from converter.targets.what.quantities import PER, Quantity
from converter.targets.where.clauses import Sentence
from converter.targets.words.joints import JOINT, leading
from converter.targets.words.openers import after_openers
from converter.targets.words.tables import Endings, entries
from converter.targets.words.verbs import Verb, governing

LINKS = Endings({row[0]: (row[1], row[2]) for row in entries("links")})

_CONNECTORS = re.compile(rf"{JOINT}|[或并，]")
# 建设任务, 目标任务, 大关: what may follow a number that closes its clause.
# 13个和美乡村试点村: no 和 that joins.
_INNER_JOINT = re.compile(rf"(?<=.){JOINT}")
# A noun phrase is looked for within so many characters of its number.
_REACH = 120
# The words of a clause say something about a number within so many characters before it.
_CLAUSE_REACH = 160
_LEADING, _LEADING_STARTS = leading("，或并的")
_TAIL_WORDS = re.compile(
    r"的?(?:(?:预期|增长|建设|改造|年度)?(?:目标任务|目标|任务)|大关|关口|台阶|水平|规模|指标|级?$|的?水平|级以上)"
)
# 新增停车位2000个并投入使用, 项目50个开工建设: a predicate, no noun.
PREDICATE = re.compile(
    r"(?:按(?!时)|尽早|尽快|如期|按期|按时|早日|全部|全面|全容量|正式|基本|顺利|同步|开工|竣工|投产|投用|投入|投运|建成|完工|落地(?!项目)|入驻|上云|并网|进行|缴纳|达规|达标|"
    r"安排|开展|开门|具备|提档(?!升级[村镇])|扩能|创[A-Z]|用于|达到|达|实现|完成|形成|解决|惠及|发挥|稳产|持续|稳定|得到|通过|参与|作为|成为|纳入|覆盖|带动|迈入|进入|跨入)"
)
# 投资, 年产: what follows is the size of the things counted before (3-5个投资10亿元以上的大项目).
_SIZE_WORDS = (
    "投资",
    "总投资",
    "年产",
    "日产",
    "产值",
    "年产值",
    "营收",
    "装机",
    "日处理",
    "占地",
    "计划投资",
    "单体投资",
)
# 百亿企业5家: 亿 without a unit classes the things that are counted.
_CLASSING = 10**7
_QUALIFYING = frozenset({"money", "mass", "power", "area", "persontime", "length", "bare"})

# 5条入湖河流水质优良率达到90%: the number of a set whose outcome is stated is part of the set.
_RATES = frozenset({"percent", "points"})
_THINGS = frozenset({"count", "household", "person"})
_OUTCOME = re.compile(
    r"(?:率|比例|比重|占比|覆盖面)(?:均|都|分别|全部|力争|确保|稳定|保持|提高|提升|达|到|在|至|超过|突破|不低于|高于)*$"
)

# 综合改革试点扩大到90个县: how far something reaches, so that its name stands before.
_PLACES = frozenset(("县", "市", "区", "乡镇", "村", "省份", "城市", "县市", "县区", "县城"))
_SPREADING = frozenset(("扩大到", "扩大至", "拓展到", "推广到"))
# How many numbers of a list are looked through.
_LIST = 20
_LIST_JOINTS = ("、", "和", "及")
_JOINING = frozenset("、和及与并")
_FROM = late(r"[由从][^，。；]{0,14}$")
_RISES = re.compile(r"(?:左右)?(?:增加|提高|提升|上升|下降|降低|减少|扩大|增长|发展|压缩|缩短|拓展|扩容)(?:到|至|为)?$")
# 突破70亿元大关: never what is counted.
_CLOSING_NOUN = re.compile(r"的?(?:大关|关口|台阶|水平|目标(?!任务))")
_CLOSING = re.compile(rf"{JOINT}|[并等，]")

Shape = Literal["end", "attributive"]


@dataclass(slots=True)
class ClauseRole:
    """A quantity with the stretch before it that can name what is measured, its links, and the noun after it.

    ``text`` is that of the whole sentence, ``clause`` the clause around it, whose words are looked at from ``start``
    on. ``left`` ends before the links; ``right`` is empty for a quantity at the end of its clause. ``coordinated`` says
    that another quantity of the same clause stands before it, ``sized`` that the noun carries a size of its own
    (3-5个投资10亿元以上的大项目).
    """

    text: str
    quantity: Quantity
    clause: Span
    start: int
    shape: Shape
    left: Span
    right: Span
    links: list[str]
    coordinated: bool
    following: str
    sized: bool = False
    _governing: tuple[Verb | None] | None = None

    @property
    def verb(self) -> Verb | None:
        """The last verb of the clause before the quantity, looked for when first asked."""
        if self._governing is None:
            self._governing = (governing(self.text, self.start, self.quantity.lead),)
        return self._governing[0]


def clause_roles(sentence: Sentence, quantities: Sequence[Quantity]) -> list[ClauseRole]:
    """The role of each of the sentence's quantities that is no qualifier of another, in order."""
    found: list[ClauseRole] = []
    first = 0
    while first < len(quantities):
        clause = sentence.clause(quantities[first].start)
        last = first + 1
        while last < len(quantities) and quantities[last].start < clause[1]:
            last += 1
        if last == first + 1:
            quantity = quantities[first]
            found.append(_role(sentence.text, clause, quantity, clause[0], (quantity.tail, clause[1]), False))
        else:
            found += _in_clause(sentence.text, clause, quantities[first:last])
        first = last
    return found


def _in_clause(text: str, clause: Span, group: Sequence[Quantity]) -> Iterator[ClauseRole]:
    """The roles of several quantities of one clause."""
    floor, end = clause
    skip = -1
    coordinated = False
    for index, quantity in enumerate(group):
        if index == skip:
            continue
        following = group[index + 1] if index + 1 < len(group) else None
        limit = following.lead if following else end
        between = text[quantity.tail : limit]
        right_end = limit
        joined = _CONNECTORS.match(between) is not None
        if following is not None and not joined:
            if not between and quantity.kind == "count" and (last := _last_sized(text, group, index + 1)) > index + 1:
                yield _role(text, clause, quantity, floor, (group[last].tail, end), coordinated)
                floor, coordinated, skip = quantity.tail, True, index + 1
                continue
            if _qualifies(quantity, between) or _comes_from(text, floor, quantity, between):
                continue
            if following.kind in _RATES and quantity.kind in _THINGS and _OUTCOME.search(between):
                floor = quantity.tail
                continue
            if between.endswith("的") and following.kind == "count":
                floor = quantity.tail
                continue
            if (following.after and following.kind in _QUALIFYING and between in ("", *_SIZE_WORDS)) or (
                between in _SIZE_WORDS and text[following.tail : following.tail + 1] not in ("", "\n", "、")
            ):
                right_end, skip = end, index + 1
            elif not between:
                right_end = group[index + 2].lead if index + 2 < len(group) else end
                yield _role(text, clause, quantity, floor, (following.tail, right_end), coordinated)
                floor, coordinated = quantity.tail, True
                continue
        elif following is not None:
            if quantity.kind == "money" and _one_of_thresholds(text, group, index):
                floor = quantity.tail
                continue
            right_end = quantity.tail
        if following is not None and skip != index + 1 and (joint := _INNER_JOINT.search(between)):
            right_end = quantity.tail + joint.start()
        role = _role(text, clause, quantity, floor, (quantity.tail, right_end), coordinated)
        role.sized = skip == index + 1
        yield role
        floor, coordinated = quantity.tail, True


def _last_sized(text: str, group: Sequence[Quantity], size: int) -> int:
    """引进2个5亿元以上、3个1亿元以上优质项目: which size stands before the noun, when the first is ``group[size]``."""
    end = min(size + _LIST, len(group))
    while (
        size + 2 < end
        and text[group[size].tail : group[size + 1].lead] in _LIST_JOINTS
        and group[size + 2].lead == group[size + 1].tail
        and group[size + 1].kind == "count"
        and group[size + 2].kind == group[size].kind
    ):
        size += 2
    return size


def _one_of_thresholds(text: str, group: Sequence[Quantity], index: int) -> bool:
    """年收入3万元、5万元、9万元以上的村: bare amounts of a list whose last only qualifies what is counted."""
    end = min(index + _LIST, len(group))
    while index + 1 < end and group[index].comparator == "=" and group[index].unit == group[index + 1].unit:
        if text[group[index].tail : group[index + 1].lead] not in _LIST_JOINTS:
            break
        index += 1
    last = group[index]
    return last.after == "以上" and text[last.tail : last.tail + 1] == "的"


def _comes_from(text: str, floor: int, quantity: Quantity, between: str) -> bool:
    """Whether the number is where a change starts: 由30亿元提高到45亿元, 从2020年的8%下降到6%."""
    return (
        _RISES.match(between) is not None
        and _FROM.search(text, max(floor, quantity.lead - 16), quantity.lead) is not None
    )


def _qualifies(quantity: Quantity, between: str) -> bool:
    """Whether the number only qualifies what a later number of the clause counts: 30万元以上村达到85%."""
    if between.startswith("的") and quantity.kind in _QUALIFYING:
        return True
    if quantity.kind not in _QUALIFYING:
        return False
    if quantity.kind == "bare" and quantity.factor > _CLASSING:
        return True
    return quantity.after is not None or not between or (quantity.before is not None and quantity.kind == "money")


def _role(text: str, clause: Span, quantity: Quantity, floor: int, right: Span, coordinated: bool) -> ClauseRole:
    start, end = right
    if end - start > _REACH:
        end = start + _REACH
    while end > start and text[end - 1] in _JOINING:
        end -= 1
    left_start, left_end = floor, quantity.lead
    if text[left_start] in _LEADING_STARTS and (lead := _LEADING.match(text, left_start, left_end)):
        left_start = lead.end()
    links = [quantity.before] if quantity.before else []
    if quantity.before and (per := PER.ending_at(text, quantity.start)):
        links.insert(0, per)
    while word := LINKS.ending_at(text, left_end, left_start):
        left_end -= len(word)
        links.append(word)
    # 玉米、大豆分别 | 稳定种植18万亩和6万亩
    parted = text.find("分别", left_start, left_end)
    if parted > left_start and after_openers(text, parted + 2, left_end) >= left_end:
        left_end = parted
        links.append("分别")
    left, rest = (left_start, left_end), text[start:end]
    reach = quantity.lead - _CLAUSE_REACH
    first = clause[0] if clause[0] > reach else reach
    if (
        not rest
        or (rest in _PLACES and links and links[0] in _SPREADING and left_end > left_start)
        or _closes(text, left, rest, quantity)
    ):
        return ClauseRole(text, quantity, clause, first, "end", left, (start, start), links, coordinated, rest)
    return ClauseRole(text, quantity, clause, first, "attributive", left, (start, end), links, coordinated, rest)


def _closes(text: str, left: Span, rest: str, quantity: Quantity) -> bool:
    """Whether ``rest``, what follows the quantity, is no noun that it counts."""
    if quantity.kind == "money" and _invests(text, left, rest):
        return True
    if _CLOSING.match(rest) is not None or _CLOSING_NOUN.match(rest) is not None or PREDICATE.match(rest) is not None:
        return True
    return _TAIL_WORDS.match(rest) is not None and left[1] - after_openers(text, *left) >= 2


_INVESTED = ("投资", "投入", "筹资", "争取资金", "投入资金")


def _invests(text: str, left: Span, rest: str) -> bool:
    """投资2.4亿元 | 实施管网改造工程: the amount is promised, and what follows says what is done with it."""
    return (
        text[slice(*left)].endswith(_INVESTED)
        and not text[slice(*left)].endswith("总投资")
        and (verb := governing(rest, 0, 6)) is not None
        and verb.kind in ("make", "add")
        and "的" not in rest[:12]
    )
