"""The file of corrections: its schema, what is refused, and the way through it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from converter import FormatError, parse
from converter.formats.corrections_file import corrections_schema, read_corrections, schema_text, write_corrections
from tests.corrections.restating import restated
from tests.fixtures import regenerate

PUBLISHED = Path(__file__).resolve().parents[2] / "schemas" / "corrections-1.0.schema.json"


def _file(*corrections: object, sha256: str | None = None) -> bytes:
    tree = {"schema_version": "1.0", "source": {"sha256": sha256}, "corrections": list(corrections)}
    return json.dumps(tree).encode()


def test_published_schema_is_the_one_of_the_code() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run make schemas"
    jsonschema.Draft202012Validator.check_schema(corrections_schema())


@pytest.mark.parametrize("path", regenerate.texts(), ids=lambda path: path.stem)
def test_what_is_written_is_valid_and_read_back(path: Path) -> None:
    report = parse(path.read_bytes(), name=path.name)
    written = write_corrections(path.name, report.source.sha256, restated(report).corrections)
    jsonschema.Draft202012Validator(corrections_schema()).validate(json.loads(written))
    assert read_corrections(written) == restated(report)


def test_fields_of_a_target_may_stand_together() -> None:
    said = {"op": "target", "span": [4, 9], "fields": {"value": "8", "unit": "%"}}
    assert [(one.field, one.value) for one in read_corrections(_file(said)).corrections] == [
        ("value", "8"),
        ("unit", "%"),
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "this is no file of corrections"),
        (b"[]", "the document: .* is not of type"),
        (_file({"op": "shout", "span": [0, 1]}), "/corrections/0: 'shout' is no operation; there are break, join"),
        (_file({"op": "no_node"}), '/corrections/0: "span" is a required property'),
        (_file({"op": "node", "span": [0, 1], "level": 40}), "/corrections/0/level: 40 is greater than"),
        (_file({"op": "meta", "field": "colour", "value": "red"}), '/corrections/0/field: "colour" is not one of'),
        (_file({"op": "join", "span": [0, 1], "role": "title"}), "/corrections/0: Additional properties"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence):
        read_corrections(data)
