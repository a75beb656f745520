"""Where runs begin and end: lists, restarts, introductions, and paragraphs that speak for the parent."""

from __future__ import annotations

from tests.outline.drawing import built

BODY = "我们牢牢把握发展机遇，统筹推进各项工作，取得了扎扎实实的成效，群众的获得感不断增强。"


def tree(*lines: str) -> list[str]:
    """The nodes of a document of these lines in reading order: their level, marker and heading or first words."""
    found: list[tuple[int, str]] = []
    waiting = built("\n".join(lines)).sections
    while waiting:
        section = waiting.pop()
        waiting.extend(section.subsections)
        name = section.heading or section.body[0].text[:6]
        found.append((section.span[0], f"{section.level} {section.marker.text if section.marker else ''}{name}"))
        for paragraph in (*section.interludes, *section.tail):
            found.append((paragraph.span[0], f"{section.level} ~{paragraph.text[:6]}"))
    return [name for _, name in sorted(found)]


def test_a_list_of_dashes_is_over_where_numbered_sections_begin() -> None:
    lines = [
        "一、工作回顾",
        f"——产业提质增效。{BODY}",
        f"——城乡融合发展。{BODY}",
        "一年来，我们主要做了以下工作：",
        f"（一）狠抓项目建设。{BODY}",
        f"（二）狠抓民生改善。{BODY}",
        "我们也清醒地看到发展中的问题：",
        f"——产业基础薄弱。{BODY}",
        f"——财政收支紧张。{BODY}",
        "二、工作安排",
        BODY,
    ]
    assert tree(*lines)[:7] == [
        "1 一、工作回顾",
        "2 ——产业提质增效",
        "2 ——城乡融合发展",
        "1 ~一年来，我们",
        "2 （一）狠抓项目建设",
        "2 （二）狠抓民生改善",
        "1 ~我们也清醒地",
    ]


def test_bullets_that_hold_numbered_sections_go_on() -> None:
    lines = [
        "一、工作安排",
        "●夯实农业基础",
        f"（一）稳定粮食生产。{BODY}",
        f"（二）发展特色产业。{BODY}",
        "●建设美丽城镇",
        f"（一）完善公共设施。{BODY}",
        f"（二）加强城镇管理。{BODY}",
        "●保障改善民生",
        f"（一）办好人民教育。{BODY}",
        f"（二）建设健康青禾。{BODY}",
    ]
    assert [name[0] for name in tree(*lines)] == ["1", "2", "3", "3", "2", "3", "3", "2", "3", "3"]


def test_a_colon_introduces_a_run_below_the_last_of_another() -> None:
    lines = [
        "三、保障措施",
        f"第一，调整产业结构。{BODY}",
        "第二，深化各项改革。这里着重强调以下几点：",
        f"——国有企业改革。{BODY}",
        f"——财政体制改革。{BODY}",
    ]
    assert tree(*lines) == [
        "1 三、保障措施",
        "2 第一，调整产业结构",
        "2 第二，深化各项改革",
        "3 ——国有企业改革",
        "3 ——财政体制改革",
    ]
    lines[2] = f"第二，深化各项改革。{BODY}"
    assert tree(*lines)[-2:] == ["2 ——国有企业改革", "2 ——财政体制改革"]


def test_a_list_of_clauses_stands_below_the_section_of_its_family() -> None:
    lines = [
        "一、工作回顾",
        BODY,
        "二、工作安排",
        "今年要集中力量抓好以下几件事：",
        "一、继续办好县域职业学校；",
        "二、认真开展环境整治行动；",
        "三、进一步充实基层卫生队伍。",
        BODY,
        "三、自身建设",
        BODY,
    ]
    assert [name[:3] for name in tree(*lines)] == ["1 一", "1 二", "2 一", "2 二", "2 三", "1 ~", "1 三"]


def test_sections_that_count_from_one_again_after_a_colon_are_no_list_of_clauses() -> None:
    lines = ["一、青禾县", BODY, "二、云岭县", f"{BODY}主要情况如下：", "一、自然条件", BODY, "二、历史沿革", BODY]
    assert [name[0] for name in tree(*lines)] == ["1", "1", "1", "1"]


def test_what_sums_up_the_year_speaks_for_all_sections() -> None:
    review = [
        "一、工作回顾",
        f"（一）产业发展有新气象。{BODY}",
        f"（二）城乡面貌有新变化。{BODY}",
        f"（三）民生福祉有新提升。{BODY}",
    ]
    for summing in (
        "过去一年，老龄、慈善、气象、档案等工作取得新成绩。",
        "同时，我们深入开展主题教育，着力加强政府自身建设。",
        "在肯定成绩的同时，我们也清醒认识到工作中的不足。",
    ):
        assert tree(*review, summing, "二、工作安排", BODY)[4] == f"1 ~{summing[:6]}"


def test_a_section_that_is_not_the_last_keeps_its_paragraphs() -> None:
    more = "过去一年，新改扩建学校十二所，新增学位三千个。"
    lines = ["一、工作回顾", f"（一）产业发展。{BODY}", f"（二）民生改善。{BODY}", more, f"（三）改革开放。{BODY}"]
    assert not [name for name in tree(*lines) if "~" in name]
    longer = ["一、工作回顾", f"（一）产业发展。{BODY}", BODY, f"（二）民生改善。{BODY}", more, "二、工作安排", BODY]
    assert not [name for name in tree(*longer) if "~" in name]


def test_a_closing_leaves_its_text_to_a_heading() -> None:
    appeal = "各位代表！让我们携手并肩，为建设美好青禾而努力奋斗！"
    text = "\n".join(["一、工作回顾", BODY, "二、工作安排", BODY, "结束语", appeal])
    assert not built(text).closing
    text = "\n".join(["一、工作回顾", BODY, "二、工作安排", BODY, appeal])
    assert [paragraph.text for paragraph in built(text).closing] == [appeal]


def test_confidence_at_the_end_is_a_closing_and_a_statement_is_none() -> None:
    review = ["一、工作回顾", BODY, "二、工作安排", BODY]
    for last, closes in (
        ("同志们！困难再大也压不垮青禾人。我们相信，全县上下同心，一定能够实现目标。", True),
        ("同志们！防汛工作由县应急局负责，各乡镇按照预案落实。", False),
    ):
        text = "\n".join([*review, last])
        assert bool(built(text).closing) is closes


def test_slogans_on_lines_of_their_own_are_closing() -> None:
    review = ["一、工作回顾", BODY, "二、工作安排", BODY]
    appeal = ["同志们！", "前程远大。", "任务光荣。", "道路宽广。", "旗帜鲜明。", "让我们奋勇前进吧！"]
    slogans = ["全县各族人民大团结万岁！", "伟大的祖国万岁！"]
    text = "\n".join([*review, *appeal, *slogans])
    assert [paragraph.text for paragraph in built(text).closing] == [*appeal, *slogans]
    text = "\n".join([*review, "会上群众齐声高呼祖国万岁，场面十分感人。"])
    assert not built(text).closing
