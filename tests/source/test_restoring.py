"""From a report back to the bytes: for every input, and never from a report that was changed."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Report
from converter.model.source_text import source_text
from converter.pipeline import parse
from converter.source import RestoreError, SourceError, restore

TEXT = "青禾县政府工作报告\n\n各位代表：\n　　一、2023年工作回顾\n　　（一）修好路。环湖路全线通车。\n"
_LINES = st.sampled_from(
    [
        "各位代表：",
        "一、工作回顾",
        "　　（一）修好路。一是通车。二是绿化。",
        "— 3 —",
        "",
        "**强基础**，见实效。",
        "\t",
        "\x0c",
        "##paidend##",
    ]
)
_NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\n\n", "\x85"])
texts = st.lists(st.tuples(_LINES, _NEWLINES), min_size=1, max_size=12).map(
    lambda lines: "青禾县人民政府工作报告" + "".join(line + end for line, end in lines)
)


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"]))
def test_report_like_texts_come_back_byte_for_byte(text: str, codec: str) -> None:
    data = text.encode(codec)
    assert restore(parse(data)) == data


@given(st.binary(min_size=1, max_size=200) | st.text(min_size=1).map(lambda text: text.encode()))
def test_arbitrary_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        report = parse(data)
    except SourceError:
        return
    assert restore(report) == data


@given(st.text(st.characters()))
def test_arbitrary_strings_come_back_or_are_refused(text: str) -> None:
    try:
        report = parse(text)
    except SourceError:
        return
    assert restore(report) == text.encode("utf-8", "surrogatepass")
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(source_text(report)) == len(unified) == report.source.characters


def test_text_cut_inside_characters_comes_back() -> None:
    data = TEXT.encode()[1:-2]
    report = parse(data)
    assert report.source.undecodable
    assert restore(report) == data


def test_second_spellings_of_big5_come_back() -> None:
    data = "縣政府報告：".encode("big5") + b"\xa2\xcc" + "項重點工作。".encode("big5")
    report = parse(data, encoding="big5")
    assert report.source.variants == [(6, "a2cc")]
    assert restore(report) == data


def _changed_text(report: Report) -> None:
    next(paragraph for paragraph in report.front + report.preamble).text = "红禾县政府工作报告"


def _lost_layout(report: Report) -> None:
    report.source.layout.pop()


def _doubled_layout(report: Report) -> None:
    report.source.layout.append(report.source.layout[0])


def _wrong_hash(report: Report) -> None:
    report.source.sha256 = "0" * 64


def _wrong_size(report: Report) -> None:
    report.source.size += 1


def _longer_text(report: Report) -> None:
    report.source.characters += 1


def _unknown_encoding(report: Report) -> None:
    report.source.encoding = "utf-7"


def _encoding_without_the_characters(report: Report) -> None:
    report.source.encoding = "iso-8859-1"


def _bytes_out_of_place(report: Report) -> None:
    report.source.undecodable.append((10**9, "ff"))


def _no_hex(report: Report) -> None:
    report.source.variants.append((0, "zz"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_changed_text, r"the SHA-256 of what it gives is not source\.sha256"),
        (_lost_layout, "does not hold the whole source: characters"),
        (_doubled_layout, "two of its parts overlap at character"),
        (_wrong_hash, "SHA-256"),
        (_wrong_size, r"it gives \d+ bytes, the source had"),
        (_longer_text, "does not hold the whole source"),
        (_unknown_encoding, r"source\.encoding is 'utf-7'"),
        (_encoding_without_the_characters, "does not fit source.encoding"),
        (_bytes_out_of_place, "there is no character 1000000000"),
        (_no_hex, "changed after it was made"),
    ],
)
def test_changed_report_is_refused_in_a_sentence(change: object, sentence: str) -> None:
    report = parse(TEXT)
    assert callable(change)
    change(report)
    with pytest.raises(RestoreError, match=sentence):
        restore(report)


def test_leaf_longer_than_its_place_is_refused() -> None:
    report = parse(TEXT)
    paragraph = (report.front + report.preamble)[0]
    paragraph.text += "全文"
    with pytest.raises(RestoreError, match="has 11 characters, its place in the source 9"):
        restore(report)


def test_restoring_leaves_the_report_as_it_is() -> None:
    report, again = parse(TEXT), parse(TEXT)
    restore(report)
    assert dataclasses.asdict(report) == dataclasses.asdict(again)
