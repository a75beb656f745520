"""What speaks for and against an opener's being a lead: rows with a name, points and an example.

The points were fitted on annotated reports of two thirds of the places and hold on the others; a linear sum over named
rows stays a table that one can argue with. An opener is a lead when its own rows and those of the row it stands in sum
up to more than nothing (docs/conventions.md §2, "lead").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from converter.language.stops import COLONS, COMMAS

_DIGIT = re.compile("[0-9０-９%％]")
_QUOTED = re.compile("“[^”]{0,40}”|《[^》]{0,40}》|（[^）]{0,40}）")
_COMMA = re.compile(f"[{COMMAS}{COLONS}]")
_COPULA = re.compile("是(?!否|非)")
_TOLD = re.compile("(?<![为除])了")
OVER_THE_YEAR = re.compile("(?:[一两三四五]年来|这[一五]年|过去的?[一五]年|今后五年)[，,]")
#: A statement about what is not so, or what something is like, titles nothing.
_DENIES = re.compile("不容|不易|不是|不会|没有|不能|不可|极不|很不|来之")
_MUST = re.compile("要|必须|应|须")
_ARGUED = re.compile("要|必须|应当?|既要|只有")
_WE = re.compile("我们|新的一年")
#: First words of leads of a plan: 推动产业链供应链优化升级.
_DOING = re.compile(
    "推动|推进|加快|加强|加大|坚持|坚决|坚定|强化|深化|提升|着力|大力|全面|全力|持续|扎实|"
    "优化|完善|做好|做强|做优|做大|做实|抓好|抓实|抓牢|狠抓|促进|发展|实施|健全|培育|壮大|"
    "打造|构建|建设|建立|保障|改善|提高|深入|积极|统筹|聚焦|紧盯|紧扣|围绕|突出|守牢|守住|"
    "筑牢|夯实|严格|严守|切实|稳步|有效|有序|努力|奋力|扩大|激发|释放|拓展|拓宽|增强|增进|"
    "巩固|稳定|高质|高标|高水|办好|用好|更好|更大|加力|精准|精心|牢固|牢牢|始终|主动|引导|"
    "鼓励|支持|落实|完成|开展|创新|倾力|倾心|竭力|千方|多措|防范|化解|维护|繁荣|丰富|弘扬|"
    "依法|从严|勇于|敢于|善于|树牢|践行|服务|支撑|盘活|做精|做细|做活|建好|建强|管好|补齐|"
    "织密|兜牢|兜住|延伸|畅通|绘就|描绘|提振|稳住|[以把让稳抓强促优建守护惠保]"
)
#: Last words of leads of a review: 创新能力持续增强.
STATE = re.compile(
    "(?:提升|增强|改善|加快|优化|突破|成效|向好|稳定|提高|推进|发展|增长|完善|壮大|显现|凸显|彰显|释放|深化|加强|夯实|巩固|拓展|改观|领先|升级|提速|提质|增效"
    "|有力|有序|有效|显著|明显|扎实|稳固|健全|丰富|繁荣|活跃|攀升|回升|好转|新高|台阶|进展|跨越|形成|成型|落地|见效|保障|进步|变化|面貌|活力|动力|合力|和谐"
    "|安全|兜牢|守牢|筑牢|红火|兴旺|喜人|优良|更[优强足美好实高浓稳新大牢旺快]|加速|提档)$"
)


@dataclass(slots=True)
class Opener:
    """A short sentence that opens a paragraph, or the text behind a run-in heading, and may be a lead.

    ``index`` is that of its block in the row (-1: behind the heading of the row's parent); ``own_line`` says that
    nothing stands behind it in its block. ``below`` counts the characters it would title, ``following`` is the sentence
    after it. ``comma`` is the place of its first comma, or -1.
    """

    index: int
    start: int
    words: str
    own_line: bool
    below: int
    following: str
    among_lines: bool = False
    emphasised: bool = False
    comma: int = -1

    def __post_init__(self) -> None:
        found = _COMMA.search(self.words)
        self.comma = found.start() if found else -1

    @property
    def end(self) -> int:
        """Where the opener ends in its block."""
        return self.start + len(self.words)


class OwnRow(NamedTuple):
    """What an opener tells by itself, the points for it, and an example."""

    name: str
    points: float
    example: str
    holds: Callable[[Opener], float]


def has_figure(words: str) -> bool:
    """Whether the words have a figure outside quotation marks, titles and brackets."""
    return _DIGIT.search(_unquoted(words)) is not None


def _unquoted(words: str) -> str:
    return _QUOTED.sub("", words) if "“" in words or "《" in words or "（" in words else words


def _states_behind_a_heading(opener: Opener) -> float:
    return float(opener.index < 0 and _COPULA.search(opener.words) is not None)


OWN_ROWS: tuple[OwnRow, ...] = (
    OwnRow("opener", -2.7, "every short first sentence", lambda o: 1.0),
    OwnRow("own line", 1.7, "工农业生产同步增长。 with a paragraph below it", lambda o: float(o.own_line)),
    OwnRow("behind a run-in heading", 0.8, "（二）活力持续释放。创新能力取得新提升。", lambda o: float(o.index < 0)),
    OwnRow("among lines", 0.6, "a paragraph whose neighbours have leads on lines", lambda o: float(o.among_lines)),
    OwnRow("first", -0.3, "the first paragraph often introduces: 民生连着民心。", lambda o: float(o.index <= 0)),
    OwnRow("very short", -0.3, "思危方能安居", lambda o: float(len(o.words) <= 7)),
    OwnRow("short", 0.8, "扩展绿色生态空间", lambda o: float(8 <= len(o.words) <= 14)),
    OwnRow("long", -0.08, "for each character above twenty", lambda o: float(max(0, len(o.words) - 20))),
    OwnRow("comma", -0.9, "消费稳步回升，市场回暖", lambda o: float(o.comma >= 0)),
    OwnRow("commas", 0.6, "一年来，我们保大盘，促增长", lambda o: float(len(_COMMA.findall(o.words)) >= 2)),
    OwnRow("listing", -0.7, "民族、宗教工作扎实开展", lambda o: float("、" in o.words)),
    OwnRow("long listing", -2.0, "做好统计、气象、地震、档案工作", lambda o: float(o.words.count("、") > 2)),
    OwnRow("points back", -1.5, "这是今后一个时期的重点", lambda o: float(o.words[0] in "这那其该此")),
    OwnRow("figure", -1.3, "新增企业1.3万户; no quoted one", lambda o: float(has_figure(o.words))),
    OwnRow("copula", -2.3, "快与好从来不是对立的", lambda o: float(bool(_COPULA.search(o.words)))),
    OwnRow("states behind a heading", -2.0, "（一）深化改革。改革是发展的动力。", _states_behind_a_heading),
    OwnRow("told", -0.8, "召开了民营经济大会", lambda o: float(bool(_TOLD.search(o.words)))),
    OwnRow("we", -0.9, "我们高度重视法制", lambda o: float("我们" in o.words and not OVER_THE_YEAR.match(o.words))),
    OwnRow("over the year", 2.5, "一年来，我们保大盘促增长", lambda o: float(bool(OVER_THE_YEAR.match(o.words)))),
    OwnRow("must", 0.6, "要顺应人民期待", lambda o: float(bool(_MUST.match(o.words)))),
    OwnRow(
        "doing", 0.8, "加快城市更新", lambda o: float(bool(_DOING.match(o.words)))
    ),
    OwnRow("state", 0.9, "民生福祉持续改善", lambda o: float(bool(STATE.search(o.words)))),
    OwnRow("denies", -2.5, "困难不容低估", lambda o: float(bool(_DENIES.search(o.words)))),
    OwnRow("emphasised", 4.0, "**启动老城更新**，以…", lambda o: float(o.emphasised)),
    OwnRow("some below", -0.6, "24 to 60 characters of text below", lambda o: float(24 <= o.below < 60)),
    OwnRow("short sentence follows", -0.6, "规模不断扩大。效益不断提高。", lambda o: float(len(o.following) <= 12)),
    OwnRow("long sentence follows", 0.6, "40 characters or more", lambda o: float(len(o.following) >= 40)),
    OwnRow("figure follows", 0.4, "建成烘干中心4座，…", lambda o: float(has_figure(o.following))),
    OwnRow("must follows", -1.6, "民生连着民心。要坚持尽力而为…", lambda o: float(bool(_ARGUED.match(o.following)))),
    OwnRow("we follows", -1.6, "快与好从来不是对立的。我们既要…", lambda o: float(bool(_WE.match(o.following)))),
)  # fmt: skip


class RowPoints:
    """What the row an opener stands in adds: how likely the others are leads, and how like it."""

    OTHERS: Final = -2.1  #: times the leads expected among the others, five at most, as a part of five
    ALONE: Final = 0.3  #: none is expected among the others …
    FEW: Final = 0.1  #: … or one
    COVER: Final = 0.9  #: times the share of the row's paragraphs that open with a lead
    THIN: Final = -1.2  #: where that share is below a third
    LIKEST: Final = 0.8  #: times the likeness to its likest sibling …
    SECOND: Final = 0.4  #: … and to the second, each weighed with how likely that is a lead
    REFRAIN: Final = (
        1.6  #: times the others that begin with the same three characters, three at most, as a part of three
    )
    HALF_REFRAIN: Final = 0.9  #: the same for two characters
    LONG_REFRAIN: Final = 3.0  #: the same for six: 一年来，我们…
    SAME_END: Final = 1.5  #: the same for the last two: 新材料技术。…生物技术。…
    #: What a row adds before it is looked at, so that an opener's own rows tell how likely it is.
    UNSEEN: Final = 3.8


class Likeness:
    """What makes two openers of a row alike."""

    START: Final = 3.7
    SAME_LENGTH: Final = 3.3
    NEAR_LENGTH: Final = 0.7  #: one character longer or shorter
    LIKE_LENGTH: Final = 1.4  #: two or three
    SAME_FIRST: Final = 1.4  #: 坚持…。坚持…。
    SAME_FIRST_THREE: Final = -1.0  #: counted as a refrain
    SAME_LAST_TWO: Final = 0.6  #: …更加完善。…更加完善。
    SAME_ADVERB: Final = 0.4  #: 持续 in 持续增强 and 持续改善
    BOTH_COMMA: Final = -1.9
    SAME_COMMA: Final = 2.1  #: at the same place
    ONE_COMMA: Final = -1.2
