"""Marked items inside a paragraph: runs, what continues them, and what is no item (docs/conventions.md §2)."""

from __future__ import annotations

import pytest

from tests.outline.drawing import built, outline

CHAPTER = "一、重点任务\n"

#: A paragraph under a chapter, and the nodes below the chapter.
RUNS = [
    (
        "要做好三件事。一是抓项目。开工建设5个产业项目。二是抓招商。组建6支小分队常驻沿海。三是抓服务。",
        ["I 一是|抓项目", "I 二是|抓招商", "I 三是|"],
    ),
    ("重点抓好：一是实施品质提升工程；二是实施管网改造工程。", ["I 一是|", "I 二是|"]),
    (
        "一要抓项目。开工建设5个。二要抓招商。签约8个。",
        ["S 一要|抓项目", "I 二要|抓招商"],
    ),
    ("做到：（1）规划先行；（2）项目为王；（3）久久为功。", ["I （1）|", "I （2）|", "I （3）|"]),
    ("抓好改造：①老旧小区64个；②背街小巷29条。", ["I ①|", "I ②|"]),
    (
        "作风要实。首先，要提高认识。把思想统一到部署上来。其次，要压实责任。层层传导压力。最后，要严格考核。",
        ["I 首先，|要提高认识", "I 其次，|要压实责任", "I 最后，|"],
    ),
    (
        "问题不少。第一，认识不足。有的还在观望。第二，责任不实。有的还在推诿。",
        ["I 第一，|认识不足", "I 第二，|责任不实"],
    ),
    ("短板明显。其一，产业不强。其二，交通不畅。", ["I 其一，|", "I 其二，|"]),
    (
        "抓好两项改革。一要改机制：一是放权，二是赋能。二要改作风：一是务实，二是高效。",
        ["I 一要|改机制", "  I 一是|", "  I 二是|", "I 二要|改作风", "  I 一是|", "  I 二是|"],
    ),
    ("抓好三件事：一是快，三是实。", ["I 一是|", "I 三是|"]),
]

#: Paragraphs that hold markers and no items.
NO_RUNS = [
    "发展是第一要务，人才是第一资源，创新是第一动力。",
    "要坚持“一要抓早、二要抓小”的方法，做到心中有数。",
    "他常说：“一是一，二是二。”这句话值得我们深思。",
    "存在的问题，一是产业基础薄弱，必须下大力气解决。",
    "“十四五”时期，是青禾发展的关键时期，二是无从谈起的。",
    "以防万一是必要的，统一是根本，专一是关键。",
    "完成投资1.5亿元、2.3亿元、3.1亿元。",
    "加快建设环湖路；完善管网；提升服务；改善民生。",
    "东部（1个镇）和西部（2个镇）协调发展。",
]


@pytest.mark.parametrize(("paragraph", "nodes"), RUNS, ids=[paragraph[:12] for paragraph, _ in RUNS])
def test_runs_inside_a_paragraph(paragraph: str, nodes: list[str]) -> None:
    assert outline(CHAPTER + paragraph) == ["S 一、|重点任务", *(f"  {node}" for node in nodes)]


@pytest.mark.parametrize("paragraph", NO_RUNS)
def test_markers_without_a_run_are_prose(paragraph: str) -> None:
    assert outline(CHAPTER + paragraph) == ["S 一、|重点任务"]


def test_items_of_a_section_stand_below_it() -> None:
    assert outline("（一）抓项目。一是抓开工。上半年开工5个。二是抓竣工。年底竣工3个。\n（二）抓招商。签约8个。") == [
        "S （一）|抓项目",
        "  I 一是|抓开工",
        "  I 二是|抓竣工",
        "S （二）|抓招商",
    ]


def test_a_run_goes_on_in_the_next_paragraph() -> None:
    assert outline(CHAPTER + "一是抓项目。开工5个。二是抓招商。签约8个。\n三是抓服务。办件提速三成。") == [
        "S 一、|重点任务",
        "  S 一是|抓项目",
        "  I 二是|抓招商",
        "  S 三是|抓服务",
    ]


def test_text_before_the_items_belongs_to_the_section() -> None:
    (chapter,) = built(CHAPTER + "今年要抓好两件事：一是修路，二是架桥。").sections
    assert [paragraph.text for paragraph in chapter.body] == ["今年要抓好两件事："]
    assert [item.body[0].text for item in chapter.subsections] == ["修路，", "架桥。"]


def test_text_after_items_of_one_sentence_speaks_for_the_paragraph() -> None:
    text = CHAPTER + "抓好改造：①改造小区64个；②整治小巷29条；③建成公园15处。民生无小事，件件连民心。"
    (chapter,) = built(text).sections
    assert [item.body[0].text for item in chapter.subsections][-1] == "建成公园15处。"
    assert [paragraph.text for paragraph in chapter.tail] == ["民生无小事，件件连民心。"]


def test_text_of_the_last_item_stays_with_it_where_items_are_long() -> None:
    text = CHAPTER + "一是抓项目。开工5个。二是抓招商。签约8个。三是抓服务。办件提速三成。群众满意是标准。"
    (chapter,) = built(text).sections
    assert chapter.tail == []
    assert chapter.subsections[-1].body[0].text == "办件提速三成。群众满意是标准。"


@pytest.mark.parametrize(
    "paragraph",
    [
        "首先，我代表县委向辛勤工作在一线的同志们表示感谢。",
        "最后，我再强调一点纪律要求，请大家严格遵守。",
        "一是必须看到，基础不牢仍是最大的短板。",
        "第一，这是多年来没有过的好形势，值得珍惜。",
    ],
)
def test_a_stray_marker_opens_nothing(paragraph: str) -> None:
    assert outline(f"一、形势\n{paragraph}\n这一点大家都有体会。\n二、任务\n今年要抓好春耕。") == [
        "S 一、|形势",
        "S 二、|任务",
    ]


def test_first_of_all_is_continued_by_second() -> None:
    assert outline("一、任务\n首先，要抓早。开春就动手。\n第二，要抓小。小事不放过。\n第三，要抓实。一件一件办。")[
        1:
    ] == [
        "  S 首先，|要抓早",
        "  S 第二，|要抓小",
        "  S 第三，|要抓实",
    ]
