"""The evidence for lost line breaks: what the file of weights holds, what it says of places, what it restores."""

from __future__ import annotations

import json
import random
import re
import zlib
from importlib.resources import files
from pathlib import Path

import pytest

from converter.layout import read
from converter.layout.lost_breaks.evidence.deciding import decide
from converter.layout.lost_breaks.evidence.explaining import explain
from converter.layout.lost_breaks.evidence.missing_stops import StopWeights
from converter.layout.lost_breaks.evidence.weights import FILE, Weights, read_weights, weights

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
GOLDEN = Path(__file__).with_name("golden_evidence.json")
REPORTS = ("qinghe-work-report-2024", "yunling-work-report-2023", "shimenling-work-report-2020")


def _paragraphs(name: str) -> list[str]:
    """The paragraphs of an invented report."""
    return [block.text for block in read((FIXTURES / f"{name}.txt").read_text("utf-8-sig")).blocks]


def _borders(paragraphs: list[str]) -> set[int]:
    found, place = set(), 0
    for paragraph in paragraphs[:-1]:
        place += len(paragraph)
        found.add(place)
    return found


def _restored(model: Weights) -> tuple[int, int, int]:
    """Over all the reports joined into one line each: right borders, found borders, borders that are there."""
    right = found = wanted = 0
    for name in REPORTS:
        paragraphs = _paragraphs(name)
        borders = set(decide("".join(paragraphs), (), model).borders())
        right += len(borders & _borders(paragraphs))
        found += len(borders)
        wanted += len(paragraphs) - 1
    return right, found, wanted


def test_a_report_on_one_line_gets_its_paragraphs_back() -> None:
    right, found, wanted = _restored(weights())
    assert right >= 0.9 * found
    assert right >= 0.7 * wanted


def test_shuffled_weights_restore_nothing() -> None:
    model = weights()
    stops = model.stops
    shuffled = [memoryview(bytes(random.Random(0).sample(bytes(table), len(table)))).cast("b")
                for table in (stops.some_weights, stops.strong_weights, model.ends)]  # fmt: skip
    worse = Weights(
        model.header,
        StopWeights(shuffled[0], stops.some_base, shuffled[1], stops.strong_base),
        shuffled[2],
        model.ends_base,
        model.paragraphs,
        model.headings,
        model.headings_again,
        model.plain_headings,
    )
    assert _restored(worse)[0] < 0.9 * _restored(model)[0]


def test_the_evidence_of_thirty_places_is_as_it_was() -> None:
    """Sums of integers are the same on every machine; the file is written anew by ``python -m training.golden``."""
    rows = json.loads(GOLDEN.read_text("utf-8"))
    assert len(rows) == 30
    readings = {name: decide("".join(_paragraphs(name)), (), weights()) for name in REPORTS}
    for row in rows:
        reading = readings[row["report"]]
        end = next(number for number, end in enumerate(reading.ends) if end.place == row["place"])
        assert reading.looks[end] == row["first_look"]
        assert reading.paragraphs[end] == row["evidence"]
        assert reading.evidence.some(row["place"] + 3) == row["missing_stop"]


def test_the_header_says_where_the_weights_come_from() -> None:
    header = weights().header
    assert set(header) == {"features", "figures", "format", "inputs", "seed", "tables"}
    inputs = header["inputs"]
    assert isinstance(inputs, list)
    assert all(re.fullmatch("[0-9a-f]{64}", name) for name in inputs)


def test_no_text_stands_in_the_file_of_weights() -> None:
    head, _, packed = files("converter.layout.lost_breaks.evidence").joinpath(FILE).read_bytes().partition(b"\n")
    assert head.isascii()
    tables = sum(size for _, size in json.loads(head)["tables"])
    content = zlib.decompress(packed)
    rest = json.loads(content[tables:])
    assert content[tables:].isascii()
    assert set(rest) == {"bases", "headings", "headings_again", "paragraphs", "plain_headings"}
    # One small number for each of many hashed n-grams: nothing that could be read back.
    assert tables == sum(1 << power for power in (19, 17, 17))


def test_a_file_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 99"):
        read_weights(b'{"format": 99}\n' + zlib.compress(b""))


def test_what_is_known_to_end_a_line_is_certain() -> None:
    paragraphs = _paragraphs(REPORTS[0])
    known = sorted(_borders(paragraphs))
    assert set(known) <= set(decide("".join(paragraphs), known, weights()).borders()) | set(known)


def test_items_that_a_word_counts_begin_paragraphs_all_or_none() -> None:
    text = "".join(_paragraphs(REPORTS[1]))
    reading = decide(text, (), weights())
    runs: dict[str, list[bool]] = {}
    for end, evidence in zip(reading.ends, reading.paragraphs, strict=True):
        if end.marker is not None and end.marker.form.series == "是" and end.marker.ordinal != 1:
            if end.marker.ordinal == 2:
                runs[str(end.place)] = []
            next(reversed(runs.values())).append(evidence > 0)
    assert all(len(set(run)) == 1 for run in runs.values())


def test_the_evidence_of_a_place_is_named_and_summed() -> None:
    paragraphs = _paragraphs(REPORTS[0])
    text, model = "".join(paragraphs), weights()
    reading = decide(text, (), model)
    explained = 0
    for place in sorted(_borders(paragraphs)):
        for explanation in explain(reading, place, model):
            explained += 1
            assert explanation.parted == (place in reading.borders())
            assert all(part.name and part.meaning for part in explanation.parts)
            if explanation.kind != "end_of_sentence":
                model_of = {"end_of_numbered_heading": model.headings_again}.get(explanation.kind, model.plain_headings)
                assert explanation.total == model_of.base + sum(part.evidence for part in explanation.parts)
    assert explained > 10
