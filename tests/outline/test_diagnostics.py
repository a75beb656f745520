"""The slips that the outline notices: each with a text that shows it, and one that looks like it and is right."""

from __future__ import annotations

import pytest

from converter.outline.diagnostics import DIAGNOSTICS
from converter.outline.text_slips import KINDS
from tests.outline.drawing import built

TALK = "全县上下齐心协力，把各项任务一件一件落到实处。"

#: A code, a text that has the slip once, the marker or words at its place.
SLIPS = [
    ("numbering_gap", f"（一）抓早。{TALK}\n（二）抓小。{TALK}\n（四）抓实。{TALK}", "（四）"),
    ("numbering_gap", f"一、回顾\n{TALK}\n三、安排\n{TALK}", "三、"),
    ("numbering_gap", f"一是抓早。{TALK}三是抓实。{TALK}", "三是"),
    ("numbering_repeated", f"（一）抓早。{TALK}\n（二）抓小。{TALK}\n（二）抓实。{TALK}", "（二）抓实"),
    ("numbering_step_back", f"一、回顾\n{TALK}\n三、安排\n{TALK}\n二、保障\n{TALK}", "二、"),
    ("numbering_start", f"二、安排\n{TALK}\n三、保障\n{TALK}", "二、"),
    (
        "level_skipped",
        f"一、回顾\n（一）抓早。{TALK}\n（二）抓小。{TALK}\n二、安排\n1.抓实。{TALK}\n2.抓好。{TALK}",
        "1.",
    ),
    ("marker_style_mixed", f"（一）抓早。{TALK}\n(二)抓小。{TALK}\n（三）抓实。{TALK}", "（一）"),
    ("marker_style_mixed", f"1.抓早。{TALK}\n2、抓小。{TALK}", "1."),
    ("heading_ends_in_stop", f"一、总体要求。\n{TALK}", "一、"),
    ("heading_ends_in_stop", f"一、总体要求：\n{TALK}", "一、"),
    ("brackets_unbalanced", f"拓展“承诺制改革。{TALK}", "拓展“承诺制"),
    ("brackets_unbalanced", f"（一）抓早（含抓小。{TALK}", "（一）抓早"),
]

#: A code and a text that is right as far as this code goes.
RIGHT = [
    ("numbering_gap", f"（一）抓早。{TALK}\n（二）抓小。{TALK}\n（三）抓实。{TALK}"),
    ("numbering_gap", f"首先，抓早。{TALK}其次，抓小。{TALK}最后，抓实。{TALK}"),
    ("numbering_step_back", f"一、回顾\n（一）抓早。{TALK}\n（二）抓小。{TALK}\n二、安排\n（一）抓实。{TALK}"),
    ("numbering_repeated", f"一、回顾\n（一）抓早。{TALK}\n二、安排\n（一）抓实。{TALK}"),
    (
        "numbering_start",
        f"一、回顾\n（一）抓早。{TALK}\n（二）抓小。{TALK}\n二、安排\n（一）抓实。{TALK}\n（二）抓好。{TALK}",
    ),
    (
        "numbering_start",
        f"一、回顾\n（一）抓早。{TALK}\n（二）抓小。{TALK}\n二、安排\n（三）抓实。{TALK}\n（四）抓好。{TALK}",
    ),
    ("level_skipped", f"一、回顾\n1.抓早。{TALK}\n2.抓小。{TALK}\n二、安排\n1.抓实。{TALK}"),
    ("marker_style_mixed", f"㈠抓早。{TALK}\n㈡抓小。{TALK}\n㈢抓实。{TALK}"),
    ("marker_style_mixed", f"⒈抓早。{TALK}\n⒉抓小。{TALK}"),
    ("marker_style_mixed", f"１．抓早。{TALK}\n2．抓小。{TALK}"),
    ("marker_style_mixed", f"第一，抓早。{TALK}第二，抓小。{TALK}"),
    ("heading_ends_in_stop", f"（一）抓早。{TALK}"),
    ("brackets_unbalanced", f"1）抓早。{TALK}\n2）抓小。{TALK}"),
    ("brackets_unbalanced", f"深化“放管服”改革，落实《青禾县规划（草案）》。{TALK}"),
]


def _codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in built(text).diagnostics]


@pytest.mark.parametrize(("code", "text", "place"), SLIPS)
def test_slip_is_noticed_once_at_its_place(code: str, text: str, place: str) -> None:
    found = [diagnostic for diagnostic in built(text).diagnostics if diagnostic.code == code]
    assert len(found) == 1
    assert found[0].span is not None
    assert text[found[0].span[0] :].startswith(place)


@pytest.mark.parametrize(("code", "text"), RIGHT)
def test_right_numbering_is_not_blamed(code: str, text: str) -> None:
    assert code not in _codes(text)


def test_every_code_of_the_table_is_tested() -> None:
    numbering = {kind.code for kind in DIAGNOSTICS} - {kind.code for kind in KINDS}  # those have a file of their own
    assert numbering == {code for code, *_ in SLIPS} == {code for code, _ in RIGHT}


def test_each_has_the_severity_of_its_row_and_a_section() -> None:
    severities = {kind.code: kind.severity for kind in DIAGNOSTICS}
    for code, text, _ in SLIPS:
        for diagnostic in built(text).diagnostics:
            assert diagnostic.severity == severities[diagnostic.code]
            if code.startswith("numbering"):
                assert diagnostic.section is not None


def test_slips_change_nothing_in_the_tree() -> None:
    sections = built(f"（一）抓早。{TALK}\n（二）抓小。{TALK}\n（二）抓实。{TALK}\n（九）抓好。{TALK}").sections
    assert [section.marker.text for section in sections if section.marker] == ["（一）", "（二）", "（二）", "（九）"]
