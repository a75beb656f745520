"""The texts to learn from: sound ones of a folder, split by place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from converter import parse
from converter.language.markers import marker_at
from converter.layout import read
from converter.layout.lines import is_complete

HELD_OUT = Path(__file__).with_name("held_out.txt")
_LINES_AT_LEAST, _LONG_AT_LEAST, _LONG, _LONGEST, _CHARACTERS = 25, 10, 60, 3000, 4000
_SOUND_SHARE = 0.95
_HEADING = 60


@dataclass(slots=True)
class Sound:
    """A text as it was printed: its paragraphs, and which of the borders between them follow or precede a heading."""

    name: str
    place: str
    sha256: str
    paragraphs: list[str]
    #: Made from another text, by taking the markers off the headings of one family.
    variant: str = ""

    @property
    def text(self) -> str:
        """All paragraphs on one line."""
        return "".join(self.paragraphs)

    def borders(self) -> dict[int, bool]:
        """Where paragraphs end in :attr:`text`, and whether the one that ends is a heading."""
        found: dict[int, bool] = {}
        place = 0
        for paragraph in self.paragraphs[:-1]:
            place += len(paragraph)
            found[place] = not is_complete(paragraph)
        return found


def place_of(path: Path) -> str:
    """The place that a report speaks of, by the name of its file: ``qinghe-2024.txt`` → ``qinghe``."""
    return path.stem.split("-")[0]


def held_out() -> set[str]:
    """The places that training never sees."""
    return set(HELD_OUT.read_text("utf-8").split())


def sound_texts(folder: Path) -> list[Sound]:
    """The sound texts under ``folder``, in the order of their names."""
    found: list[Sound] = []
    for path in sorted(folder.rglob("*.txt")):
        data = path.read_bytes()
        text = data.decode("utf-8-sig", "replace")
        if is_sound(text):
            found.append(Sound(path.stem, place_of(path), hashlib.sha256(data).hexdigest(), _paragraphs(text)))
    return found


def is_sound(text: str) -> bool:
    """Whether the lines of ``text`` are its paragraphs: many, and nearly all long ones end a sentence."""
    lines = [line.strip(" \u3000\t\xa0") for line in text.splitlines()]
    lines = [line for line in lines if line]
    long = [line for line in lines if len(line) > _LONG]
    if len(lines) < _LINES_AT_LEAST or len(long) < _LONG_AT_LEAST or len(text) <= _CHARACTERS:
        return False
    ended = sum(line[-1] in "。！？；：”）…" for line in long)
    return ended >= _SOUND_SHARE * len(long) and max(map(len, lines)) < _LONGEST


def without_markers(sound: Sound, series: str) -> Sound | None:
    """``sound`` with the headings of one series as headings without a number, which few texts have; if it has two."""
    paragraphs: list[str] = []
    changed = 0
    for paragraph in sound.paragraphs:
        marker = marker_at(paragraph, 0)
        if marker is not None and marker.form.series == series and not is_complete(paragraph):
            heading = paragraph[marker.end :].strip()
            if len(paragraph) < _HEADING and len(heading) >= 4:
                paragraphs.append(heading)
                changed += 1
                continue
        paragraphs.append(paragraph)
    return Sound(sound.name, sound.place, sound.sha256, paragraphs, series) if changed > 1 else None


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a sound text up to its back matter, without what web pages left."""
    report = parse(text)
    ends = min((paragraph.span[0] for paragraph in report.back), default=len(text))
    return [block.text for block in read(text).blocks if block.offsets[0] < ends]
