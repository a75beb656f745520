"""JSON: what is written, and what is refused with which sentence."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import FormatError, from_json, to_json, validate
from converter.model import Report
from tests.formats.example import example
from tests.strategies import reports


def changed(**fields: object) -> str:
    """The example with top-level fields changed."""
    return json.dumps(json.loads(to_json(example())) | fields)


def test_chinese_is_written_as_it_is() -> None:
    assert "各位代表：".encode() in to_json(example())


def test_every_field_is_written() -> None:
    target = json.loads(to_json(example()))["targets"][0]
    assert target["value_max"] is None


def test_indented_output_keeps_pairs_on_one_line() -> None:
    written = to_json(example(), indent=2).decode()
    assert '"span": [0, 14],' in written
    assert '[14, "\\n"]' in written


def test_a_text_that_looks_like_a_pair_stays_as_it_is() -> None:
    report = example()
    report.front[0].text = "[\n  1,\n  2\n]"
    report.source.layout = [(0, '"],\n [1, "\\')]
    assert from_json(to_json(report, indent=2)) == report


def test_a_byte_order_mark_is_ignored() -> None:
    written = to_json(example())
    assert from_json(b"\xef\xbb\xbf" + written) == from_json("\ufeff" + written.decode()) == example()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "line 1, column 1: not JSON"),
        ("{", "line 1, column 2: not JSON"),
        ("政府工作报告", "line 1, column 1: not JSON"),
        ("[]", "the document"),
        ("null", "the document"),
        ("{}", "schema_version is missing"),
        (changed(schema_version="2.0"), r"'2.0'.* reads 1.0 and every later 1.x"),
        (changed(schema_version="2.0", sections=None), "'2.0'"),
        (changed(schema_version="1.x"), "'1.x'"),
        (changed(schema_version=1.0), "schema_version is missing"),
        (changed(sections=None), "/sections: Expected `array`, got `null`"),
        (changed(targets=[{}]), "/targets/0: Object missing required field `id`"),
        (changed(front=[{"id": "front.p1", "role": "chapter"}]), "/front/0/role: Invalid enum value 'chapter'"),
        (
            changed(edition={"kind": "full", "omitted_characters": "12", "omitted_paragraphs": 0}),
            "omitted_characters: .* got `str`",
        ),
        (
            changed(edition={"kind": "full", "omitted_characters": True, "omitted_paragraphs": 0}),
            "omitted_characters: .* got `bool`",
        ),
        (to_json(example()).decode().replace('"value":600', '"value":NaN'), "NaN is no JSON number"),
        (
            to_json(example()).decode().replace('"confidence":1.0', '"confidence":Infinity'),
            "Infinity is no",
        ),
        (changed(front=json.loads("[" * 150 + "]" * 150)), "/front/0: "),
    ],
)
def test_what_is_no_report_is_refused(data: str, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence):
        from_json(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe[\x00]\x00",
        '{"schema_version": "政府"}'.encode("gb18030"),
        b'{"schema_version": "\xed\xa0\x80"}',
        b'{"schema_version": "\\ud800"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 1_000_000,
        b"\x00" * 100,
        bytes(range(256)),
    ],
    ids=["utf-16", "gb18030", "surrogate bytes", "lone surrogate", "arrays", "objects", "digits", "nul", "all bytes"],
)
def test_hostile_bytes_end_in_one_sentence(data: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        from_json(data)
    assert len(str(caught.value)) < 300 and "\n" not in str(caught.value)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_anything_is_a_report_or_a_format_error(data: bytes | str) -> None:
    with pytest.raises(FormatError):
        from_json(data)


@given(reports(max_nodes=2), st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_refused(report: Report, where: float) -> None:
    written = to_json(report)
    with pytest.raises(FormatError):
        from_json(written[: int(len(written) * where)])


def test_a_whole_number_is_an_integer_however_it_is_written() -> None:
    """To JSON Schema ``1.0`` and ``1e1`` are integers, and what the schema accepts is read."""
    written = to_json(example()).decode()
    other = written.replace('"level":1,', '"level":1.0,').replace('"span":[0,14]', '"span":[0.0,1.4e1]')
    assert other != written
    assert from_json(other) == example()
    assert validate(other) == []


def test_reading_and_writing_leaves_no_escape_behind() -> None:
    assert not re.search(rb"\\u[0-9a-f]{4}", to_json(example()))
