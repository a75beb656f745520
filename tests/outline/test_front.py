"""The front of a document: which lines it has, what each of them is, and where the text starts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.language.line_kinds import line_kind
from converter.language.normal_form import compact
from converter.language.offices_and_names import author_parts, is_name
from converter.layout import Block
from converter.outline.front import front_roles
from converter.outline.separating import separate_edges

SENTENCE = "现在，我代表县人民政府向大会报告工作，请予审议，并请政协委员和其他列席人员提出意见。"


def blocks(*lines: str) -> list[Block]:
    """One block a line, at the offsets the lines would have in a file."""
    made: list[Block] = []
    offset = 0
    for line in lines:
        made.append(Block(line, [0], [offset]))
        offset += len(line) + 1
    return made


def front(*lines: str) -> list[tuple[str, str]]:
    roles = front_roles(blocks(*lines))
    return list(zip(roles, lines, strict=False))


def roles(*lines: str) -> list[str]:
    return list(front_roles(blocks(*lines)))


@pytest.mark.parametrize(
    "lines, expected",
    [
        (
            [
                "政府工作报告",
                "（2023年2月21日在青禾县第十七届",
                "人民代表大会第四次会议上）",
                "青禾县人民政府县长 杜明合",
                "各位代表：",
                SENTENCE,
            ],
            ["title", "subtitle", "subtitle", "author", "salutation"],
        ),
        (
            [
                "政 府 工 作 报 告",
                "——2016年2月19日在云岭市第五届人民代表大会第五次会议上",
                "市　长　　　李　阳",
                "各位代表：",
            ],
            ["title", "subtitle", "author", "salutation"],
        ),
        (["政府工作报告", "国务院总理　", "李　阳", "各位代表："], ["title", "author", "author", "salutation"]),
        (
            ["凝心聚力 砥砺奋进", "奋力开创青禾发展新局面", "——在县委全会上的讲话", "这次会议，是在关键时刻召开的。"],
            ["title", "title", "subtitle"],
        ),
        (
            [
                "新华社北京10月27日电",
                "携手开创美好未来",
                "——在论坛上的讲话",
                "（2017年10月18日）",
                "李明阳",
                "同志们：",
            ],
            ["note", "title", "subtitle", "date", "author", "salutation"],
        ),
        (["奋进新征程", "在县委经济工作会议上的讲话", "同志们："], ["title", "subtitle", "salutation"]),
        (["在县委经济工作会议上的讲话", "同志们："], ["title", "salutation"]),
        (["县长在全县经济工作会议上的讲话", "按照会议安排，我先讲六点意见。"], ["title"]),
        (
            [
                "2022年10月28日在青禾县人大常委会第三十七次会议上",
                "青禾县发展和改革局局长 王立",
                "青禾县人大常务委员会：",
            ],
            ["subtitle", "author", "salutation"],
        ),
        (
            ["政府工作报告（文字实录）", "市长 **", "（根据录音整理）", "各位代表："],
            ["title", "author", "note", "salutation"],
        ),
        (
            ["分类号:BH6 6", "青禾日报 / 2 0 0 1年 / 0 2月 / 2 0日 / 第 A0 1版 /", "青禾省第十个五年计划纲要"],
            ["note", "issuer", "title"],
        ),
    ],
)
def test_lines_of_the_front_have_their_roles(lines: list[str], expected: list[str]) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    "salutation",
    [
        "各位代表：",
        "各位代表！",
        "同志们：",
        "女士们，先生们，同志们：",
        "各位主任、委员：",
        "位代表：",
        "尊敬的各位来宾，朋友们：",
    ],
)
def test_the_front_ends_with_the_salutation(salutation: str) -> None:
    assert front("政府工作报告", salutation, "一、2022年工作回顾")[-1] == ("salutation", salutation)


@pytest.mark.parametrize(
    "lines",
    [
        ["2023年工作回顾", "刚刚过去的一年，是极不平凡的一年。"],
        ["一、坚持正向发力，打好攻坚硬仗", "一要客观看待成绩。"],
        ["党的建设全面加强。", "全县上下团结一心。"],
        ["制造业是立国之本、强国之基。为加快提升制造业创新能力，特制订本行动计划。", "一、总体要求"],
        [],
    ],
)
def test_a_document_that_starts_with_its_text_has_no_front(lines: list[str]) -> None:
    assert roles(*lines) == []


def test_a_heading_below_the_title_is_no_title() -> None:
    assert roles("政府工作报告", "2019年工作回顾", "过去的一年，我们砥砺奋进。") == ["title"]


def test_a_preface_is_no_author() -> None:
    assert roles("青禾县国民经济和社会发展第十四个五年规划纲要", "序言", "“十四五”时期，是关键时期。") == ["title"]


def test_a_marked_line_never_stands_in_the_front() -> None:
    assert roles("政府工作报告", "一、关于当前形势的报告", "各位代表：") == ["title"]


def test_a_table_of_contents_ends_where_its_entries_come_again() -> None:
    lines = [
        "青禾县农业发展规划",
        "目　录",
        "第一章 发展基础……1",
        "第二章 重点任务……5",
        "第一章 发展基础",
        "我县农业基础良好。",
    ]
    assert roles(*lines) == ["title", "contents", "contents", "contents"]


def test_a_circular_keeps_its_letter_and_the_title_of_what_it_brings() -> None:
    lines = [
        "青禾县人民政府办公室关于印发青禾县节水行动方案的通知",
        "（青政办〔2022〕6号）",
        "各乡镇人民政府，县有关单位：",
        "《青禾县节水行动方案》现印发给你们，请认真贯彻执行。",
        "青禾县人民政府办公室",
        "2022年3月23日",
        "青禾县节水行动方案",
        "为做好节水工作，制定本方案。",
    ]
    assert roles(*lines) == ["title", "note", "salutation", "note", "issuer", "date", "title"]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "2000年政府工作报告——2000年3月5日在青禾县第九届人民代表大会第三次会议上　　　　　 县长李明阳各位代表：　　"
            "现在，我代表县人民政府作报告。",
            ["2000年政府工作报告", "——2000年3月5日在青禾县第九届人民代表大会第三次会议上", "县长李明阳", "各位代表："],
        ),
        (
            "在“学思想、见行动”总结大会上的讲话（2020年1月8日）李明阳同志们：今天，我们召开大会。",
            ["在“学思想、见行动”总结大会上的讲话", "（2020年1月8日）", "李明阳", "同志们："],
        ),
        (
            "新华社青禾10月23日电在纪念大会上的讲话（2020年10月23日）李明阳同志们，朋友们：今天，我们隆重集会。",
            ["新华社青禾10月23日电", "在纪念大会上的讲话", "（2020年10月23日）", "李明阳", "同志们，朋友们："],
        ),
        ("云岭市市长　李阳 各位代表：   现在，我代表云岭市人民政府报告工作。", ["云岭市市长　李阳", "各位代表："]),
        ("同志们：今天，我们召开全县经济工作会议。", ["同志们："]),
    ],
)
def test_a_front_in_one_line_is_cut_at_its_joints(text: str, expected: list[str]) -> None:
    cut = separate_edges(blocks(text))
    count = len(front_roles(cut))
    assert [block.text for block in cut[:count]] == expected
    assert cut[count].text.startswith(("现在", "今天"))
    assert [text[block.offsets[0] : block.offsets[0] + len(block.text)] for block in cut] == [
        block.text for block in cut
    ]


@pytest.mark.parametrize(
    "text",
    [
        "今天，我向各位代表报告：全年粮食增产。同志们！让我们努力奋斗。",
        "一、加强学习。各位代表：要认真学习。",
        "全县上下齐心协力，各位代表和政协委员建言献策，经济稳中有进。",
    ],
)
def test_a_paragraph_that_names_its_audience_is_not_cut(text: str) -> None:
    assert [block.text for block in separate_edges(blocks(text))] == [text]


def test_a_cut_block_keeps_offsets_and_marks_over_removed_layout() -> None:
    block = Block("在全县大会上的讲话（2020年1月8日）李明阳同志们：今天**很好", [0, 9], [5, 20], redactions=[(29, 31)])
    pieces = separate_edges([block])
    assert "".join(piece.text for piece in pieces) == block.text
    assert [piece.at(0) for piece in pieces] == [5, 20, 31, 34, 38]
    assert pieces[-1].redactions == [(2, 4)]


@pytest.mark.parametrize(
    "line, expected",
    [
        ("青禾县人民政府县长 杜明合", ("青禾县人民政府县长", "杜明合")),
        ("市长　黄　江", ("市长", "黄江")),
        ("国务委员兼国家计划委员会主任邹林", ("国务委员兼国家计划委员会主任", "邹林")),
        ("自治区主席 买买提·艾力", ("自治区主席", "买买提·艾力")),
        ("县长 **", ("县长", "**")),
        ("县委书记讲话", None),
        ("县长在全县大会上的讲话", None),
        ("主任会议", None),
        ("市长质量奖", None),
    ],
)
def test_an_author_is_an_office_and_a_name(line: str, expected: tuple[str, str] | None) -> None:
    assert author_parts(line) == expected


@pytest.mark.parametrize("name", ["李阳", "王立", "欧阳明远", "买买提·艾力", "张某某", "**"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("words", ["序言", "前言", "目录", "总则", "春", "工作回顾", "李明阳同志的报告"])
def test_words_that_are_no_names(words: str) -> None:
    assert not is_name(words)


def test_a_line_reads_the_same_in_traditional_characters_and_wide_digits() -> None:
    assert compact("第一屆全國人民代表大會 第一次會議（１９５４年）") == "第一届全国人民代表大会第一次会议(1954年)"


def test_a_very_long_line_is_of_no_kind() -> None:
    assert line_kind("（" * 100_000) is None
    assert front_roles(blocks("各位" * 100_000 + "：", "同志们：")) == []


FRONT_PIECES = st.sampled_from(
    [
        *("政府工作报告", "——", "（2020年1月8日）", "在全县大会上的讲话", "李明阳", "县长", "同志们：", "各位代表！"),
        *("　　", " ", "。", "※", "今天，", "目录", "（", "）", "大会上", "印发给你们"),
        *("新华社青禾1月8日电", "《青禾日报》（2020年1月8日01版）"),
    ]
)


@given(st.lists(st.lists(FRONT_PIECES | st.text(max_size=4), min_size=1, max_size=12).map("".join), max_size=5))
def test_cutting_loses_and_moves_nothing(lines: list[str]) -> None:
    whole = blocks(*(line.strip() for line in lines if line.strip()))
    pieces = separate_edges(whole)

    def characters(parts: list[Block]) -> list[tuple[str, int]]:
        return [
            (character, part.at(index))
            for part in parts
            for index, character in enumerate(part.text)
            if not character.isspace()
        ]

    assert characters(pieces) == characters(whole)
    assert all(piece.text == piece.text.strip() for piece in pieces)
    assert len(front_roles(pieces)) <= len(pieces)
