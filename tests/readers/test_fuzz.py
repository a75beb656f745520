"""Damaged files: each mutant is read or refused in one sentence, and what is read holds what a reader promises.

``FUZZ_EXECUTIONS`` sets how many mutants of each sample are tried.
"""

from __future__ import annotations

import os
import random
import zipfile
from io import BytesIO

import pytest

from converter import parse
from converter.model.errors import GongwenError, ReaderError
from converter.model.projection import Projected
from converter.readers.table import READERS
from tests.readers.packing import packed
from tests.readers.samples import SAMPLES

EXECUTIONS = int(os.environ.get("FUZZ_EXECUTIONS", "60"))
_BY_NAME = {reader.name: reader for reader in READERS}


def check(projected: Projected) -> None:
    """What every reader promises of what it gives."""
    text, lines = projected.text, projected.text.split("\n")
    assert len(lines) == len(projected.facts)
    assert len(text.splitlines()) <= len(lines)
    assert all(0 <= a < b <= len(text) for a, b, _ in projected.generated)
    assert projected.generated == sorted(projected.generated)
    assert projected.pages == sorted(projected.pages)
    assert all(0 <= offset <= len(text) for offset, _ in projected.pages)
    assert all(omitted.count > 0 for omitted in projected.omitted)
    offset = 0
    for line, facts in zip(lines, projected.facts, strict=True):
        cells = facts.cells or []
        assert (facts.kind == "table_row") == bool(cells)
        assert all(offset <= a <= b <= offset + len(line) for a, b in cells)
        assert 0 <= facts.bold_run <= len(line)
        offset += len(line) + 1


def mutated(data: bytes, random_: random.Random) -> bytes:
    """``data`` with some damage: bytes changed, cut out, doubled or moved."""
    mutant = bytearray(data)
    for _ in range(random_.randint(1, 4)):
        a, b = sorted(random_.randrange(len(mutant) + 1) for _ in range(2))
        b = min(b, a + random_.choice((1, 2, 8, 64, 400)))
        kind = random_.randrange(5)
        if kind == 0:
            mutant[a:b] = bytes(random_.randrange(256) for _ in range(b - a))
        elif kind == 1:
            del mutant[a:b]
        elif kind == 2:
            mutant[a:a] = mutant[a:b] * random_.choice((1, 3, 30))
        elif kind == 3:
            at = random_.randrange(len(mutant) + 1)
            mutant[at:at] = mutant[a:b]
        else:
            mutant[a:b] = random_.choice(
                (b"-1", b"99999999999", b"", b"\x00", b"&a;", b"%9", b"<", b">", b'"', b"{", b"}")
            )
        if not mutant:
            return b"\x00"
    return bytes(mutant)


def mutant_of(data: bytes, random_: random.Random) -> bytes:
    """A mutant of a file, of a package mostly one with a damaged part."""
    if not data.startswith(b"PK") or random_.random() < 0.2:
        return mutated(data, random_)
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = random_.choice([name for name in parts if parts[name]])
    return packed(parts | {name: mutated(parts[name], random_)})


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_sound(name: str) -> None:
    check(_BY_NAME[name].read(SAMPLES[name]))
    assert [section.heading for section in parse(SAMPLES[name]).sections][:2] == ["工作回顾", "工作安排"]


@pytest.mark.parametrize("name", SAMPLES)
def test_mutants_are_read_or_refused(name: str) -> None:
    for seed in range(EXECUTIONS):
        mutant = mutant_of(SAMPLES[name], random.Random(f"{name}{seed}"))
        try:
            check(_BY_NAME[name].read(mutant))
        except ReaderError as error:
            assert "\n" not in str(error)
        if seed % 5 == 0:
            try:
                parse(mutant)
            except GongwenError as error:
                assert "\n" not in str(error)
