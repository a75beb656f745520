"""The words of the pages: each is there in both languages, and none that a page asks for is missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import converter
from converter.diagnostics import CATALOGUE
from converter.meta.corrections import FIELDS
from converter.model import DocumentType, Measure, PlaceLevel, Role, Strength
from converter.view.words import _rows, notices, words

TEMPLATES = Path(converter.__file__).parent / "page_templates"
#: ``word("apply")``, ``data-word="apply"``, ``label("depth"``; and ``words.apply[0]``.
_ASKED = re.compile(r"""(?:\b(?:word|label|button)\(|data-word(?:-label)?=)["']([a-z_.]+)["']|\bwords\.([a-z_]+)\[""")


def test_every_word_is_said_in_both_languages() -> None:
    assert all(chinese and english for chinese, english in words().values())


def test_every_word_that_a_page_asks_for_is_there() -> None:
    pages = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.*")]
    asked = {one or other for text in pages for one, other in _ASKED.findall(text)}
    closed = (DocumentType, Measure, PlaceLevel, Role, Strength)
    asked |= {str(value) for words_of in closed for value in get_args(words_of)} | set(FIELDS)
    assert {name for name in asked if name not in words()} == set()


def test_every_kind_of_notice_is_said_in_chinese() -> None:
    said = {code for code, *_ in _rows("notices.tsv")}
    known = {kind.code for kinds in CATALOGUE.values() for kind in kinds}
    assert known - said == set()
    assert set(notices()) == known
