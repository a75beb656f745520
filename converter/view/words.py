"""The words of the pages in Chinese and English, from tables that a translator can edit."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from converter.diagnostics import CATALOGUE


@cache
def words() -> dict[str, tuple[str, str]]:
    """Every word of the pages by its name: Chinese, English."""
    return {name: (chinese, english) for name, chinese, english in _rows("words.tsv")}


@cache
def notices() -> dict[str, dict[str, str]]:
    """What each kind of diagnostic means and asks for; in Chinese where the table has it."""
    chinese = {code: (meaning, action) for code, meaning, action in _rows("notices.tsv")}
    return {
        kind.code: {
            "zh": chinese.get(kind.code, (kind.meaning, kind.action))[0],
            "do_zh": chinese.get(kind.code, (kind.meaning, kind.action))[1],
            "en": kind.meaning,
            "do_en": kind.action,
        }
        for kinds in CATALOGUE.values()
        for kind in kinds
    }


@cache
def sentences() -> dict[str, list[tuple[str, str]]]:
    """What reports say in English of a place, by where it stands (``notice``, ``rule`` …), each with its Chinese.

    ``{1}``, ``{2}`` … stand for what differs; the first row that fits holds.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for where, english, chinese in _rows("sentences.tsv"):
        found.setdefault(where, []).append((english, chinese))
    return found


def _rows(name: str) -> list[list[str]]:
    lines = files("converter.view").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
