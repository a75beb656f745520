"""Learn the weights: python -m training.train FOLDER -o weights.bin

Texts of the places in ``held_out.txt`` are left out, and tell how good the weights are. What a later step learns from
is what the earlier ones say of texts they have not seen (in folds by place), as it will be in use.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from converter.layout.lost_breaks.evidence.characters import DROPPED, Characters
from converter.layout.lost_breaks.evidence.deciding import (
    HEADING_AT_LEAST,
    PLAIN_AT_LEAST,
    TITLE_AT_LEAST,
    Reading,
    second_look,
)
from converter.layout.lost_breaks.evidence.heading_places import Candidate, Evidence
from converter.layout.lost_breaks.evidence.headings import numbered_candidates, numbered_headings
from converter.layout.lost_breaks.evidence.missing_stops import UNIT, WINDOWS, StopWeights, windows
from converter.layout.lost_breaks.evidence.paragraphs import PARAGRAPH_FACTS
from converter.layout.lost_breaks.evidence.plain_headings import PLAIN_FACTS, plain_candidates
from converter.layout.lost_breaks.evidence.sentences import read_ends, sentence_ends
from converter.layout.lost_breaks.evidence.siblings import FACTS_AGAIN, look_again
from converter.layout.lost_breaks.evidence.weights import FORMAT, Steps, Trees, read_weights
from training.evaluate import figures
from training.learning import SEED, as_steps, as_trees, boosted, flattened, linear
from training.texts import Sound, held_out, sound_texts, without_markers

T = TypeVar("T")
_STOP_SIZE, _STRONG_SIZE, _END_SIZE = 1 << 19, 1 << 17, 1 << 17
_FOLDS = 4
_VARIANTS = ("cjk", "cjk_paren")


class Example:
    """A sound text with its breaks lost, what is looked at in it, and what is right."""

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self.borders = sound.borders()
        self.order = sorted(self.borders)
        self.characters = Characters(sound.text)
        self.ends = read_ends(self.characters, sentence_ends(sound.text))
        self.right = [int(end.place in self.borders) for end in self.ends]

    def heading_end(self, start: int) -> int | None:
        """Where the heading that begins at ``start`` ends, if one does."""
        if start and start not in self.borders:
            return None
        end = next((place for place in self.order if place > start), None)
        return end if end is not None and self.borders[end] else None

    def stops(self) -> tuple[list[list[int]], list[int]]:
        """For each character left without stops: its windows, and what stood before it (0 nothing … 2 a sentence)."""
        rows, labels = [], []
        stood = 2
        for place, character in enumerate(self.characters.normal):
            if place in self.borders:
                stood = 2
            if character in DROPPED:
                stood = max(stood, 2 if character in "。！？；" else 1)
            elif not character.isspace():
                rows.append(list(windows(self.characters, place, _STOP_SIZE)))
                labels.append(stood)
                stood = 0
        return rows, labels


def out_of_fold(
    examples: Sequence[Example], learn: Callable[[Sequence[Example]], T], apply: Callable[[T, Example], Any]
) -> tuple[dict[int, Any], T]:
    """What each example gets from models that saw no text of its place, and the model that saw all."""
    places = sorted({example.sound.place for example in examples})
    fold = {place: number % _FOLDS for number, place in enumerate(places)}
    given: dict[int, Any] = {}
    for number in range(_FOLDS):
        model = learn([example for example in examples if fold[example.sound.place] != number])
        for example in examples:
            if fold[example.sound.place] == number:
                given[id(example)] = apply(model, example)
    return given, learn(examples)


def learn_stops(examples: Sequence[Example]) -> StopWeights:
    """From where the stops of sound texts stand."""
    pairs = [example.windows for example in examples if not example.sound.variant]  # type: ignore[attr-defined]
    rows, labels = flattened(pair[0] for pair in pairs), np.array(flattened(pair[1] for pair in pairs))
    some, some_base = linear(rows, (labels > 0).astype(int), _STOP_SIZE, 1e-6, 3)
    stood = np.flatnonzero(labels > 0)
    strong, strong_base = linear([rows[n] for n in stood], (labels[stood] > 1).astype(int), _STRONG_SIZE, 4e-6, 6)
    return StopWeights(memoryview(some), some_base, memoryview(strong), strong_base)


def train(sounds: Sequence[Sound]) -> dict[str, Any]:
    """The weights learned from ``sounds``."""
    examples = [Example(sound) for sound in sounds]
    variants = (without_markers(sound, series) for sound in sounds for series in _VARIANTS)
    examples += [Example(variant) for variant in variants if variant is not None]
    for example in examples:
        example.windows = example.stops() if not example.sound.variant else None  # type: ignore[attr-defined]
    print(len(sounds), "texts,", len(examples), "examples", flush=True)
    evidences, stops = out_of_fold(
        examples, learn_stops, lambda weights, example: Evidence(example.characters, weights)
    )

    def learn_ends(some: Sequence[Example]) -> tuple[Any, int]:
        rows = flattened([end.numbers for end in example.ends] for example in some)
        return linear(rows, flattened(example.right for example in some), _END_SIZE, 3e-5, 8)

    def look(model: tuple[Any, int], example: Example) -> list[int]:
        table, base = model
        return [base + int(sum(int(table[n & (_END_SIZE - 1)]) for n in end.numbers)) for end in example.ends]

    looks, ends = out_of_fold(examples, learn_ends, look)
    print("ends looked at", flush=True)
    readings: dict[int, Reading] = {}
    numbered: dict[int, list[list[Candidate]]] = {}
    plain: dict[int, list[list[Candidate]]] = {}
    for example in examples:
        reading = readings[id(example)] = Reading(evidences[id(example)], example.ends, looks[id(example)])
        starts = {end.place: look for end, look in zip(reading.ends, reading.looks, strict=True)}
        reading.numbered = numbered_headings(reading.evidence, ())
        numbered[id(example)] = numbered_candidates(reading.evidence, reading.numbered, starts)
        taken = frozenset(heading.start for heading in reading.numbered)
        places = [end.place for end in reading.ends]
        plain[id(example)] = plain_candidates(reading.evidence, places, taken, (), starts)

    def labels(example: Example, groups: Sequence[Sequence[Candidate]]) -> list[int]:
        return [int(example.heading_end(candidate.start) == candidate.end) for found in groups for candidate in found]

    def learn_steps(rows_of: Callable[[Example], list[Any]], right: Callable[[Example], list[int]], fewest: int) -> Any:
        def learn(some: Sequence[Example]) -> Steps:
            return as_steps(boosted(flattened(map(rows_of, some)), flattened(map(right, some)), fewest, 2, 0.12))

        return learn

    def facts_of(groups: dict[int, list[list[Candidate]]]) -> Callable[[Example], list[Any]]:
        return lambda example: [candidate.facts for found in groups[id(example)] for candidate in found]

    heading_right = {id(example): labels(example, numbered[id(example)]) for example in examples}
    plain_right = {id(example): labels(example, plain[id(example)]) for example in examples}
    first, headings = out_of_fold(
        examples,
        learn_steps(facts_of(numbered), lambda example: heading_right[id(example)], 300),
        lambda steps, example: [[steps.sum(c.facts) for c in found] for found in numbered[id(example)]],
    )
    again = {
        id(example): look_again(
            example.characters.text, readings[id(example)].numbered, numbered[id(example)], first[id(example)]
        )
        for example in examples
    }
    second, headings_again = out_of_fold(
        examples,
        learn_steps(lambda example: flattened(again[id(example)]), lambda example: heading_right[id(example)], 300),
        lambda steps, example: [list(map(steps.sum, rows)) for rows in again[id(example)]],
    )
    chosen_plain, plain_headings = out_of_fold(
        examples,
        learn_steps(facts_of(plain), lambda example: plain_right[id(example)], 300),
        lambda steps, example: [[steps.sum(c.facts) for c in found] for found in plain[id(example)]],
    )
    print("headings looked at", flush=True)
    facts: dict[int, list[tuple[int, ...]]] = {}
    for example in examples:
        reading = readings[id(example)]
        for found, scores in zip(numbered[id(example)], second[id(example)], strict=True):
            if found and max(scores) >= HEADING_AT_LEAST:
                reading.headings[found[0].start] = found[scores.index(max(scores))]
        for found, scores in zip(plain[id(example)], chosen_plain[id(example)], strict=True):
            if max(scores) >= (PLAIN_AT_LEAST if found[0].start else TITLE_AT_LEAST):
                reading.plain[found[0].start] = found[scores.index(max(scores))]
        facts[id(example)] = second_look(reading, range(len(reading.ends)))
    paragraphs = as_trees(
        boosted(
            flattened(facts[id(example)] for example in examples),
            flattened(example.right for example in examples),
            100,
            15,
            0.09,
        )
    )
    return {
        "stops": stops,
        "ends": ends,
        "paragraphs": paragraphs,
        "headings": headings,
        "headings_again": headings_again,
        "plain_headings": plain_headings,
    }


def features_hash() -> str:
    """A hash of all that must be the same where weights are learned and used."""
    named = (
        WINDOWS,
        PARAGRAPH_FACTS,
        FACTS_AGAIN,
        PLAIN_FACTS,
        UNIT,
        _STOP_SIZE,
        _STRONG_SIZE,
        _END_SIZE,
    )
    return hashlib.sha256(repr(named).encode()).hexdigest()


def write(path: Path, model: dict[str, Any], sounds: Sequence[Sound], unseen: dict[str, Any]) -> None:
    """The file of weights: its header, then the tables, then the rest in JSON, packed."""
    stops: StopWeights = model["stops"]
    ends, ends_base = model["ends"]
    tables = {"some": bytes(stops.some_weights), "strong": bytes(stops.strong_weights), "ends": ends.tobytes()}
    header = {
        "format": FORMAT,
        "seed": SEED,
        "features": features_hash(),
        "figures": unseen,
        "tables": [[name, len(table)] for name, table in tables.items()],
        "inputs": sorted({sound.sha256 for sound in sounds}),
    }
    trees: Trees = model["paragraphs"]
    rest = {
        "bases": {"some": stops.some_base, "strong": stops.strong_base, "ends": ends_base},
        "paragraphs": {"base": trees.base, "trees": trees.trees},
        **{
            name: {"base": model[name].base, "features": model[name].features}
            for name in ("headings", "headings_again", "plain_headings")
        },
    }
    packed = zlib.compress(b"".join(tables.values()) + json.dumps(rest, separators=(",", ":")).encode(), 9)
    path.write_bytes(json.dumps(header, sort_keys=True).encode() + b"\n" + packed)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    out = held_out()
    texts = sound_texts(options.folder)
    sounds = [sound for sound in texts if sound.place not in out]
    unseen = [sound for sound in texts if sound.place in out]
    model = train(sounds)
    write(options.output, model, sounds, {})
    found = figures(unseen, read_weights(options.output.read_bytes()))
    write(options.output, model, sounds, {"texts": len(unseen), **found})
    print(found)


if __name__ == "__main__":
    main()
