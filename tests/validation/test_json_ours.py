"""The short way gives nothing that the long way would not give, and takes the documents that are common."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import Phase, given, settings

from converter import FormatError, parse, to_json
from converter.formats.json_format import report_of
from converter.formats.scalars import SCALARS
from converter.model import Report
from converter.validation import schema_json
from converter.validation.json_ours import read_ours
from converter.validation.json_places import duplicate_key
from converter.validation.json_reading import read_json
from tests.fuzz.validation import _SEEDS, changed
from tests.strategies import reports
from tests.validation.mutating import mutated
from tests.validation.sample import sound_report

SOUND = to_json(sound_report()).decode()


def agrees(document: bytes) -> bool:
    """Whether the short way takes ``document``; it must not when the long way does not, or reads something else."""
    view = read_ours(document)
    if view is None:
        return False
    tree = read_json(document)
    assert schema_json.conforms(tree)
    assert duplicate_key(document.decode()) is None
    assert to_json(view.report) == to_json(report_of(tree))
    return True


@given(reports())
def test_a_report_as_it_is_written_takes_the_short_way(report: Report) -> None:
    view = read_ours(to_json(report))
    if view is not None:
        assert to_json(view.report) == to_json(report)


def test_what_gongwen_writes_takes_the_short_way() -> None:
    text = "政府工作报告\n\n各位代表:\n\n一、回顾:\n上午9:30开会。\n\n二、目标:新建道路3公里，增长5%-6%。\n"
    for report in (sound_report(), parse(text)):
        for indent in (None, 2):
            assert agrees(to_json(report, indent=indent))


@settings(max_examples=60, phases=[Phase.generate])
@given(reports())
def test_what_it_takes_the_long_way_would_take(report: Report) -> None:
    random = Random(report.source.sha256)
    for _ in range(45):
        try:
            document = to_json(mutated(report, random))
        except (FormatError, UnicodeError):
            continue
        agrees(document)


def test_of_changed_documents_it_takes_only_sound_ones() -> None:
    random = Random(20240221)
    seeds = [path.read_bytes() for path in sorted(_SEEDS.iterdir())]
    documents = [seed for seed in seeds if seed.startswith(b"{")]
    taken = [agrees(changed(random.choice(documents), documents, random)) for _ in range(1500)]
    assert any(taken) and not all(taken)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"level":1,', '"level":1,"level":1,'),
        ('"level":1,', '"level":2,"level":1,'),
        ('"level":1,', '"level":NaN,"level":1,'),
        ('"level":1,', '"level":1.0,'),
        ('"level":1,', '"level":"1",'),
        ('"level":1,', '"level":true,'),
        ('"level":1,', '"level":33,'),
        ('"level":1,', '"level":1,"more":0,'),
        ('"level":1,', ""),
        ('"access":"free"', '"access":"gratis"'),
        ('"id":"s1"', '"id":"s1\\n"'),
        ('"id":"s1"', '"id":"s01"'),
        ('"confidence":1.0', '"confidence":1.5'),
        ('"confidence":1.0', '"confidence":NaN'),
        ("政府工作报告", "政府\\u0008工作报告"),
        ("政府工作报告", "政府\\uffff工作报告"),
        ("政府工作报告", "\\u003a"),
    ],
)
def test_it_declines_what_it_is_not_sure_of(right: str, wrong: str) -> None:
    assert right in SOUND
    assert read_ours(SOUND.replace(right, wrong, 1).encode()) is None


def test_an_escaped_colon_hides_no_key() -> None:
    text = SOUND.replace('"level":1,', '"level":1,"level":1,', 1)
    hidden = text.replace("政府工作报告", "政府\\u003a工作报告", 1)
    assert read_ours(hidden.encode()) is None


def test_half_a_heading_is_declined() -> None:
    tree = json.loads(SOUND)
    tree["sections"][0]["heading_span"] = None
    assert read_ours(json.dumps(tree).encode()) is None


def test_the_bounds_of_scalars_are_of_kinds_that_the_short_way_knows() -> None:
    known = {"description", "examples", "type", "pattern", "not", "minLength", "minimum", "maximum", "enum"}
    for name, schema in SCALARS.items():
        assert set(schema) <= known | {"prefixItems", "items", "minItems"}, name
        assert schema.get("not", {"pattern": "\\n"}) == {"pattern": "\\n"}, name
        assert schema["type"] == "array" or not {"prefixItems", "items", "minItems"} & set(schema), name
