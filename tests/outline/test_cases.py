"""Texts and their trees, in files that a domain expert can correct: ``cases/*.txt``.

A file holds any number of cases. A case is a line ``== what it shows``, the text, a line ``--``, and the tree: a line a
node, two blanks for each level below the first, ``S`` or ``I``, the marker, ``|``, the heading.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outline.drawing import outline

FOLDER = Path(__file__).parent / "cases"


def cases() -> list[tuple[str, str, list[str]]]:
    """Of each case of each file: its name, its text, its tree."""
    found: list[tuple[str, str, list[str]]] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, _, rest = case.partition("\n")
            text, _, tree = rest.partition("\n--\n")
            found.append((f"{path.stem}: {name}", text + "\n", tree.rstrip("\n").split("\n") if tree.strip() else []))
    return found


@pytest.mark.parametrize(("text", "tree"), [case[1:] for case in cases()], ids=[case[0] for case in cases()])
def test_text_and_tree(text: str, tree: list[str]) -> None:
    assert outline(text) == tree


def test_there_are_cases() -> None:
    assert len(cases()) >= 10
