"""Texts and their metadata, in files that a domain expert can correct: ``cases/*.txt``.

A file holds any number of cases. A case is a line ``== what it shows``, the text, a line ``--``, and the fields that
must hold, ``field: value``, in the words of the gold files (``author_name``, ``place_level``); empty for what the text
does not say. ``targets`` are the indicators of all targets, in reading order.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import Report, parse

FOLDER = Path(__file__).parent / "cases"


def cases() -> list[tuple[str, str, list[str]]]:
    """Of each case of each file: its name, its text, its fields."""
    found: list[tuple[str, str, list[str]]] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, _, rest = case.partition("\n")
            text, _, fields = rest.partition("\n--\n")
            found.append((f"{path.stem}: {name}", text + "\n", [line for line in fields.split("\n") if line]))
    return found


def fields_of(report: Report) -> dict[str, object]:
    """The fields of the metadata by the names of the gold files."""
    meta = report.meta
    found: dict[str, object] = {name: getattr(meta, name) for name in meta.__slots__}
    place, author = meta.place, meta.author
    return found | {
        "place": place and place.name,
        "place_level": place and place.level,
        "author_name": author and author.name,
        "author_position": author and author.position,
        "targets": "、".join(target.indicator or "" for target in report.targets),
    }


@pytest.mark.parametrize(("text", "fields"), [case[1:] for case in cases()], ids=[case[0] for case in cases()])
def test_text_and_metadata(text: str, fields: list[str]) -> None:
    found = fields_of(parse(text))
    expected = dict(line.split(":", 1) for line in fields)
    shown = {name: "" if found[name] is None else str(found[name]) for name in expected}
    assert shown == {name: value.strip() for name, value in expected.items()}


def test_there_are_cases() -> None:
    assert len(cases()) >= 20
