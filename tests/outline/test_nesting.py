"""Which node stands below which (docs/conventions.md §2): ranks, runs, restarts, wrap-ups."""

from __future__ import annotations

import pytest

from tests.outline.drawing import built, outline

TALK = "全县上下齐心协力，把各项任务一件一件落到实处，努力取得更大成效。"

#: Lines of a text, and its tree.
TREES = {
    "numbered levels in their order": (
        ["一、总体要求", "（一）指导思想", "1.坚持改革", "（1）放权", "①清单", "（二）主要目标", "二、任务"],
        [
            "S 一、|总体要求",
            "  S （一）|指导思想",
            "    S 1.|坚持改革",
            "      S （1）|放权",
            "        S ①|清单",
            "  S （二）|主要目标",
            "S 二、|任务",
        ],
    ),
    "divisions above all": (
        ["第一篇 总论", "第一章 环境", "第一节 基础", "一、成就", "第二节 形势", "第二篇 任务", "第二章 产业"],
        [
            "S 第一篇|总论",
            "  S 第一章|环境",
            "    S 第一节|基础",
            "      S 一、|成就",
            "    S 第二节|形势",
            "S 第二篇|任务",
            "  S 第二章|产业",
        ],
    ),
    "a level may be left out": (
        ["一、总体要求", "1.坚持改革", "2.坚持开放", "二、任务"],
        ["S 一、|总体要求", "  S 1.|坚持改革", "  S 2.|坚持开放", "S 二、|任务"],
    ),
    "（一） without 一、 above": (
        [TALK, "（一）抓项目", TALK, "（二）抓招商", TALK],
        ["S （一）|抓项目", "S （二）|抓招商"],
    ),
    "（一） counts anew under each parent": (
        ["一、回顾", "（一）稳增长", "（二）惠民生", "二、安排", "（一）抓项目", "（二）抓招商"],
        [
            "S 一、|回顾",
            "  S （一）|稳增长",
            "  S （二）|惠民生",
            "S 二、|安排",
            "  S （一）|抓项目",
            "  S （二）|抓招商",
        ],
    ),
    "一、 counts anew under unnumbered chapters": (
        [
            "2023年工作回顾",
            TALK,
            "一、稳增长",
            TALK + TALK,
            "二、惠民生",
            TALK,
            "2024年工作安排",
            TALK * 3,
            "一、抓项目",
            TALK,
        ],
        ["S |2023年工作回顾", "  S 一、|稳增长", "  S 二、|惠民生", "S |2024年工作安排", "  S 一、|抓项目"],
    ),
    "words below （一）": (
        ["一、安排", "（一）抓项目", f"一是抓开工。{TALK}", f"二是抓竣工。{TALK}", "（二）抓招商"],
        ["S 一、|安排", "  S （一）|抓项目", "    S 一是|抓开工", "    S 二是|抓竣工", "  S （二）|抓招商"],
    ),
    "words below dashes": (
        ["一、安排", f"——产业兴县。{TALK}", f"一是抓开工。{TALK}", f"二是抓竣工。{TALK}", f"——生态立县。{TALK}"],
        ["S 一、|安排", "  S ——|产业兴县", "    S 一是|抓开工", "    S 二是|抓竣工", "  S ——|生态立县"],
    ),
    "dashes below words": (
        ["一、安排", f"一要抓产业。{TALK}", f"——工业强县。{TALK}", f"——文旅活县。{TALK}", f"二要抓生态。{TALK}"],
        ["S 一、|安排", "  S 一要|抓产业", "    S ——|工业强县", "    S ——|文旅活县", "  S 二要|抓生态"],
    ),
    "words directly below a chapter": (
        [
            "一、作风",
            f"一要敢于担当。{TALK}",
            f"二要善于协同。{TALK}",
            "二、纪律",
            f"一要严。{TALK}",
            f"二要实。{TALK}",
        ],
        ["S 一、|作风", "  S 一要|敢于担当", "  S 二要|善于协同", "S 二、|纪律", "  S 一要|严", "  S 二要|实"],
    ),
    "an introduction leaves the run at its level": (
        ["一、安排", TALK, "重点做好三方面工作：", f"（一）抓项目。{TALK}", f"（二）抓招商。{TALK}"],
        ["S 一、|安排", "  S （一）|抓项目", "  S （二）|抓招商"],
    ),
    "markdown follows the marker inside": (
        ["## 一、安排", TALK, "### （一）抓项目", TALK, "### 其他工作", TALK, "## 二、保障", TALK],
        ["S 一、|安排", "  S （一）|抓项目", "  S ###|其他工作", "S 二、|保障"],
    ),
    "a skipped number is no new level": (
        ["（一）抓项目", "（二）抓招商", "（四）抓服务"],
        ["S （一）|抓项目", "S （二）|抓招商", "S （四）|抓服务"],
    ),
}


@pytest.mark.parametrize(("lines", "tree"), TREES.values(), ids=TREES.keys())
def test_tree(lines: list[str], tree: list[str]) -> None:
    assert outline("\n".join(lines)) == tree


def test_paragraphs_below_a_section_belong_to_it() -> None:
    (first, second) = built(f"（一）抓项目\n{TALK}\n{TALK}\n（二）抓招商\n{TALK}").sections
    assert [len(first.body), len(second.body)] == [2, 1]


def test_an_address_after_the_last_child_is_the_tail_of_the_chapter() -> None:
    wrap_up = "各位代表，成绩来之不易，问题也不容回避。"
    text = f"一、回顾\n（一）稳增长。{TALK}\n（二）惠民生。{TALK}\n{wrap_up}\n二、安排\n{TALK}"
    chapter = built(text).sections[0]
    assert [paragraph.text[:4] for paragraph in chapter.tail] == ["各位代表"]
    assert chapter.subsections[-1].tail == []


def test_an_address_between_two_children_is_an_interlude() -> None:
    text = f"一、安排\n（一）稳增长。{TALK}\n各位代表，这是今年工作的重中之重。\n（二）惠民生。{TALK}"
    (chapter,) = built(text).sections
    assert [paragraph.text[:4] for paragraph in chapter.interludes] == ["各位代表"]
    assert [child.heading for child in chapter.subsections] == ["稳增长", "惠民生"]
    assert [paragraph.id for paragraph in chapter.interludes] == ["s1.p1"]


def test_what_follows_a_run_of_words_speaks_for_its_parent() -> None:
    text = f"一、安排\n一要抓项目。{TALK}\n二要抓招商。{TALK}\n这两件事关系全局，务必抓紧抓好。\n二、保障\n{TALK}"
    chapter = built(text).sections[0]
    assert [paragraph.text[:4] for paragraph in chapter.tail] == ["这两件事"]


def test_the_last_of_a_run_has_as_many_paragraphs_as_its_siblings() -> None:
    run = f"一要抓项目。{TALK}\n{TALK}\n二要抓招商。{TALK}\n{TALK}"
    text = f"一、安排\n{run}\n这两件事关系全局，务必抓紧抓好。\n二、保障\n{TALK}"
    chapter = built(text).sections[0]
    assert [len(child.body) for child in chapter.subsections] == [2, 2]
    assert len(chapter.tail) == 1


def test_a_tree_of_many_families_in_one_another_stays_flat_enough() -> None:
    deep = built("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" * 50).sections
    assert len(deep) == 50
