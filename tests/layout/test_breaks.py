"""Lost line breaks: paragraphs on one line, glued headings and fronts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[[str], list[str]]
_REVIEW = (
    "过去一年，全县上下团结一心、克难攻坚，经济总量再上台阶，城乡面貌焕然一新。新建标准厂房六万平方米，引进企业二十三家，"
    "其中投资超亿元的八家。改造老旧街巷四十一条，新增停车泊位九百个，群众出行更加方便。这些变化，凝结着全县人民的心血和汗水。"
    "也要看到，县域经济总量还不大，财政收支矛盾依然突出，一些干部本领不足、作风不实，这些都需要下大力气加以解决。"
)
_PLAN = (
    "要坚持稳中求进工作总基调，统筹推进各项重点任务，努力实现各项预期目标。对列入计划的项目逐个排出时间表，明确责任人，"
    "每月调度一次，每季通报一次。对进展缓慢的，要查明原因，拿出办法，确保年底前见到成效，决不把问题拖到下一年去解决。"
    "各乡镇、各部门要把心思用在干事上，把功夫下在现场，以实实在在的成效取信于民，让全县人民看得见、摸得着、感受得到。"
)


@pytest.mark.parametrize("gap", ["　　", "  \u2003\u2003", "    ", "\t\t　　"])
def test_gaps_part_the_paragraphs_of_one_line(texts: Texts, codes: Texts, gap: str) -> None:
    parts = [
        "政府工作报告",
        "青禾县县长　李禾",
        "各位代表：",
        "请予审议。",
        "一、工作回顾",
        _REVIEW,
        "二、工作安排",
        _PLAN,
        "谢谢！",
    ]
    text = gap.join(parts)
    assert texts(text) == parts
    assert codes(text) == ["break_restored"]


def test_gaps_inside_a_line_of_names_stay(texts: Texts) -> None:
    text = "\n".join(["青禾县人民政府县长　　李　禾", *[f"　　{_REVIEW}"] * 8])
    assert texts(text)[0] == "青禾县人民政府县长　　李　禾"


def test_an_indent_inside_a_line_parts_headings(texts: Texts) -> None:
    text = "\n".join([f"　　第{n}章　发展环境　　{_REVIEW}" for n in "一二三四五六七八"])
    assert texts(text) == [part for n in "一二三四五六七八" for part in (f"第{n}章　发展环境", _REVIEW)]


def test_chapters_glued_to_the_text_before_them(texts: Texts, codes: Texts) -> None:
    text = f"{_REVIEW}一、工作回顾。{_REVIEW}二、工作安排。{_PLAN}（一）抓项目。{_PLAN}（二）抓招商。{_PLAN}"
    assert texts(text) == [
        _REVIEW,
        f"一、工作回顾。{_REVIEW}",
        f"二、工作安排。{_PLAN}",
        f"（一）抓项目。{_PLAN}",
        f"（二）抓招商。{_PLAN}",
    ]
    assert codes(text) == ["break_restored"]


def test_a_chapter_that_fills_a_run_is_set_apart(texts: Texts) -> None:
    text = f"一、工作回顾\n{_REVIEW}二、工作安排\n{_PLAN}\n三、自身建设\n{_PLAN}\n"
    assert texts(text) == ["一、工作回顾", _REVIEW, "二、工作安排", _PLAN, "三、自身建设", _PLAN]


@pytest.mark.parametrize(
    "text",
    [
        f"一、工作回顾\n{_REVIEW}思想不统一、行动跟不上，要坚持质量第一、效益优先。{_REVIEW}\n二、工作安排\n{_PLAN}",
        f"（一）抓项目\n{_REVIEW}\n（二）抓招商\n{_PLAN}（一）引进项目；（二）做好服务。{_PLAN}\n（三）抓民生\n{_PLAN}",
    ],
)
def test_numerals_in_running_text_break_nothing(texts: Texts, text: str) -> None:
    assert texts(text) == text.split("\n")


def test_an_unnumbered_heading_glued_on_both_sides(texts: Texts) -> None:
    text = f"请各位代表审议，并请列席人员提出意见。2023年工作回顾2023年是全面发力的一年。{_REVIEW}"
    assert texts(text) == [
        "请各位代表审议，并请列席人员提出意见。",
        "2023年工作回顾",
        f"2023年是全面发力的一年。{_REVIEW}",
    ]


def test_words_of_a_heading_inside_a_sentence_break_nothing(texts: Texts) -> None:
    text = f"{_REVIEW}会议听取了工作回顾，明确了工作安排。各项重点任务今年以来进展顺利。{_REVIEW}"
    assert texts(text) == [text]


def test_the_parts_of_a_front_on_one_line(texts: Texts) -> None:
    text = f"在全县经济工作会议上的讲话（2020年1月8日）李禾同志们：{_PLAN}"
    assert texts(text) == ["在全县经济工作会议上的讲话", "（2020年1月8日）", "李禾", "同志们：", _PLAN]


def test_a_subtitle_glued_to_its_title(texts: Texts) -> None:
    text = f"2000年政府工作报告——2000年3月5日在青禾县第九届人民代表大会第三次会议上\n各位代表：\n{_PLAN}"
    assert texts(text)[:2] == ["2000年政府工作报告", "——2000年3月5日在青禾县第九届人民代表大会第三次会议上"]


def test_an_address_inside_the_report_is_left_in_its_sentence(texts: Texts) -> None:
    text = f"{_REVIEW}\n各位代表！过去一年的成绩来之不易。\n各位代表，同志们，{_PLAN}\n"
    assert texts(text) == text.splitlines()


def test_a_chapter_glued_to_the_last_line_of_a_page_is_set_apart(texts: Texts) -> None:
    lines = [
        "（一）网络设施建设取得重要进展",
        "全县建成通信基站三百二十座，光纤网络通达所有行政村，农村宽带用户比上年增加",
        "两成以上，重点园区实现全覆盖，信息服务水平明显提升。（二）数据资源体系加快建设",
        "县级数据平台上线运行，汇集各部门数据一千余项，为群众办事提供了有力支撑。",
        "（三）数字服务更加便捷",
        "政务服务事项网上可办率达到九成。",
    ]
    assert [text[:8] for text in texts("\n".join(lines)) if text[0] == "（"] == [
        "（一）网络设施建",
        "（二）数据资源体",
        "（三）数字服务更",
    ]


def test_a_number_in_a_short_sentence_is_no_chapter(texts: Texts) -> None:
    line = "按规定办理。（二）项改为：由县人民政府决定。"
    assert line in texts("\n".join(["（一）修改办法", line, "（二）公布施行"]))


def test_an_address_is_set_apart_where_the_breaks_were_lost(texts: Texts) -> None:
    text = f"一、工作回顾。{_REVIEW}二、工作安排。{_PLAN}同志们！让我们携手并肩，建设美好青禾。"
    assert texts(text)[-1] == "同志们！让我们携手并肩，建设美好青禾。"
    kept = f"一、工作回顾。{_REVIEW}同志们！{_REVIEW}"
    assert texts(f"{kept}\n二、工作安排。{_PLAN}") == [kept, f"二、工作安排。{_PLAN}"]


def test_paragraphs_with_a_dash_are_set_apart(texts: Texts) -> None:
    parts = [f"五年来，我们取得了这些成绩。{_REVIEW}", f"——产业提质增效。{_REVIEW}", f"——城乡融合发展。{_PLAN}"]
    assert texts("".join(parts)) == parts


def test_a_dash_that_names_a_source_or_stands_alone_stays(texts: Texts) -> None:
    sourced = f"{_REVIEW}业精于勤，荒于嬉。——《进学解》{_PLAN}行成于思，毁于随。——《进学解》{_REVIEW}"
    assert texts(sourced) == [sourced]
    single = f"{_REVIEW}我们有一个共同的心愿。——让青禾县的每一个孩子都在家门口的好学校里快乐成长，{_PLAN}"
    assert texts(single) == [single]
