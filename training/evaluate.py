"""How well weights restore texts that training never saw: python -m training.evaluate FOLDER WEIGHTS"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from converter.layout.lost_breaks.evidence.deciding import decide
from converter.layout.lost_breaks.evidence.weights import Weights, read_weights
from training.texts import Sound, held_out, sound_texts


def figures(sounds: Sequence[Sound], weights: Weights) -> dict[str, float]:
    """F1 of paragraph borders, and of the ends of headings, over ``sounds`` joined into one line each."""
    counts = {"borders": [0, 0, 0], "heading_ends": [0, 0, 0]}
    for sound in sounds:
        borders = sound.borders()
        reading = decide(sound.text, (), weights)
        headed = {candidate.end for found in (reading.headings, reading.plain) for candidate in found.values()}
        headed.update(heading.closed for heading in reading.numbered if heading.closed is not None)
        wanted = {place for place, ends_heading in borders.items() if ends_heading}
        for name, found, right in (
            ("borders", set(reading.borders()), set(borders)),
            ("heading_ends", headed, wanted),
        ):
            for number, count in enumerate((len(found & right), len(found), len(right))):
                counts[name][number] += count
    return {name: round(2 * right / max(found + there, 1), 4) for name, (right, found, there) in counts.items()}


def main() -> None:
    """The command."""
    out = held_out()
    sounds = [sound for sound in sound_texts(Path(sys.argv[1])) if sound.place in out]
    print(len(sounds), "texts", figures(sounds, read_weights(Path(sys.argv[2]).read_bytes())))


if __name__ == "__main__":
    main()
