"""The promises over generated texts and bytes: partition, validity, two syntaxes, determinism, paid markers."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st
from lxml import etree

from converter.formats import from_json, from_xml, schema, to_json, to_xml
from converter.model import Report
from converter.model.source_text import source_text
from converter.model.walk import leaves
from converter.pipeline import parse
from converter.source import SourceError, restore
from tests.strategies import paid_texts, report_texts

_json_schema = jsonschema_rs.validator_for(json.loads(schema("json")))
_xsd = etree.XMLSchema(etree.fromstring(schema("xsd")))

arbitrary_bytes = st.binary(min_size=1, max_size=120)
arbitrary_texts = st.text(st.characters(), min_size=1, max_size=120)
codecs = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])


def _hold(data: bytes) -> None:
    """Promises 1, 2, 3 and 5 for one input, or a sentence that it is no text."""
    try:
        report = parse(data)
    except SourceError:
        return
    assert restore(report) == data
    text = source_text(report)
    cut = {offset for offset, _ in report.source.layout}
    for leaf in leaves(report):
        start, end = leaf.span
        assert leaf.text and start < end <= len(text)
        assert start not in cut, "a leaf begins with its own text, not with layout"
    written, as_xml = to_json(report), to_xml(report)
    _json_schema.validate(json.loads(written))
    _xsd.assertValid(etree.fromstring(as_xml))
    assert from_json(written) == report == from_xml(as_xml)
    assert to_json(parse(data)) == written


@given(report_texts(), codecs)
def test_promises_hold_for_texts_like_reports(text: str, codec: str) -> None:
    _hold(text.encode(codec))


@given(arbitrary_bytes)
def test_promises_hold_for_any_bytes(data: bytes) -> None:
    _hold(data)


@given(arbitrary_texts)
def test_promises_hold_for_any_text(text: str) -> None:
    _hold(text.encode("utf-8", "surrogatepass"))


@given(report_texts(), st.integers(0, 3), st.integers(0, 3))
def test_promises_hold_for_a_window_of_a_file(text: str, start: int, end: int) -> None:
    data = text.encode()
    _hold(data[start : len(data) - end])


_MARKER = re.compile(r"##(?:paidbegin|paidend|pagebreak)##|\$\$(?:paidbegin|paidend)\$\$|</?paid>", re.IGNORECASE)


def _shape(report: Report) -> list[tuple[str, str | None, str]]:
    return [(leaf.kind, leaf.section.id if leaf.section else None, leaf.text) for leaf in leaves(report)]


@given(paid_texts())
def test_tree_is_the_same_with_and_without_paid_markers(texts: tuple[str, str]) -> None:
    marked, plain = texts
    # A marker put inside another breaks that one, or makes one with what stands beside it: both are other texts then.
    assume(_MARKER.sub("", marked) == _MARKER.sub("", plain))
    assume(len(_MARKER.findall(plain)) == plain.lower().count("##pagebreak##"))
    try:
        shapes = _shape(parse(marked)), _shape(parse(plain))
    except SourceError:
        reject()
    assert shapes[0] == shapes[1]


def test_order_of_hashes_and_locale_do_not_matter(tmp_path: Path) -> None:
    path = Path(__file__).parent.parent / "fixtures" / "qinghe-work-report-2024.txt"
    code = "from converter.cli.main import main; main()"
    environments = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"},
    ]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, "convert", str(path), "-q"],
            env=os.environ | environment,
            capture_output=True,
            check=True,
            cwd=tmp_path,
        ).stdout
        for environment in environments
    }
    assert len(outputs) == 1


def test_promises_hold_for_every_text_of_the_corpus(corpus: list[Path]) -> None:
    for path in corpus:
        try:
            _hold(path.read_bytes())
        except Exception as error:
            error.add_note(f"in {path.name}")
            raise


def test_what_is_neither_text_nor_bytes_is_refused() -> None:
    with pytest.raises(TypeError, match="takes the bytes or the text"):
        parse(Path("report.txt"))  # type: ignore[arg-type]
