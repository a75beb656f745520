"""PDF: lines and paragraphs by their places, furniture of pages, notes, tables, and what is refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from converter import parse, to_json, validate
from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.pdf import process, read
from tests.readers.pdf_files import HEIGHT, Text, pdf, set_lines

pytest.importorskip("pypdfium2")

REPORT = [
    "一、过去一年的工作",
    "过去一年，全县上下围着一粒米做文章，把水稻从田里送进米粉厂，又把米粉送进城里人的早餐桌，农民人均多收了八百元，村集体也有了自己的分红。",
    "（一）班车进村更勤了。新开通城乡公交6条，最偏远的云岭村从每天两班增加到每天八班，老人赶集当天就能来回，学生周末不必再等家里的摩托车。",
    "二、新一年的安排",
    "新的一年，把食堂办到村口，让留守老人中午吃上热饭；把诊室搬进集镇，让慢性病人取药不再进城。粮食产量稳定在41万吨以上，城镇新增就业2600人。",
]


def lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def omitted(projected: Projected) -> dict[str, int]:
    return {each.kind: each.count for each in projected.omitted}


def codes(projected: Projected) -> list[str]:
    return [diagnostic.code for diagnostic in projected.diagnostics]


def test_indents_and_short_last_lines_tell_paragraphs() -> None:
    projected = read(pdf(set_lines(REPORT)))
    assert projected.text.split("\n") == REPORT
    assert {facts.kind for facts in projected.facts} == {"paragraph"}
    assert (projected.facts[1].size, projected.facts[1].indent, projected.facts[1].page) == (16.0, 2.0, 1)


def test_the_tree_of_a_pdf() -> None:
    report = parse(pdf(set_lines(REPORT)), name="报告.pdf")
    assert [section.heading for section in report.sections] == ["过去一年的工作", "新一年的安排"]
    assert [section.heading for section in report.sections[0].subsections] == ["班车进村更勤了"]


def test_a_paragraph_goes_on_over_the_page_and_pages_are_known() -> None:
    pages = set_lines(REPORT * 3)
    projected = read(pdf(pages))
    assert projected.text.split("\n") == REPORT * 3
    assert projected.pages_basis == "fixed"
    assert [page for _, page in projected.pages] == list(range(1, len(pages) + 1))
    assert projected.text[projected.pages[1][0] :].startswith(pages[1][0].text)


def test_running_heads_and_page_numbers_are_left_out_and_counted() -> None:
    report = [f"{town}镇：{paragraph}" for town in "甲乙丙丁戊己庚辛壬癸" for paragraph in REPORT]
    pages = set_lines(report)
    for number, page in enumerate(pages, 1):
        page.insert(0, Text(200, 60, "青禾县政府工作报告", 10))
        page.append(Text(280, HEIGHT - 50, f"— {number} —", 12))
    projected = read(pdf(pages))
    assert projected.text.split("\n") == report
    assert omitted(projected) == {"headers_footers": 2 * len(pages)}


def test_a_number_at_the_edge_of_one_page_and_a_repeated_line_inside_stay() -> None:
    pages = [[Text(106, 400, "米链越来越长"), Text(106, 60, "2024")] for _ in range(4)]
    assert lines(pdf(pages[:1])) == ["2024", "米链越来越长"]
    assert "米链越来越长" in lines(pdf(pages))


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [Text(60, 200 + 20 * n, f"左栏第{n}行把一粒米做成了产业链条", 12) for n in range(10)]
    right = [Text(310, 205 + 20 * n, f"右栏第{n}行让老人在村口吃上热饭菜", 12) for n in range(10)]
    title = [Text(150, 150, "青禾县政府工作报告（摘登）横贯两栏", 18)]
    text = "".join(lines(pdf([[*title, *left, *right]])))
    assert text.index("左栏第9行") < text.index("右栏第0行")
    assert text.startswith("青禾县政府工作报告")


def test_footnotes_follow_the_body_and_break_no_paragraph() -> None:
    pages = set_lines(REPORT * 3)
    pages[0] += [Text(74, 780, "①米链：从稻种到米粉的产业链。", 10), Text(74, 795, "②村口食堂：为老人供餐的食堂。", 10)]
    projected = read(pdf(pages))
    assert projected.text.split("\n") == [*REPORT * 3, "①米链：从稻种到米粉的产业链。", "②村口食堂：为老人供餐的食堂。"]
    assert [facts.kind for facts in projected.facts[-2:]] == ["note", "note"]
    assert [page for _, page in projected.pages] == [1, 2, 1]
    assert validate(to_json(parse(pdf(pages)))) == []


def test_rows_of_a_table_have_cells() -> None:
    rows = [("指标", "2023年", "2024年目标"), ("粮食产量", "40万吨", "41万吨"), ("新增就业", "2500人", "2600人")]
    page = [Text(80 + 150 * m, 300 + 30 * n, cell) for n, row in enumerate(rows) for m, cell in enumerate(row)]
    projected = read(pdf([page]))
    assert [facts.kind for facts in projected.facts] == ["table_row"] * 3
    assert [[projected.text[a:b] for a, b in facts.cells or []] for facts in projected.facts] == [
        list(row) for row in rows
    ]


def test_a_title_set_wide_or_stacked_is_one_line() -> None:
    page = [Text(200 + 40 * n, 100, sign, 22) for n, sign in enumerate("工作报告")]
    page += [Text(280, 300 + 50 * n, sign, 40) for n, sign in enumerate("青禾县政府")]
    assert lines(pdf([page])) == ["工作报告", "青禾县政府"]


def test_gaps_between_words_and_not_between_chinese_and_digits() -> None:
    page = [
        Text(80, 100, "县长"),
        Text(128, 100, "张三"),
        Text(80, 200, "全年新增"),
        Text(148, 200, "2600"),
        Text(184, 200, "人"),
    ]
    projected = read(pdf([page]))
    assert projected.text.split("\n") == ["县长 张三", "全年新增2600人"]
    assert [projected.text[a:b] for a, b, _ in projected.generated] == [" "]


def test_turned_pages_are_read_and_turned_text_is_left_out() -> None:
    page = [Text(106, 100 + 29 * n, line) for n, line in enumerate(("一粒米的产业链", "越拉越长。"))]
    assert lines(pdf([page], rotate=90)) == ["一粒米的产业链", "越拉越长。"]


def test_pages_without_text_are_said() -> None:
    projected = read(pdf([*set_lines(REPORT), []], picture=True))
    assert "pages_without_text" in codes(projected)
    assert any("on 1 of 2 pages" in diagnostic.message for diagnostic in projected.diagnostics)
    with pytest.raises(ReaderError, match=r"^no text layer on 3 of 3 pages: character recognition is not done here$"):
        read(pdf([[], [], []], picture=True))


def test_a_text_layer_of_wrong_characters_is_said() -> None:
    shifted = ["".join(chr(0x9000 + ord(sign) % 0x800) for sign in paragraph) for paragraph in REPORT]
    assert "text_layer_doubtful" in codes(read(pdf(set_lines(shifted))))
    private = ["".join(chr(0xE000 + ord(sign) % 0x800) for sign in paragraph) for paragraph in REPORT]
    assert "text_layer_doubtful" in codes(read(pdf(set_lines(private))))
    assert "text_layer_doubtful" not in codes(read(pdf(set_lines(REPORT))))


def test_what_cannot_be_read_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="locked with a password"):
        read(pdf(set_lines(REPORT), encrypted=True))
    with pytest.raises(ReaderError, match="broken"):
        read(b"%PDF-1.7\nnothing")
    for script, sentence in (
        ("import os; os.abort()", "ended without an answer"),
        ("import time; time.sleep(60)", "takes more than 1 second"),
        ('print(\'{"error": "missing"}\')', r"pip install 'gongwen\[pdf\]'"),
    ):
        (tmp_path / "script.py").write_text(script)
        monkeypatch.setattr(process, "_SCRIPT", tmp_path / "script.py")
        monkeypatch.setattr(process, "_SECONDS", 1)
        with pytest.raises(ReaderError, match=sentence):
            read(pdf(set_lines(REPORT)))


def test_mutated_files_are_read_or_refused() -> None:
    chance = random.Random(7)
    original = pdf(set_lines(REPORT))
    for _ in range(12):
        data = bytearray(original)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        try:
            read(bytes(data))
        except ReaderError as error:
            assert "\n" not in str(error)


def test_real_pdf_files(shared: Path) -> None:
    for path in sorted((shared / "inputs" / "pdf").glob("*.pdf")):
        projected = read(path.read_bytes())
        assert len(projected.text.split("\n")) == len(projected.facts)
