"""The words of the pages: each is there in both languages, and none that a page asks for is missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import converter
from converter import layout, source
from converter.diagnostics import CATALOGUE
from converter.meta.corrections import FIELDS
from converter.model import DocumentType, Measure, PlaceLevel, Role, Strength
from converter.outline.explaining import decisions
from converter.outline.lead_evidence import OWN_ROWS
from converter.readers.diagnostics import OMITTED
from converter.source.garbling import Kind
from converter.view.words import _rows, notices, sentences, words

FIXTURES = Path(converter.__file__).parent.parent / "fixtures"
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


def _chinese(where: str, english: str) -> str | None:
    """As the page does: the first row that fits, its blanks filled in."""
    for form, chinese in sentences()[where]:
        found = re.fullmatch(re.sub(r"\\\{\d\\\}", "(.+?)", re.escape(form)), english, re.DOTALL)
        if found:
            return re.sub(r"\{(\d)\}", lambda blank, found=found: found[int(blank[1])], chinese)
    return None


def test_sentence_is_said_in_chinese_with_what_it_found() -> None:
    assert _chinese("notice", "（四） follows （二）.") == "（二） 之后是 （四）。"
    assert _chinese("notice", "Found 1 “ and 0 ”.") == "有 1 个 “ 和 0 个 ”。"
    assert _chinese("notice", "Found 2, the first: be.") == "共 2 个，第一个是 be。"
    assert _chinese("notice", "Found 2.") == "共 2 处。"
    assert _chinese("notice", "Nobody said this.") is None


def test_every_omission_and_garbling_is_said_in_chinese() -> None:
    assert {f"omitted.{kind}" for kind in OMITTED} <= set(words())
    said = [f"Left out: 1 {one}." for one, _ in OMITTED.values()]
    said += [f"Left out: 2 {several}." for _, several in OMITTED.values()]
    for kind in get_args(Kind):
        for times in ("", ", twice")[: 2 if kind[0].isupper() else 1]:
            said.append(f"Found {kind}{times}; it cannot be undone from this file alone.")
    assert [one for one in said if (_chinese("notice", one) or "Left Found")[:5] in ("Left ", "Found")] == []


def test_every_notice_of_the_fixtures_is_said_in_chinese() -> None:
    meanings = {kind.code: kind.meaning.removesuffix(".") for kinds in CATALOGUE.values() for kind in kinds}
    for path in sorted(FIXTURES.glob("*.txt")):
        for diagnostic in converter.parse(path.read_bytes()).diagnostics:
            detail = diagnostic.message.removeprefix(meanings[diagnostic.code]).removeprefix(".").strip()
            assert not detail or _chinese("notice", detail), (path.name, diagnostic.message)


def test_every_decision_of_the_fixtures_is_said_in_chinese() -> None:
    evidence = {row.name for row in OWN_ROWS} | {"the row it stands in"}
    for path in sorted(FIXTURES.glob("*.txt")):
        decoded = source.decode(path.read_bytes())
        for decision in decisions(layout.read(decoded.text, decoded.projected)):
            said = _chinese("decision", decision.kind), _chinese("verdict", decision.verdict)
            assert all(said) and _chinese("rule", decision.rule), decision
            evidence |= {row.row for row in decision.evidence}
    assert {row for row in evidence if _chinese("evidence", row) is None} == set()
