"""Binary Word files: text, numbers, tables, notes, facts, and what is refused."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from converter import parse
from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.doc import read
from tests.readers.word_files import Level, Paragraph, Run, Style, WordFile, compound_file, sprm

BOLD, SIZE, FONT, HIDDEN, DELETED, SPECIAL = 0x0835, 0x4A43, 0x4A50, 0x083C, 0x0800, 0x0855
CENTRED, LIST, LEVEL, OUTLINE, FIRST_LINE = sprm(0x2403, 1), 0x460B, 0x260A, 0x2640, 0x8411
IN_TABLE, ROW_END = sprm(0x2416, 1), sprm(0x2417, 1)

STYLES = (
    Style("正文", 0, character=sprm(SIZE, 32) + sprm(FONT, 1)),
    Style("heading 1", 1, base=0, paragraph=sprm(LIST, 1) + sprm(LEVEL, 0), character=sprm(FONT, 2)),
    Style("heading 2", 2, base=1, paragraph=sprm(LEVEL, 1), character=sprm(BOLD, 1)),
    Style("toc 1", 19, base=0),
)
#: 一、 and （一）, as the lists of official documents are set.
CHINESE = [Level(0x27, "%0、"), Level(0x27, "（%1）")]
REPORT = WordFile(
    [
        Paragraph("青禾县政府工作报告", CENTRED),
        Paragraph("各位代表："),
        Paragraph("过去一年的工作", style=1),
        Paragraph("米链竹链一起长", style=2),
        Paragraph("全县水稻亩产创了新高。", sprm(FIRST_LINE, 640)),
        Paragraph("班车进村更勤了", style=2),
        Paragraph("新开通城乡公交6条。"),
        Paragraph("新一年的安排", style=1),
        Paragraph("把食堂办到村口", style=2),
        Paragraph("新建村级食堂12个。"),
    ],
    styles=STYLES,
    lists=[CHINESE],
)


def lines(file: WordFile) -> list[str]:
    return read(file.bytes()).text.split("\n")


def omitted(projected: Projected) -> dict[str, int]:
    return {each.kind: each.count for each in projected.omitted}


def test_numbers_that_word_draws_are_written_out_and_marked_as_generated() -> None:
    projected = read(REPORT.bytes())
    assert projected.text.split("\n")[2:9:5] == ["一、过去一年的工作", "二、新一年的安排"]
    assert [projected.text[a:b] for a, b, _ in projected.generated] == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_facts_come_from_styles_and_from_the_paragraph() -> None:
    facts = read(REPORT.bytes()).facts
    assert facts[0].alignment == "center"
    assert (facts[2].style, facts[2].outline_level, facts[2].font, facts[2].bold) == ("heading 1", 1, "黑体", False)
    assert (facts[3].outline_level, facts[3].font, facts[3].bold, facts[3].size) == (2, "黑体", True, 16.0)
    assert (facts[4].indent, facts[4].font) == (2.0, "仿宋_GB2312")


def test_the_tree_of_a_word_file() -> None:
    report = parse(REPORT.bytes(), name="报告.doc")
    assert [section.heading for section in report.sections] == ["过去一年的工作", "新一年的安排"]
    assert [section.heading for section in report.sections[0].subsections] == ["米链竹链一起长", "班车进村更勤了"]


def test_a_wps_file_is_read_like_a_doc() -> None:
    assert parse(REPORT.bytes(), name="报告.wps").sections[0].heading == "过去一年的工作"


def test_the_one_byte_form_of_text() -> None:
    file = WordFile([Paragraph("“GDP” – 8.5%")], compressed=True)
    assert lines(file) == ["“GDP” – 8.5%"]


def test_characters_beyond_the_basic_plane_keep_the_places_of_formats() -> None:
    file = WordFile([Paragraph([Run("𠮷镇"), Run("粗", sprm(BOLD, 1)), Run("细")]), Paragraph("后文")])
    assert lines(file) == ["𠮷镇粗细", "后文"]


def test_codes_of_fields_are_dropped_and_results_kept() -> None:
    file = WordFile(
        [Paragraph('见\x13 HYPERLINK "http://a.b" \x14附\x13 PAGE \x14件\x15\x15。'), Paragraph("\x13未完")]
    )
    assert lines(file) == ["见附件。", "未完"]


def test_a_table_of_contents_is_told_by_its_field_and_by_its_style() -> None:
    file = WordFile(
        [
            Paragraph('\x13 TOC \\o "1-3" \x14一、过去一年的工作\t1'),
            Paragraph("二、新一年的安排\t5\x15"),
            Paragraph("三、自身建设\t9", style=3),
            Paragraph("正文"),
        ],
        styles=STYLES,
    )
    assert [facts.kind for facts in read(file.bytes()).facts] == ["contents"] * 3 + ["paragraph"]


def test_rows_are_lines_and_cells_are_parted_by_tabs() -> None:
    file = WordFile(
        [
            Paragraph("主要指标", IN_TABLE),
            Paragraph("（2024年）", IN_TABLE, mark="\x07"),
            Paragraph("目标", IN_TABLE, mark="\x07"),
            Paragraph("", IN_TABLE + ROW_END, mark="\x07"),
            Paragraph("粮食产量", IN_TABLE, mark="\x07"),
            Paragraph("41万吨", IN_TABLE, mark="\x07"),
            Paragraph("", IN_TABLE + ROW_END, mark="\x07"),
            Paragraph("表后的话。"),
        ]
    )
    projected = read(file.bytes())
    assert projected.text.split("\n") == ["主要指标 （2024年）\t目标", "粮食产量\t41万吨", "表后的话。"]
    assert [facts.kind for facts in projected.facts] == ["table_row", "table_row", "paragraph"]
    assert [projected.text[a:b] for a, b in projected.facts[1].cells or []] == ["粮食产量", "41万吨"]
    assert {projected.text[a:b] for a, b, kind in projected.generated if kind == "separator"} == {"\t", " "}


def test_what_is_left_out_is_counted() -> None:
    file = WordFile(
        [
            Paragraph(
                [
                    Run("保留"),
                    Run("删去", sprm(DELETED, 1)),
                    Run("隐藏", sprm(HIDDEN, 1)),
                    Run("\x01", sprm(SPECIAL, 1)),
                ]
            )
        ],
        headers=["青禾县人民政府"],
        comments=["请再核"],
        text_box="框内文字",
    )
    projected = read(file.bytes())
    assert projected.text == "保留"
    assert omitted(projected) == {
        "comments": 1, "deleted_revisions": 1, "headers_footers": 1, "hidden_text": 1, "pictures": 1, "text_boxes": 1
    }  # fmt: skip


def test_a_deleted_paragraph_mark_joins_what_it_parted() -> None:
    file = WordFile([Paragraph([Run("前半")]), Paragraph("后半"), Paragraph("另一段")])
    main, table = file.streams()
    whole = WordFile([Paragraph([Run("前半"), Run("\r", sprm(DELETED, 1)), Run("后半")]), Paragraph("另一段")])
    assert main and table and lines(whole) == ["前半后半", "另一段"]


def test_notes_follow_the_body_with_the_number_of_their_reference() -> None:
    mark = Run("\x02", sprm(SPECIAL, 1))
    file = WordFile(
        [Paragraph([Run("建设“米链”"), mark, Run("。")]), Paragraph([Run("村口食堂"), mark])],
        footnotes=[[Paragraph([mark, Run(" 从稻种到米粉。")])], [Paragraph([mark, Run(" 为老人供餐。")])]],
    )
    projected = read(file.bytes())
    assert projected.text.split("\n") == ["建设“米链”[1]。", "村口食堂[2]", "[1] 从稻种到米粉。", "[2] 为老人供餐。"]
    assert [facts.kind for facts in projected.facts] == ["paragraph", "paragraph", "note", "note"]


def test_line_breaks_hyphens_and_symbols() -> None:
    symbol = Run("(", b"\x09\x6a\x02\x00\x6c\xf0" + sprm(SPECIAL, 1))
    file = WordFile([Paragraph([Run("第一行\x0b第二行2024\x1e2025\x1f年\x07"[:-1]), symbol])])
    projected = read(file.bytes())
    assert projected.text.split("\n") == ["第一行", "第二行2024-2025年•"]
    assert [facts.kind for facts in projected.facts] == ["paragraph", "line"]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (replace(REPORT, flags=0x0100), "locked with a password"),
        (replace(REPORT, version=0x65), "Word 95 or older"),
        (WordFile([Paragraph("")]), "the file holds no text"),
        (replace(REPORT, changes={33: b"\x02" + b"\xff" * 20}), "damaged"),
        (replace(REPORT, changes={33: b""}), "damaged"),
    ],
)
def test_what_is_no_readable_word_file_is_refused_in_one_sentence(file: WordFile, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence):
        read(file.bytes())


@pytest.mark.parametrize(
    ("stream", "sentence"),
    [
        ("CONTENTS", "Microsoft Works"),
        ("MN0", "Microsoft Works"),
        ("Workbook", "Excel"),
        ("EncryptedPackage", "password"),
        ("PowerPoint Document", "presentation"),
        ("Other", "no Word document"),
    ],
)
def test_other_files_of_the_same_container_are_named(stream: str, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence):
        read(compound_file({stream: b"x"}))


def test_pieces_that_overlap_are_no_bomb() -> None:
    count = 2000
    pieces = b"".join(n.to_bytes(4, "little") for n in range(0, 3000 * (count + 1), 3000))
    pieces += (b"\0\0" + (0x40000000 | 2048).to_bytes(4, "little") + b"\0\0") * count
    file = replace(REPORT, changes={33: b"\x02" + len(pieces).to_bytes(4, "little") + pieces})
    with pytest.raises(ReaderError, match="damaged"):
        read(file.bytes())


def test_styles_based_on_each_other_end() -> None:
    styles = (Style("a", base=1), Style("b", base=0))
    assert lines(WordFile([Paragraph("一句话。", style=1)], styles=styles)) == ["一句话。"]


def test_mutated_files_are_read_or_refused() -> None:
    chance = random.Random(7)
    original = replace(REPORT, headers=["页眉"], comments=["批"], footnotes=[[Paragraph("注")]]).bytes()
    used = [index for index, byte in enumerate(original) if byte]
    for _ in range(400):
        data = bytearray(original)
        for _ in range(chance.randint(1, 8)):
            data[chance.choice(used)] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        try:
            read(bytes(data))
        except ReaderError as error:
            assert "\n" not in str(error)


def test_real_word_files(shared: Path) -> None:
    for path in sorted((shared / "inputs" / "doc").glob("*.doc")):
        projected = read(path.read_bytes())
        assert len(projected.text.split("\n")) == len(projected.facts)
