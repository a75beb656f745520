"""The small pieces of a report: meta, markers, quantities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import get_args

from hypothesis import strategies as st

from converter.model import Author, Comparator, DocumentType, MarkerFamily, Measure, Meta, Place, PlaceLevel
from tests.strategies.characters import texts

DATES = st.sampled_from(["2024-02-21", "2024-02", "2019-12-31"])
DIVISION_CODES = st.none() | st.sampled_from(["990321", "990321102"])
YEARS = st.integers(1950, 2060)
_texts_or_none = st.none() | texts()


@cache
def metas() -> st.SearchStrategy[Meta]:
    """What a document says about itself, with any field absent."""
    return st.builds(
        Meta,
        title=_texts_or_none,
        subtitle=_texts_or_none,
        document_type=st.sampled_from(get_args(DocumentType)),
        place=st.none() | _places(),
        meeting=_texts_or_none,
        date=st.none() | DATES,
        author=st.none() | st.builds(Author, _texts_or_none, _texts_or_none),
        review_year=st.none() | YEARS,
        target_year=st.none() | YEARS,
        salutation=_texts_or_none,
        issuer=_texts_or_none,
        issued=st.none() | DATES,
    ).map(_in_order)


@cache
def _places() -> st.SearchStrategy[Place]:
    levels = st.none() | st.sampled_from(get_args(PlaceLevel))
    return st.builds(Place, _texts_or_none, levels, DIVISION_CODES, _texts_or_none, _texts_or_none)


def _in_order(meta: Meta) -> Meta:
    """The year looked back on is not after the year planned."""
    if meta.review_year and meta.target_year and meta.review_year > meta.target_year:
        meta.review_year, meta.target_year = meta.target_year, meta.review_year
    return meta


#: Markers as written, with family and ordinal.
MARKERS: tuple[tuple[str, MarkerFamily, int | None], ...] = (
    ("第一部分", "division", 1),
    ("第三章", "division", 3),
    ("一、", "cjk", 1),
    ("十二、", "cjk", 12),
    ("（二）", "cjk_paren", 2),
    ("(三)", "cjk_paren", 3),
    ("1.", "arabic", 1),
    ("2、", "arabic", 2),
    ("（3）", "arabic_paren", 3),
    ("②", "circled", 2),
    ("一是", "word", 1),
    ("二要", "word", 2),
    ("第三，", "word", 3),
    ("——", "dash", None),
    ("●", "bullet", None),
    ("##", "markdown", None),
)


@dataclass
class Quantity:
    """What a target says about its number; the parts fit one another."""

    measure: Measure
    comparator: Comparator
    number: Decimal | None
    upper: Decimal | None
    unit: str | None
    redacted: bool


_measures = st.sampled_from(get_args(Measure))
_comparators = st.sampled_from(get_args(Comparator))
_units = st.sampled_from(["%", "亿元", "万亩", "个", "微克/立方米"])
_decimals = st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Quantities of every measure and comparator, ranges and masked numbers among them."""
    measure: Measure = draw(_measures)
    number: Decimal | None = draw(_decimals)
    comparator = draw(_comparators)
    if measure == "rank":
        return Quantity(measure, "<=", Decimal(draw(st.integers(1, 20))), None, None, False)
    if measure == "relation" and draw(st.booleans()):
        return Quantity(measure, ">", None, None, None, False)
    if comparator == "range":
        assert number is not None
        return Quantity(measure, comparator, number, number + draw(_decimals), "万人次", False)
    redacted = draw(st.booleans())
    unit = draw(_units)
    return Quantity(measure, comparator, None if redacted else number, None, unit, redacted)


def plain(number: Decimal | None) -> int | float | None:
    """The number as JSON has it."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)
