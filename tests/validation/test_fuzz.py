"""A short run of the fuzzer; ``python -m tests.fuzz.validation`` is the long one."""

from __future__ import annotations

from random import Random

from tests.fuzz.validation import _SEEDS, changed, check


def test_changed_documents_give_findings_and_never_an_exception() -> None:
    random = Random(20240221)
    seeds = [path.read_bytes() for path in sorted(_SEEDS.iterdir())]
    assert [check(seed) for seed in seeds].count(True) == 2
    for _ in range(1500):
        check(changed(random.choice(seeds), seeds, random))
