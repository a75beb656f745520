"""The year looked back on and the year planned."""

from __future__ import annotations

import pytest

from tests.meta.documents import meta_of


def years(*lines: str) -> tuple[int | None, int | None]:
    meta = meta_of(*lines)
    return meta.review_year, meta.target_year


@pytest.mark.parametrize(
    "chapters, expected",
    [
        (["2022年工作回顾", "2023年工作安排", "加强政府自身建设"], (2022, 2023)),
        (["“十二五”时期和2015年工作回顾", "“十三五”经济社会发展的主要目标和任务", "2016年工作安排"], (2015, 2016)),
        (["“十二五”时期工作回顾", "“十三五”时期指导思想和奋斗目标", "2016年主要工作"], (2015, 2016)),
        (["“十一五”规划执行情况和过去六年政府工作回顾"], (2010, 2011)),
        (["过去五年工作回顾", "2018年经济社会发展总体要求和政策取向", "对2018年政府工作的建议"], (2017, 2018)),
        (["１９９４年国内工作的回顾", "促进国民经济持续发展"], (1994, 1995)),
        (["一九五七年经济战线上的胜利", "争取一九五八年国民经济的新跃进"], (1957, 1958)),
        (["奋力完成2023年高质量发展的各项任务", "全力实现2024年高质量发展的奋斗目标"], (2023, 2024)),
        (["2023年主要工作", "2024年主要目标和重点工作"], (2023, 2024)),
        (["2020年工作回顾", "“十四五”规划和2035年远景目标", "2021年工作安排"], (2020, 2021)),
        (["2019年和今年以来工作回顾", "今年发展主要目标和下一阶段工作总体部署"], (2019, 2020)),
    ],
)
def test_the_chapters_of_a_work_report_give_the_years(chapters: list[str], expected: tuple[int, int]) -> None:
    assert years("政府工作报告", "各位代表：", *(f"# {chapter}" for chapter in chapters)) == expected


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["2000年政府工作报告", "各位代表：", "过去一年成绩显著。"], (1999, 2000)),
        (["政府工作报告", "（2023年2月21日在青禾县人民代表大会上）", "各位代表：", "过去一年成绩显著。"], (2022, 2023)),
        (["各位代表：", "刚刚过去的１９８４年，是经济稳步发展的一年。"], (1984, 1985)),
        (["各位代表：", "五年来，经济快速发展。预计2002年全市实现生产总值709亿元，到2010年翻一番。"], (2002, 2003)),
        (["各位代表：", "一九七四年粮食总产量预计比一九六九年增长两成。到一九八〇年建成体系。"], (1974, 1975)),
        (["各位代表：", "五年来成绩显著。" * 700, "2013年是全面贯彻新精神的开局之年。"], (2012, 2013)),
        (["各位代表：", "从1976年到1985年是关键的十年。"], (None, None)),
    ],
)
def test_a_work_report_without_years_in_its_chapters(lines: list[str], expected: tuple[int | None, int | None]) -> None:
    assert years(*lines) == expected


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["青禾省第十个五年计划纲要", "序言", "“九五”时期是我省发展较快的时期。"], (2000, 2005)),
        (["第十一个五年（2006—2010年）规划纲要根据建议编制。", "“十五”时期发展成效显著。"], (2005, 2010)),
        (["第一个五年计划进展顺利，第二个五年计划（1958―1962）正在拟定。"], (1957, 1962)),
        (["青禾县节水行动方案（2023—2025年）", "为做好节水工作，制定本方案。"], (None, 2025)),
        (["为提升能力，特制订本行动计划。", "到2025年达到10家，到2025年建成，2030年再翻番。"], (None, 2025)),
    ],
)
def test_a_plan_ends_in_its_last_year(lines: list[str], expected: tuple[int | None, int]) -> None:
    assert years(*lines) == expected


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["县长在2023年县委经济工作会议上的讲话", "同志们：", "去年成绩来之不易。"], (2022, 2023)),
        (
            ["县长在县委全会上的讲话", "今年以来，全县经济稳步恢复。2022年是党的二十大召开之年，要奋力赶超。"],
            (2022, 2022),
        ),
        (["县长在县委全会上的讲话", "今年以来稳中有进。", "完成今年20件实事，执行《2023年考核细则》。"], (2023, 2023)),
        (
            ["在主题教育总结大会上的讲话（2020年1月8日）李明阳同志们：从去年3月起，学习教育分三批开展。"],
            (None, None),
        ),
        (["在纪念大会上的讲话", "（2020年10月23日）", "同志们：", "70年前，先辈出征。"], (None, None)),
    ],
)
def test_a_speech_has_years_if_it_plans_a_year_s_work(
    lines: list[str], expected: tuple[int | None, int | None]
) -> None:
    assert years(*lines) == expected


def test_a_party_congress_looks_to_the_last_year_it_names() -> None:
    lines = [
        "继往开来",
        "——在中国共产党青禾县第十三次代表大会上的报告",
        "同志们：",
        "到2023年基本完成，到2026年全面建成。",
    ]
    assert years(*lines) == (None, 2026)
