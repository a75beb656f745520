"""The writer and the reader of the model's types do what pydantic's adapter of the same types does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from converter.formats.model_types import _core, reader, writer
from converter.model import Report
from tests.strategies import reports

ADAPTER = TypeAdapter(Report)


@given(reports())
def test_the_same_bytes_are_written(report: Report) -> None:
    assert writer().to_json(report) == ADAPTER.dump_json(report)


def verdict(read: Callable[[bytes], Report], data: bytes) -> Any:
    """The report, or where and how it is wrong."""
    try:
        return read(data)
    except ValidationError as error:
        return [(fault["loc"], fault["type"]) for fault in error.errors()]


@given(reports(), st.data())
def test_the_same_documents_are_read(report: Report, data: st.DataObject) -> None:
    document = json.loads(writer().to_json(report))
    place: Any = document
    while isinstance(place, dict | list) and place:
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or data.draw(st.integers(0, 4)) == 0:
            if data.draw(st.booleans()) or isinstance(place, list):
                place[key] = data.draw(st.sampled_from([None, "", "x", -1, 2.5, True, [], {}, [1, 2], ["a", "b"]]))
            else:
                del place[key]
            break
        place = place[key]
    written = json.dumps(document).encode()
    assert verdict(lambda text: reader().validate_json(text, strict=True), written) == verdict(
        lambda text: ADAPTER.validate_json(text, strict=True), written
    )


def test_pydantic_itself_is_not_needed() -> None:
    code = (
        "import sys; from converter import parse, from_json, to_json;"
        "from_json(to_json(parse('一、回顾\\n正文。\\n')));"
        "print('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_type_that_is_not_known_is_named() -> None:
    with pytest.raises(TypeError, match="bytes"):
        _core(bytes)
