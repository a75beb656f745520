"""Promises 2, 3 and 5: whatever comes in, what goes out is valid, the same in both syntaxes, and the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import jsonschema_rs
from hypothesis import given, reject

from converter import Report, SourceError, from_json, from_xml, parse, to_json, to_xml
from converter.formats import schema
from converter.formats.xml_parser import parse_xml
from converter.formats.xml_reader import report_schema
from tests.fixtures.regenerate import texts
from tests.promises.inputs import any_bytes, any_texts

_JSON_SCHEMA = jsonschema_rs.validator_for(json.loads(schema("json")))

#: Prints a digest of the JSON and XML of every file named.
_DIGEST = """
import hashlib, pathlib, sys
from converter import parse, to_json, to_xml
digest = hashlib.sha256()
for name in sys.argv[1:]:
    report = parse(pathlib.Path(name).read_bytes())
    digest.update(to_json(report) + to_xml(report))
print(digest.hexdigest())
"""


def _parsed(data: bytes | str) -> Report:
    try:
        return parse(data)
    except SourceError:
        reject()


@given(any_bytes)
def test_json_of_any_bytes_is_valid_and_comes_back(data: bytes) -> None:
    report = _parsed(data)
    written = to_json(report)
    assert [error.message for error in _JSON_SCHEMA.iter_errors(json.loads(written))] == []
    assert from_json(written) == report


@given(any_bytes)
def test_xml_of_any_bytes_is_valid_and_comes_back(data: bytes) -> None:
    report = _parsed(data)
    written = to_xml(report)
    xsd = report_schema()
    assert xsd.validate(parse_xml(written)), str(xsd.error_log)
    assert from_xml(written) == report


@given(any_texts)
def test_both_syntaxes_hold_any_text(text: str) -> None:
    report = _parsed(text)
    assert from_xml(to_xml(report)) == report == from_json(to_json(report))
    assert [error.message for error in _JSON_SCHEMA.iter_errors(json.loads(to_json(report)))] == []
    assert report_schema().validate(parse_xml(to_xml(report)))


@given(any_bytes)
def test_same_bytes_give_the_same_bytes(data: bytes) -> None:
    report, again = _parsed(data), _parsed(data)
    assert to_json(report) == to_json(again)
    assert to_xml(report) == to_xml(again)


def test_order_of_hashes_changes_nothing() -> None:
    names = [str(path) for path in texts()]
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST, *names],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4294967295")
    }
    assert len(digests) == 1
