"""The schema layer: what it says of each kind of fault, and where, in both syntaxes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from converter import to_json, to_xml, validate
from converter.validation import judge, schema_json, schema_rows, xml_content
from tests.validation.sample import sound_report

_XML = to_xml(sound_report()).decode()

Path = list[str | int]

#: Where, what stands there instead, code, words of the message, path when it is another one.
JSON_CASES: list[tuple[Path, Any, str, str]] = [
    (["sections", 0, "level"], "1", "GW102", "level is a string; an integer was expected"),
    (["sections", 0, "level"], 1.5, "GW102", "level is a number; an integer was expected"),
    (["sections", 0, "run_in"], 0, "GW102", "run_in is a number; true or false was expected"),
    (["sections", 0, "marker"], "一、", "GW102", "marker is a string; an object or null was expected"),
    (["sections"], {}, "GW102", "sections is an object; a list was expected"),
    (["targets", 0], None, "GW102", "entry 0 of targets is null; an object was expected"),
    (["meta"], [], "GW102", "meta is a list; an object was expected"),
    (["sections", 0, "access"], "gratis", "GW103", 'access is "gratis"; it must be one of free, paid, mixed'),
    (["meta", "place", "level"], "village", "GW103", "national, province, prefecture, county, township"),
    (["targets", 0, "period"], "2023年", "GW104", 'period is "2023年", which does not have the form'),
    (["targets", 0, "period"], "2023\n", "GW104", "which does not have the form"),
    (["source", "sha256"], "0", "GW104", "[0-9a-f]{64}"),
    (["sections", 0, "id"], "s０", "GW104", "which does not have the form"),
    (["sections", 0, "heading"], "\u0007", "GW104", "which does not have the form"),
    (["sections", 0, "level"], 0, "GW105", "level is 0; it must be at least 1"),
    (["sections", 0, "span", 0], -1, "GW105", "entry 0 of span is -1; it must be at least 0"),
    (["source", "confidence"], 1.5, "GW105", "confidence is 1.5; it must be at most 1"),
    (["sections", 0, "span"], [1], "GW106", "span has the wrong length (1)"),
    (["sections", 0, "span"], [1, 2, 3], "GW106", "span has the wrong length (3)"),
    (["source", "layout", 0], [6], "GW106", "entry 0 of layout has the wrong length (1)"),
    (["front", 0, "text"], "", "GW106", "text has the wrong length (0); it must have at least 1"),
    (["sections", 0, "heading_span"], None, "GW108", "heading and heading_span have a value together"),
]


def _document() -> Any:
    return json.loads(to_json(sound_report()))


def _put(tree: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = value


@pytest.mark.parametrize(("path", "value", "code", "words"), JSON_CASES)
def test_json_faults_say_what_and_where(path: Path, value: Any, code: str, words: str) -> None:
    tree = _document()
    _put(tree, path, value)
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    findings = validate(text)
    assert {finding.code for finding in findings} == {code}
    assert words in findings[0].message
    pointer = "".join(f"/{step}" for step in path)
    assert findings[0].path in (pointer, pointer.rpartition("/")[0])
    assert findings[0].line and findings[0].column


def test_every_missing_key_is_one_finding() -> None:
    tree = _document()
    del tree["sections"][0]["level"], tree["sections"][0]["span"], tree["targets"][2]["redacted"]
    findings = validate(json.dumps(tree))
    assert sorted((finding.code, finding.message, finding.path) for finding in findings) == [
        ("GW101", "level is missing", "/sections/0"),
        ("GW101", "redacted is missing", "/targets/2"),
        ("GW101", "span is missing", "/sections/0"),
    ]


def test_what_a_later_version_adds_is_no_fault() -> None:
    tree = _document()
    tree["schema_version"] = "1.3"
    tree["sections"][0]["summary"] = {"a:b": ['x":', {}], "deep": [[[[]]]]}
    tree["appendix"] = [{"id": "s1"}, {"id": "s1"}]
    assert validate(json.dumps(tree, ensure_ascii=False)) == []
    xml = _XML.replace("</generator>", "").replace("</report>", '<appendix><section id="s1"/></appendix></report>')
    assert validate(xml.replace("<section ", '<section summary="x" ')) == []


#: What is replaced (the first time it stands there), by what, code, words, end of the XPath.
XML_CASES = [
    (' kind="section"', "", "GW101", "kind is missing", "/sections/section[1]"),
    ("<tail/>", "", "GW101", "tail is missing", "/section[1]"),
    ('level="1"', 'level="one"', "GW102", "level is 'one'; Level was expected", "/section[1]/@level"),
    ('access="free"', 'access="gratis"', "GW103", "access is gratis; it must be one of", "/paragraph[1]/@access"),
    ('run_in="false"', 'run_in="0"', "GW104", "run_in is 0", "/section[1]/@run_in"),
    ('value="8"', 'value="1e99"', "GW105", "value is 1e99; it must be at most 9007199254740991", "/target[1]/@value"),
    ('value="8"', 'value="-1e99"', "GW105", "it must be at least -9007199254740991", "/target[1]/@value"),
    ('unit="%"', 'unit=""', "GW106", "unit has the wrong length (0)", "/target[1]/@unit"),
    ('span="0 6"', 'span="0 6 9"', "GW106", "span has the wrong length (3)", "/front/paragraph[1]/@span"),
    ("<closing>", "<opening/><closing>", "GW107", "opening is not expected here; expected is", "/opening"),
    ("<closing>", "<closing>各位", "GW109", "closing does not conform to the schema", "/closing"),
    (">政府工作报告<", "><", "GW110", "paragraph has no text", "/front/paragraph[1]"),
    ('at="6" text="&#10;"', 'at="6"', "GW111", "this one has neither", "/layout/piece[1]"),
    ('at="6" text="&#10;"', 'at="6" text="&#10;" hex="0a"', "GW111", "this one has both", "/layout/piece[1]"),
    ('at="6" text="&#10;"', 'at="6" hex="ff"', "GW111", "this one has the hex ff", "/layout/piece[1]/@hex"),
    ('<paid_begin n="1"/>一是', '一<paid_begin n="1"/>是', "GW112", "paid_begin 1 at 1", "/marker"),
    ('<paid_begin n="1"/>', '<paid_begin n="2"/>', "GW112", "by paid_spans they are paid_begin 1 at 0", "/marker"),
    ('<paid_end n="1"/>', "", "GW112", "are none; by paid_spans they are paid_end 1", "/body/paragraph[1]"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "words", "path"), XML_CASES)
def test_xml_faults_say_what_and_where(old: str, new: str, code: str, words: str, path: str) -> None:
    assert old in _XML
    findings = validate(_XML.replace(old, new, 1))
    assert [finding.code for finding in findings] == [code]
    assert words in findings[0].message
    assert findings[0].path is not None and findings[0].path.endswith(path)


def test_every_row_of_the_schema_layer_has_a_case() -> None:
    cases = {case[2] for case in JSON_CASES} | {case[2] for case in XML_CASES}
    assert cases == {row.code for row in (*schema_rows.ROWS, *xml_content.ROWS)}


def test_a_sound_document_with_an_xml_hex_piece_is_sound() -> None:
    assert validate(_XML.replace('at="6" text="&#10;"', 'at="6" hex="0a"')) == []


def test_faults_of_several_elements_on_one_line_are_told_apart() -> None:
    one_line = _XML.replace("\n", "").replace('strength="planned"', 'strength="meant"')
    findings = judge(one_line).findings
    assert [finding.path for finding in findings] == [f"/report/targets/target[{n}]/@strength" for n in range(2, 7)]
    for finding in findings:
        assert finding.column is not None and one_line[finding.column - 1 :].startswith('strength="meant"')


def test_the_parts_of_the_schema_find_whatever_the_whole_refuses() -> None:
    tree = _document()
    for path in _paths(tree):
        changed = _document()
        _put(changed, path, {"": 7})
        assert not schema_json.conforms(changed)
        faults = list(schema_json.schema_faults(changed))
        assert faults and all(fault.row is not schema_rows.OTHER for fault in faults), path


def _paths(tree: Any) -> list[Path]:
    found: list[Path] = []
    work: list[tuple[Path, Any]] = [([], tree)]
    while work:
        path, value = work.pop()
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, inner in steps:
            if path or step != "generator":
                found.append([*path, step])
            work.append(([*path, step], inner))
    return found
