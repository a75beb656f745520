"""Leads: openers in a run of siblings alike, and short sentences that title nothing (docs/conventions.md §2)."""

from __future__ import annotations

import pytest

from converter.outline.leads import INLINE as INLINE_POINTS
from converter.outline.leads import Points
from tests.outline.drawing import outline

CHAPTER = "二、2024年工作安排\n"

#: Paragraphs whose first sentences title them, and their headings.
PARAGRAPHS = {
    "verb and object": (
        [
            "优化提升煤炭产业。着力稳产保供，在确保安全的前提下释放先进产能，原煤产量稳定在300万吨。",
            "培育壮大文旅产业。依托云岭山水，打造三条精品线路，建成民宿50家，办好登山节庆活动。",
            "加快发展特色农业。扩大中药材种植面积，新建标准化基地8个，带动农户稳定增收。",
        ],
        ["优化提升煤炭产业", "培育壮大文旅产业", "加快发展特色农业"],
    ),
    "over the year": (
        [
            "一年来，我们保大盘促增长，经济运行稳中向好。地区生产总值完成54亿元，财政收入首次突破5亿元。",
            "一年来，我们增信心促消费，市场活力持续回升。发放消费券2000万元，新增市场主体3100户。",
            "一年来，我们扩增量提质量，产业转型步伐加快。三个重点项目建成投产，园区产值翻了一番。",
        ],
        [
            "一年来，我们保大盘促增长，经济运行稳中向好",
            "一年来，我们增信心促消费，市场活力持续回升",
            "一年来，我们扩增量提质量，产业转型步伐加快",
        ],
    ),
    "emphasised, whatever stop follows": (
        [
            "**启动老城更新**，以三条街巷为重点，改造老旧小区64个，让老街坊住上新房子。",
            "**完善路网体系**，打通断头路7条，新建跨河大桥1座，缓解早晚高峰拥堵。",
        ],
        ["启动老城更新", "完善路网体系"],
    ),
}

#: Paragraphs whose sentences title nothing.
NO_LEADS = {
    "openers that end in a comma": [
        "加大项目建设，全年集中开工三批，完成重点工程投资18亿元，有力拉动了县域经济。",
        "强化招商引资，全年签约项目28个，到位资金6亿元，培育链主企业3户。",
    ],
    "must, and what for": [
        "要端正认识不松劲，坚决摒弃躺平心态，以不进则退的紧迫感迎头赶上。",
        "要紧盯目标不动摇，算好时间账、任务账、进度账，一手抓推进、一手抓落实。",
    ],
    "a single short sentence": [
        "困难不容低估。受多重因素影响，部分指标增速放缓，财政收支矛盾突出，基层负担仍然较重。",
        "同时也要看到，我县产业结构偏重、创新能力偏弱、民生短板偏多的局面还没有根本改变。",
    ],
    "an address": [
        "各位代表！过去的一年极不平凡，全县上下团结奋斗，取得了来之不易的成绩。",
        "各位代表！新的一年任务艰巨，我们要保持定力，把各项工作落到实处。",
    ],
}

#: A paragraph with leads inside, and their headings.
INLINE = {
    "着力": (
        "着力稳就业。开发公益性岗位400个，动态消除零就业家庭，帮助返乡人员就地就近就业。"
        "着力兴教育。新增公办幼儿园学位900个，县一中新校区9月投入使用，缓解大班额问题。"
        "着力强医疗。培训乡村医生120名，村卫生室标准化率达到95%，让群众看病少跑远路。",
        ["着力稳就业", "着力兴教育", "着力强医疗"],
    ),
    "emphasised": (
        "**做强湖区渔业**，以大闸蟹为龙头建设标准化养殖基地12个，带动渔民户均增收1.5万元。"
        "**做优文化旅游**，推动景区提档升级，力争年接待游客达到800万人次。"
        "**做大绿色装备**，引进新能源船舶龙头企业，五年新增产值60亿元。",
        ["做强湖区渔业", "做优文化旅游", "做大绿色装备"],
    ),
}

#: Paragraphs of short sentences that title nothing.
NO_INLINE = [
    "发展是硬道理。我们要抓住机遇，加快步伐，把家底做厚。民生是大事情。我们要办好实事，让群众满意。干部是关键。",
    "成绩来之不易。我们深深体会到，必须坚持党的领导，必须依靠人民群众，必须坚持实干为先。前路任重道远。",
    "打铁必须自身硬。要强化政治建设，对党绝对忠诚，自觉接受人大及其常委会监督。要强化作风建设，少开会、多下乡。",
    "路修通了，电接上了，水引来了。山里的香菇卖到了省城，外出的年轻人也愿意回来了。大家都说日子有了奔头。",
]


@pytest.mark.parametrize(("paragraphs", "headings"), PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_openers_alike_are_leads(paragraphs: list[str], headings: list[str]) -> None:
    assert outline(CHAPTER + "\n".join(paragraphs))[1:] == [f"  S |{heading}" for heading in headings]


@pytest.mark.parametrize("paragraphs", NO_LEADS.values(), ids=NO_LEADS.keys())
def test_openers_that_title_nothing_are_no_leads(paragraphs: list[str]) -> None:
    assert outline(CHAPTER + "\n".join(paragraphs)) == ["S 二、|2024年工作安排"]


@pytest.mark.parametrize(("paragraph", "headings"), INLINE.values(), ids=INLINE.keys())
def test_leads_inside_a_section_are_items(paragraph: str, headings: list[str]) -> None:
    assert outline(f"（一）抓好重点工作。{paragraph}")[1:] == [f"  I |{heading}" for heading in headings]


@pytest.mark.parametrize(("paragraph", "headings"), INLINE.values(), ids=INLINE.keys())
def test_the_lead_that_opens_a_paragraph_is_a_sibling_of_those_inside_it(paragraph: str, headings: list[str]) -> None:
    first, *others = headings
    assert outline(CHAPTER + paragraph)[1:] == [f"  S |{first}", *(f"  I |{heading}" for heading in others)]


@pytest.mark.parametrize("paragraph", NO_INLINE)
def test_short_sentences_in_prose_are_no_leads(paragraph: str) -> None:
    assert outline(CHAPTER + paragraph) == ["S 二、|2024年工作安排"]


def test_a_bare_must_stays_in_the_heading_of_its_lead() -> None:
    paragraphs = [
        "要真抓，不要虚功。凡是定下来的事，一件一件盯到底，走出来的堵点逐项销号。",
        "要快抓，不要拖延。今天能办的事不等明天，对久拖不决的提级办理、限期交账。",
    ]
    assert outline(CHAPTER + "\n".join(paragraphs))[1:] == ["  S |要真抓，不要虚功", "  S |要快抓，不要拖延"]


@pytest.mark.parametrize("points", [INLINE_POINTS])
def test_the_most_that_neighbours_are_worth_is_the_most(points: Points) -> None:
    """Pairs are left out that could not win even with all of it: what is not in the sum must not add to it."""
    assert points.same_length >= max(points.near_length, 0)
    assert min(points.same_start, points.same_end, points.same_comma, points.even) >= 0
    assert max(points.other_length, points.little_below, points.unlike) <= 0


def test_a_sentence_that_holds_a_marked_item_is_no_lead() -> None:
    """Its items stand inside it: a heading that ended behind the first of them would overlap it."""
    paragraphs = [
        "一要深化山的引领。突出云岭山品牌，打造3A级景区2个。",
        "**一是坚持党的领导**。旗帜鲜明讲政治。地区生产总值增长8%。",
        "重点做好以下工作：首先，要统一思想。其次，要压实责任。最后，要狠抓落实。地区生产总值增长8%。",
    ]
    assert outline("\n".join(paragraphs))[-3:] == ["I 首先，|", "I 其次，|", "I 最后，|"]
