"""The files of readings hold (see ``readings.py``)."""

from __future__ import annotations

import pytest

from .conftest import Reader
from .readings import FOLDER, Reading, line_of, readings

ALL = [reading for path in sorted(FOLDER.glob("*.txt")) for reading in readings(path.stem)]


@pytest.mark.parametrize("reading", ALL, ids=lambda reading: reading.place)
def test_a_sentence_states_these_targets(targets: Reader, reading: Reading) -> None:
    assert [line_of(target) for target in targets(reading.sentence)] == reading.targets, reading.sentence
