"""What pages, tables of contents and web sites leave in a text, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.layout.furniture.pages import page_numbers
from converter.layout.lines import read_lines

Texts = Callable[[str], list[str]]
_HALF = "一年来，全县上下团结一心、迎难而上，较好地完成了县人大会议确定的各项目标任务，经济社会发展保持了稳中"
_REST = "向好的态势。"


@pytest.mark.parametrize(
    "number",
    [
        "— 3 —",
        "－ 12 －",
        "-12-",
        "—3—",
        "· 4 ·",
        "第3页 共20页",
        "第 3 页",
        "第3页/共20页",
        "Page 3 of 20",
        "3/20",
        "--- Page 3 ---",
        "[第4页]",
        "第 2 页 / 共 9 页",
        "（第3页）",
        "共9页，第3页",
        "=== 第三页 ===",
        "P3",
        "页码：3",
        "2、",
    ],
)
def test_page_numbers_inside_a_sentence_are_layout(texts: Texts, codes: Texts, number: str) -> None:
    text = f"{_HALF}\n\n{number}\n\n{_REST}\n"
    assert texts(text) == [_HALF + _REST]
    assert codes(text) == ["page_number_removed", "broken_line_repaired"]


@pytest.mark.parametrize("line", ["2、", "（三）", "第3页的内容见附件", "2.加强管理", "页"])
def test_lines_that_resemble_page_numbers_are_text(line: str) -> None:
    assert page_numbers(read_lines(f"全县经济平稳运行。\n{line}\n社会大局和谐稳定。")) == set()


def test_bare_numbers_that_count_up_are_page_numbers(texts: Texts) -> None:
    page = f"{_HALF}\n\n{{}}\n\n{_REST}{'全县经济平稳运行。' * 12}\n"
    assert texts(page.format(1) + page.format(2)) == [_HALF + _REST + "全县经济平稳运行。" * 12] * 2


def test_page_numbers_inside_lines_count_up(texts: Texts, codes: Texts) -> None:
    page = f"{_HALF} — {{}} — {_REST}{'全县经济平稳运行。' * 12}"
    text = "\n".join(page.format(number) for number in (1, 2, 3))
    assert texts(text) == [f"{_HALF}{_REST}{'全县经济平稳运行。' * 12}"] * 3
    assert codes(text)[0] == "page_number_removed"


def test_dashes_around_numbers_in_running_text_stay(texts: Texts) -> None:
    text = f"执行2021—2025年规划，开展“健康—2030—行动”，落实A-1-B条款。{_HALF}，新建3—5个项目。"
    assert texts(text) == [text]


def test_bare_numbers_of_a_table_or_an_index_are_text() -> None:
    table = read_lines("粮食产量\n428\n443\n油料\n41\n42\n43\n")
    assert page_numbers(table) == set()
    index = read_lines(f"{_HALF}广义货币M\n2\n增长13%。\n{_HALF}广义货币M\n2\n预期增长12%。")
    assert page_numbers(index) == set()


def test_an_index_cut_out_of_a_sentence_is_put_back(texts: Texts) -> None:
    paragraphs = "\n\n".join(["全县经济平稳运行，社会大局稳定。"] * 12)
    assert (
        texts(f"{paragraphs}\n\n加强治理，细颗粒物（PM\n2.5\n）浓度下降。")[-1]
        == "加强治理，细颗粒物（PM2.5）浓度下降。"
    )


def test_half_a_page_number_counts_where_there_are_whole_ones() -> None:
    assert page_numbers(read_lines("甲。\n— 1 —\n乙。\n— 2")) == {1, 3}
    assert page_numbers(read_lines("甲。\n— 2")) == set()


def test_running_heads_are_layout_but_the_title_stays(texts: Texts) -> None:
    head = "青禾县政府工作报告"
    text = f"{head}\n{_HALF}\n— 1 —\n{head}\n{_REST}\n{_HALF}\n— 2 —\n{head}\n{_REST}\n"
    assert texts(text) == [head, _HALF + _REST, _HALF + _REST]


def test_headings_that_recur_are_no_running_heads(texts: Texts) -> None:
    text = "主要目标\n全县经济平稳运行。\n主要目标\n社会大局和谐稳定。\n主要目标\n民生持续改善。\n"
    assert texts(text).count("主要目标") == 3


def test_notes_that_a_text_goes_on_elsewhere(texts: Texts, codes: Texts) -> None:
    text = f"{_HALF}，（下转第3版）\n\n政 府 工 作 报 告\n\n（上接第1版）保持增长。\n"
    assert texts(text) == [f"{_HALF}，保持增长。"]
    assert codes(text) == ["running_head_removed", "continuation_note_removed", "broken_line_repaired"]


_CHAPTERS = (
    "第一章 发展基础\n全县综合实力跃上新台阶。\n第二章 主要目标\n到期末经济总量翻一番。\n"
    "第三章 重点任务。抓好项目建设。\n"
)


@pytest.mark.parametrize(
    "contents",
    [
        "目  录\n第一章 发展基础………… 1\n第二章 主要目标………… 3\n第三章 重点任务………… 9\n",
        "第一章 发展基础......1\n第二章 主要目标......3\n第三章 重点任务......9\n",
        "目录\n第一章发展基础第二章主要目标\n第三章 重点任务\n",
    ],
)
def test_a_table_of_contents_is_layout(texts: Texts, codes: Texts, contents: str) -> None:
    text = f"青禾县发展规划\n{contents}{_CHAPTERS}"
    assert texts(text) == ["青禾县发展规划", *_CHAPTERS.splitlines()]
    assert codes(text) == ["contents_removed"]


def test_lines_that_announce_what_does_not_come_are_no_contents(texts: Texts) -> None:
    text = "目录\n第一章 总则\n第二章 分则\n第三章 附则\n全县经济平稳运行。\n"
    assert texts(text) == text.splitlines()


def test_tags_are_layout(texts: Texts, codes: Texts) -> None:
    text = (
        '"<divclass="title"><h2>2007年青禾县政府工作报告</h2><h3>——2007年3月2日</h3>时间：2007-03-02</div>'
        '<center>县长　李禾</center><p>各位代表：</p><p>全县经济<b>平稳</b>运行。<br/>民生改善。</p>"'
    )
    assert texts(text) == [
        "2007年青禾县政府工作报告",
        "——2007年3月2日",
        "县长　李禾",
        "各位代表：",
        "全县经济平稳运行。",
        "民生改善。",
    ]
    assert codes(text) == ["web_remains_removed"]


def test_signs_that_are_no_tags_stay(texts: Texts) -> None:
    text = "确保能耗<3%且增速>8%，落实<某县规划>，A<b的情形除外。"
    assert texts(text) == [text]


def test_navigation_below_the_report_is_layout(texts: Texts) -> None:
    last = (
        "各位代表，让我们更加紧密地团结起来，坚定信心、勇毅前行，为建设富裕文明和谐美丽的新青禾而努力奋斗，"
        "以实际行动向人民交出满意答卷！"
    )
    text = f"{last}\n扫一扫在手机打开当前页\n来源：县政府办\n网站地图 | 关于我们\n党政机关\n备案号：青ICP备00000001号\n"
    assert texts(text) == [last]


def test_lines_of_a_report_that_resemble_navigation_stay(texts: Texts) -> None:
    text = "来源：全县统计年鉴，数据为初步核算数。\n关于我们的工作，请各位代表提出意见。\n下载量不断上升。\n"
    assert texts(text) == text.splitlines()


def test_licence_text_stays_as_blocks(texts: Texts) -> None:
    text = "谢谢大家！\n\n\n本作品属于\n公有领域\n。\n\nPublic domain\nfalse\nfalse\n"
    assert texts(text)[0] == "谢谢大家！"
    assert "".join(texts(text)[1:]) == "本作品属于公有领域。"


def _paged(head: str, first: str) -> str:
    """Six pages with ``head`` at the top of each and a number at the bottom; the text begins with ``first``."""
    pages = [
        f"{head}\n{first if n == 1 else ''}\n{'全县经济平稳运行，社会大局稳定。' * 8}\n— {n} —" for n in range(1, 7)
    ]
    return "\n".join(pages)


@pytest.mark.parametrize("head", ["青禾县人民政府工作报告", "各位代表：", "第一章 总则", "简报"])
def test_running_heads_on_every_page(texts: Texts, head: str) -> None:
    paragraphs = ["全县经济平稳运行，社会大局稳定。" * 8] * 6
    assert texts(_paged(head, head)) == [head, *paragraphs]


def test_a_running_head_that_shortens_the_title(texts: Texts) -> None:
    paragraphs = ["全县经济平稳运行，社会大局稳定。" * 8] * 6
    title = "青禾县人民政府关于乡村振兴工作情况的报告"
    assert texts(_paged(title[:15], title)) == [title, *paragraphs]


def test_a_title_on_the_first_page_only_stays(texts: Texts) -> None:
    assert texts(_paged("青禾县人民政府工作报告", "各位代表：全县上下团结一心。"))[0] == "青禾县人民政府工作报告"
