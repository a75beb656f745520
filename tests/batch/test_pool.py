"""A document that takes its worker with it, hangs or eats all memory costs itself, and is named with the reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch.chunks import Item
from converter.batch.documents import Document, Limits, Outcome, Stopped
from converter.batch.pool import Pool
from tests.batch.poison import poisoned
from tests.batch.texts import report

LIMITS = Limits(seconds=30.0, memory=2 << 30)


def documents(*poisons: str, count: int = 40) -> list[Document]:
    """Reports, the poisons among them at even distances."""
    data = [report(number).encode() for number in range(count)]
    for place, poison in enumerate(poisons):
        data[7 + place * 9] = poison.encode() + b"\nrest"
    return [Document(index, f"{index}.txt", data=text) for index, text in enumerate(data)]


def outcomes(
    items: list[Document], limits: Limits = LIMITS, workers: int = 2, window: int | None = None
) -> dict[int, Outcome]:
    with Pool(poisoned, workers, limits, window) as pool:
        found = list(pool.run(iter(items)))
    assert len(found) == len({outcome.index for outcome in found}), "a document was answered twice"
    return {outcome.index: outcome for outcome in found}


def failed(found: dict[int, Outcome]) -> dict[int, str]:
    return {index: outcome.failure.code for index, outcome in sorted(found.items()) if outcome.failure}


def test_all_documents_are_answered_once() -> None:
    found = outcomes(documents(count=100))
    assert sorted(found) == list(range(100))
    assert not failed(found)
    assert all(outcome.result for outcome in found.values())


@pytest.mark.parametrize("poison", ["kill", "exit"])
def test_a_document_that_ends_its_worker_costs_only_itself(poison: str) -> None:
    found = outcomes(documents(poison, poison, poison))
    assert sorted(found) == list(range(40))
    assert failed(found) == {7: "killed", 16: "killed", 25: "killed"}
    failure = found[16].failure
    assert failure is not None
    assert failure.message.startswith("16.txt: its worker died")
    assert ("signal 9" if poison == "kill" else "exit code 7") in failure.message


@pytest.mark.parametrize("poison", ["sleep", "spin"])
def test_a_document_that_takes_too_long_costs_only_itself(poison: str) -> None:
    found = outcomes(documents(poison), Limits(seconds=1.5))
    assert failed(found) == {7: "timeout"}
    assert found[7].failure is not None
    assert found[7].failure.message == "7.txt: not converted within 1.5 s"


def test_a_document_that_takes_too_much_memory_costs_only_itself() -> None:
    found = outcomes(documents("memory", "memory"))
    assert failed(found) == {7: "memory", 16: "memory"}
    assert found[7].failure is not None
    assert found[7].failure.message == "7.txt: needs more than the 2048 MiB of memory"


def test_a_worker_that_somebody_else_ended_costs_nothing(tmp_path: Path) -> None:
    items = documents()
    items[3] = Document(3, "3.txt", data=f"once\n{tmp_path / 'met'}\n{report(3)}".encode())
    assert not failed(outcomes(items))


def test_all_documents_may_be_poison() -> None:
    found = outcomes([Document(index, f"{index}.txt", data=b"kill\n") for index in range(5)])
    assert set(failed(found).values()) == {"killed"}
    assert len(found) == 5


def test_what_stops_one_stops_all() -> None:
    with pytest.raises(Stopped, match="the disk is full"):
        outcomes(documents("stop"))


def test_outcomes_pass_without_a_worker() -> None:
    items: list[Item] = [Outcome(0, "0.txt", kept=True), *(documents(count=20)[1:])]
    with Pool(poisoned, 1, LIMITS) as pool:
        found = {outcome.index: outcome for outcome in pool.run(iter(items))}
    assert found[0].kept
    assert sorted(found) == list(range(20))


def test_the_window_bounds_how_far_others_may_be_ahead() -> None:
    """While document 7 hangs, nothing further away than the window and one chunk is asked for."""
    asked: list[int] = []
    newest_at_timeout: list[int] = []

    def source() -> Iterator[Item]:
        for document in documents("sleep", count=400):
            asked.append(document.index)
            yield document

    with Pool(poisoned, 2, Limits(seconds=1.5), window=64) as pool:
        for outcome in pool.run(source()):
            if outcome.failure:
                newest_at_timeout.append(max(asked))
    assert len(newest_at_timeout) == 1
    assert newest_at_timeout[0] <= 7 + 64 + 2 * 16
    assert len(asked) == 400


class Unloadable:
    """Ends the process that receives it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (5,)

    def __call__(self, document: Document) -> Outcome:
        raise AssertionError("never reached")


def test_workers_that_cannot_start_stop_the_run() -> None:
    sentence = "no worker can be started; the last one ended with exit code 5"
    with pytest.raises(Stopped, match=sentence), Pool(Unloadable(), 2, LIMITS) as pool:
        list(pool.run(iter(documents())))
