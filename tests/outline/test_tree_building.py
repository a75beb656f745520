"""From nodes to the published tree: ids, spans, body and tail, marks, and the layout that is left."""

from __future__ import annotations

from tests.outline.drawing import built

TALK = "全县上下齐心协力，把各项任务一件一件落到实处。"
TEXT = f"一、回顾\n{TALK}\n（一）稳增长。{TALK}\n（二）惠民生。{TALK}\n各位代表，成绩来之不易。\n二、安排\n{TALK}\n"


def test_ids_are_paths_and_paragraphs_count_on_through_body_and_tail() -> None:
    first, second = built(TEXT).sections
    assert [first.id, *(child.id for child in first.subsections), second.id] == ["s1", "s1.1", "s1.2", "s2"]
    assert [paragraph.id for paragraph in (*first.body, *first.tail)] == ["s1.p1", "s1.p2"]
    assert first.subsections[0].body[0].id == "s1.1.p1"


def test_spans_are_places_in_the_text() -> None:
    first = built(TEXT).sections[0]
    assert first.marker is not None and first.heading_span is not None
    assert TEXT[slice(*first.marker.span)] == "一、"
    assert TEXT[slice(*first.heading_span)] == first.heading == "回顾"
    assert TEXT[slice(*first.span)] == TEXT[: TEXT.index("\n二、")]
    assert TEXT[slice(*first.tail[0].span)] == first.tail[0].text


def test_what_no_leaf_takes_is_layout() -> None:
    assert [text for _, text in built("　　（一）稳增长。 全县齐心。\n\n谢谢大家！\n").layout] == [
        "　　",
        "。 ",
        "\n\n",
        "\n",
    ]


def test_a_broken_paragraph_keeps_the_break_in_its_span() -> None:
    text = f"（一）稳增长。{TALK}规上工业增\n\n— 3 —\n\n加值增长9.5%。\n（二）惠民生。{TALK}\n"
    paragraph = built(text).sections[0].body[0]
    assert paragraph.text.endswith("规上工业增加值增长9.5%。")
    assert text[slice(*paragraph.span)].endswith("增\n\n— 3 —\n\n加值增长9.5%。")


def test_marks_stand_where_the_words_stand() -> None:
    text = "（一）稳增长。**抓好春耕**，X县的**同志说，产业要强[1]。\n（二）惠民生。全县齐心。\n"
    paragraph = built(text).sections[0].body[0]
    assert [(mark.kind, text[slice(*mark.span)]) for mark in paragraph.marks] == [
        ("emphasis", "抓好春耕"),
        ("redaction", "X"),
        ("redaction", "**"),
        ("footnote", "[1]"),
    ]


def test_the_marks_of_a_heading_are_not_those_of_its_body() -> None:
    text = "（一）**稳增长**。全县齐心协力，干部群众一起干。\n（二）惠民生。全县齐心。\n"
    (first, _) = built(text).sections
    assert first.heading == "稳增长"
    assert first.body[0].marks == []


def test_a_blank_text_gives_an_empty_tree() -> None:
    found = built(" \n　\n")
    assert not (found.front or found.preamble or found.sections or found.closing or found.back)
    assert found.layout == [(0, " \n　\n")]
