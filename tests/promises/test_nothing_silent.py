"""Promise 4, where a machine can check it: what was not read as it stands is written down."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, reject
from hypothesis import strategies as st

from converter import Report, SourceError, parse
from converter.layout.furniture.platform_markers import MARKERS
from converter.model.source_text import source_text
from tests.promises.inputs import any_bytes, any_texts
from tests.strategies import paid_texts


def _parsed(data: bytes | str) -> Report:
    try:
        return parse(data)
    except SourceError:
        reject()


def _codes(report: Report) -> Counter[str]:
    return Counter(diagnostic.code for diagnostic in report.diagnostics)


@given(any_bytes)
def test_bytes_without_a_character_are_kept_and_told(data: bytes) -> None:
    report = _parsed(data)
    text = source_text(report)
    assert all(text[at] == "\ufffd" and bytes.fromhex(written) for at, written in report.source.undecodable)
    assert ("bytes_undecodable" in _codes(report)) == bool(report.source.undecodable)


@given(any_texts)
def test_a_text_that_decodes_has_nothing_undecodable(text: str) -> None:
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert _parsed(text).source.undecodable == []


@given(st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=2, max_size=6))
def test_mixed_line_ends_are_told(ends: list[str]) -> None:
    report = parse("".join(f"（一）抓好春耕{end}" for end in ends))
    assert (report.source.newline == "mixed") == (len(set(ends)) > 1) == ("newlines_mixed" in _codes(report))


@given(paid_texts())
def test_every_paid_marker_bounds_a_span_or_is_told(texts: tuple[str, str]) -> None:
    report = _parsed(texts[0])
    lowered = source_text(report).lower()
    written = sum(lowered.count(marker) for marker, says in MARKERS.items() if says != "page")
    told = _codes(report)
    assert written == 2 * len(report.paid_spans) + sum(
        told[code] for code in ("paid_begin_nested", "paid_begin_unclosed", "paid_end_stray")
    )
