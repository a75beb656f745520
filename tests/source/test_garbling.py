"""Texts that were decoded wrongly before: each usual kind is told, what can be undone is, and a sound text never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import SourceError, from_json, parse, restore, to_json, validate
from converter.source.garbling import MISTAKES, garbled_again, garbling_of, repair_name, undone
from tests.strategies import report_texts

TEXT = (
    "政府工作报告\n——2025年1月8日在青禾县第十七届人民代表大会第五次会议上\n各位代表：\n一、2024年工作回顾\n"
    "过去一年，全县经济稳中向好，民生持续改善。\n二、2025年工作安排\n新建学校3所。\n"
)
CODECS = {"UTF-8": "utf-8", "GBK": "gbk", "Latin-1": "latin-1"}


REPAIRS = [mistake.kind for mistake in MISTAKES] + [m.kind + ", twice" for m in MISTAKES if m.written == "utf-8"]


@pytest.mark.parametrize("repair", REPAIRS)
def test_what_lost_nothing_is_told_and_undone(repair: str) -> None:
    garbled = garbled_again(TEXT, repair)
    found = garbling_of(garbled)
    assert found is not None and found.undoable
    assert undone(garbled, found) == TEXT


@pytest.mark.parametrize(
    ("garbled", "kind"),
    [
        (TEXT.encode().decode("gbk", "replace").replace("\ufffd", "?"), "UTF-8 read as GBK"),
        ("政府工作报告\n锟斤拷锟斤拷锟斤拷一、锟斤拷锟斤拷。", "bytes replaced by U+FFFD and read as GBK"),
        (TEXT.encode("gbk").decode("utf-8", "replace"), "characters replaced by U+FFFD"),
        (TEXT.encode("latin-1", "replace").decode("latin-1"), "characters replaced by question marks"),
        (TEXT + garbled_again(TEXT, "UTF-8 read as Latin-1"), "UTF-8 read as Latin-1"),
    ],
)
def test_what_is_lost_is_told(garbled: str, kind: str) -> None:
    found = garbling_of(garbled)
    assert found is not None and (found.kind, found.undoable) == (kind, False)
    assert undone(garbled, found) is None


def test_a_file_of_two_encodings_is_told() -> None:
    report = parse(TEXT.encode() * 3 + TEXT.encode("gbk"))
    assert "text_garbled" in {diagnostic.code for diagnostic in report.diagnostics}
    assert restore(report) == TEXT.encode() * 3 + TEXT.encode("gbk")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_repaired_report_is_read_and_gives_back_the_garbled_bytes(ending: str) -> None:
    garbled = garbled_again(TEXT.replace("三", "&ldquo;三&rdquo;"), "UTF-8 read as Windows-1252")
    data = garbled.replace("\n", ending).encode()
    assert "text_garbled" in {diagnostic.code for diagnostic in parse(data).diagnostics}
    report = parse(data, repair_encoding=True)
    assert report.source.repair == "UTF-8 read as Windows-1252"
    assert {d.code for d in report.diagnostics} >= {"encoding_repaired"} and report.meta.title == "政府工作报告"
    assert restore(from_json(to_json(report))) == data
    assert validate(to_json(report)) == []


def test_repairing_a_sound_text_changes_nothing() -> None:
    assert parse(TEXT, repair_encoding=True) == parse(TEXT)


@given(report_texts())
def test_generated_texts_are_sound(text: str) -> None:
    if "\ufffd" not in text and "??" not in text and not any("\x80" <= c <= "\xff" for c in text):
        assert garbling_of(text) is None


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(REPAIRS))
def test_what_is_undone_was_garbled_so(text: str, repair: str) -> None:
    garbled = garbled_again(TEXT + text, repair)
    found = garbling_of(garbled)
    assert found is not None
    before = undone(garbled, found)
    assert before is None or garbled_again(before, repair_name(found)) == garbled


@pytest.mark.parametrize(
    "text", ["é à la carte", "±5℃，£10、¥20，CO₂·CH₄", "“五链”——20×30°", "？？？什么是现代化？？", "Ça va bien"]
)
def test_sound_texts_with_western_signs(text: str) -> None:
    assert garbling_of(text) is None


def test_no_text_of_the_corpus_is_garbled(corpus: list[Path]) -> None:
    for path in corpus:
        try:
            report = parse(path.read_bytes())
        except SourceError:
            continue
        assert "text_garbled" not in {diagnostic.code for diagnostic in report.diagnostics}, path.name
