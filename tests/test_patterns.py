"""Patterns that are compiled when they are first needed."""

import copy
import importlib
import pickle
import pkgutil
import re

import pytest

import converter
from converter.patterns import _Late, late

MODULES = [
    module.name
    for module in pkgutil.walk_packages(converter.__path__, "converter.")
    if not module.name.endswith("__main__")  # which runs the command
]
LATE = {
    f"{name}.{attribute}": value
    for name in MODULES
    for attribute, value in vars(importlib.import_module(name)).items()
    if isinstance(value, _Late)
}


def test_a_late_pattern_is_like_any_other() -> None:
    pattern = late("第(?P<number>[0-9]+)章", re.MULTILINE)
    match = pattern.search("第一章 第2章")
    assert match is not None and match["number"] == "2"
    assert pattern.sub("篇", "第3章第4章") == "篇篇"
    assert [found.span() for found in pattern.finditer("第5章")] == [(0, 3)]
    assert (pattern.pattern, pattern.flags & re.MULTILINE) == ("第(?P<number>[0-9]+)章", re.MULTILINE)
    assert late(rb"\d+").findall(b"1, 22") == [b"1", b"22"]


def test_a_late_pattern_can_be_copied() -> None:
    assert copy.copy(late("a+")).fullmatch("aa") is not None
    assert pickle.loads(pickle.dumps(late("a+"))).fullmatch("aa") is not None


def test_it_is_compiled_when_asked_for_something() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")


@pytest.mark.parametrize("pattern", LATE.values(), ids=LATE.keys())
def test_every_late_pattern_compiles(pattern: re.Pattern[str]) -> None:
    assert pattern.pattern is not None


def test_there_are_some() -> None:
    assert len(LATE) > 50
