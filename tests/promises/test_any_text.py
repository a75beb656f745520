"""Promise 2, of any text: the report in both syntaxes is valid by schema and rules and gives its source back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import texts as fuzzing
from tests.strategies import paid_texts, report_texts

#: How many changed texts are tried in every run; ``make fuzz-texts`` tries more.
_SAMPLE = 400


@given(report_texts())
def test_texts_as_reports_are_written(text: str) -> None:
    fuzzing.check(text)


@given(paid_texts())
def test_texts_with_and_without_their_paid_markers(texts: tuple[str, str]) -> None:
    for text in texts:
        fuzzing.check(text)


@given(st.text())
def test_arbitrary_texts(text: str) -> None:
    fuzzing.check(text)


def test_texts_with_stretches_changed() -> None:
    random, seeds = Random(20240221), fuzzing.texts()
    for _ in range(_SAMPLE):
        text = fuzzing.changed(random.choice(seeds), seeds, random)
        assert fuzzing.fault_of(text) is None, fuzzing.smallest(text)


@pytest.mark.parametrize(
    "text",
    [
        # what was broken once: a target in a leaf that the public edition cuts before it
        "政府工作报告\n二、主要任务\n##paidbegin##粮食，\n增产##paidend##\n，\n。收入提高4%左右。",
        # spans that touch; markers alone in a target; an interlude whose neighbour is paid
        "##paidbegin##城镇新增就业##paidend####paidbegin##2000人以上##paidend##",
        "二、2024年工作安排\n新增就业<paid></paid>3000人。\n",
        "一、安排\n<paid>（一）修路。修好。\n</paid>各位代表，路在脚下。\n（二）架桥。架好。\n各位代表，桥在前方。\n（三）通车。通好。\n",
        "一一综合实力明显增强\n一一产业结构持续优化\n",  # a dash that reads as numerals
        "二、2024年工作安排\n力争进入全省前0名，前02个项目开工。\n",
    ],
)
def test_texts_that_were_broken_once(text: str) -> None:
    assert fuzzing.fault_of(text) is None


def test_what_breaks_a_promise_is_found_and_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(text: str) -> bool:
        assert "青" not in text or "禾" not in text, "GW999"
        return True

    monkeypatch.setattr(fuzzing, "check", check)
    assert fuzzing.smallest("一、青山绿水\n禾苗茁壮\n") == "青禾"
