"""Stops and brackets: each sign once, each bracket with its partner."""

from __future__ import annotations

from converter.language import stops


def test_no_sign_has_two_meanings() -> None:
    signs = stops.FULL_STOPS + stops.SEMICOLONS + stops.COLONS + stops.COMMAS + stops.ENUMERATION_COMMA + stops.DOTS
    assert len(set(signs)) == len(signs)


def test_brackets_come_in_pairs() -> None:
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in (*stops.QUOTES, *stops.BRACKETS))
    assert stops.OPENING_QUOTES.index("“") == stops.CLOSING_QUOTES.index("”")
    assert stops.OPENING_BRACKETS.index("（") == stops.CLOSING_BRACKETS.index("）")
