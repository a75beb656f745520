"""The back of a document: what belongs to it, and that appeals and text never do."""

from __future__ import annotations

import pytest

from converter.layout import Block
from converter.outline.back import back_roles
from converter.outline.separating import separate_edges

TEXT = ["一、2022年工作回顾", "过去一年，全县经济稳中有进。", "二、2023年工作安排", "今年要抓好以下工作。"]
APPEAL = "各位代表，使命在肩。让我们踔厉奋发，为建设美好青禾而努力奋斗！"


def roles(*lines: str) -> list[str]:
    return list(back_roles([Block(line, [0], [0]) for line in lines]))


@pytest.mark.parametrize(
    "back, expected",
    [
        (["大会秘书处", "二〇二三年二月二十日印"], ["issuer", "issuer"]),
        (["青禾县人民政府办公室2023年2月20日印发"], ["issuer"]),
        (["县长 李明阳", "2023年2月20日"], ["signature", "issuer"]),
        (["（新华社青禾2月23日电）", "《 青禾日报 》（ 2020年02月24日 02 版）"], ["note", "issuer"]),
        (["(来源：青禾县人民政府网）"], ["note"]),
        (["— 23 —"], ["note"]),
        (["名 词 解 释", "[1]四张清单：存量投资清单、增量投资清单。", "[2]十代：代育秧、代翻耕。"], ["glossary"] * 3),
        (
            ["《政府工作报告》有关名词解释", "1.一网通办：一个网站办成所有事。", "大会秘书处", "2023年2月20日印"],
            ["glossary", "glossary", "issuer", "issuer"],
        ),
        (["注：", "① 列宁：《论合作社》，第12页。"], ["note", "note"]),
        (["附件：2023年重点项目表", "项目名称 总投资"], ["note", "note"]),
        (["本作品是中华人民共和国的", "法律", "。", "Public domain", "false"], ["note"] * 5),
        (["本作品" + "是国家机关的决议、决定、命令和其他文件，" * 8 + "属于公有领域。", "注：说明。"], ["note"] * 2),
    ],
)
def test_the_back_is_found_behind_the_appeal(back: list[str], expected: list[str]) -> None:
    assert roles(*TEXT, APPEAL, *back) == expected


@pytest.mark.parametrize(
    "ending",
    [
        [APPEAL],
        ["谢谢大家！"],
        ["各位代表！", "使命重在担当，奋斗创造未来！"],
        ["伟大的祖国万岁！"],
        ["加强县政府办公室建设，推动作风转变。"],
        ["三、政府自身建设"],
        ["到2025年，建成高标准农田20万亩。"],
        ["“一网通办”：让群众少跑腿，注：不含节假日。"],
    ],
)
def test_text_and_appeals_are_no_back(ending: list[str]) -> None:
    assert roles(*TEXT, *ending) == []


def test_notes_in_the_middle_of_the_report_open_no_back() -> None:
    assert (
        roles(
            "一、工作回顾",
            "过去一年稳中有进。",
            "注：",
            "数字为初步统计。",
            "二、工作安排",
            "今年要实干。",
            "三、自身建设",
            "要廉洁。",
        )
        == []
    )


def test_a_glossary_grouped_under_numbered_headings_stays_whole() -> None:
    lines = ["名词解释", "一、经济发展", "双碳：碳达峰与碳中和。", "二、社会民生", "一老一小：老人和儿童。"]
    assert roles(*TEXT, APPEAL, *lines) == ["glossary"] * 5


def test_a_report_of_nothing_but_back_lines_is_not_refused() -> None:
    assert roles("大会秘书处") == ["issuer"]
    assert roles() == []


def test_the_source_of_an_article_is_cut_from_its_last_line() -> None:
    text = "我们一定能够实现目标任务。（新华社青禾2月23日电）《 青禾日报 》（ 2020年02月24日 02 版）"
    assert [block.text for block in separate_edges([Block(text, [0], [0])])] == [
        "我们一定能够实现目标任务。",
        "（新华社青禾2月23日电）",
        "《 青禾日报 》（ 2020年02月24日 02 版）",
    ]


def test_a_newspaper_named_in_a_sentence_is_not_cut_off() -> None:
    text = "这项做法被《青禾日报》（2020年2月24日）报道，影响很好。我们要再接再厉。"
    assert [block.text for block in separate_edges([Block(text, [0], [0])])] == [text]
