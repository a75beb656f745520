"""Signs that never begin a line of their own or never end one, made from the stops and brackets of the language."""

from __future__ import annotations

from converter.language import stops

#: Brackets and quotes that open and close; ’ is an apostrophe as well.
BRACKETS = tuple((pair[0], pair[1]) for pair in (*stops.BRACKETS, *stops.QUOTES) if pair != "‘’")
OPENING, CLOSING = (frozenset(sides) for sides in zip(*BRACKETS, strict=True))
#: Marks that never begin a paragraph: ``，综合经济实力明显增强``, ``》，为非公有制企业创造…``.
NEVER_FIRST = frozenset(stops.STOPS) | CLOSING | frozenset("’％%")
#: Marks that never end one: ``以下地区、``, ``认真落实《``.
NEVER_LAST = frozenset(stops.COMMAS + stops.ENUMERATION_COMMA + "‘") | OPENING
