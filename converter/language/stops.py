"""Stops, quotation marks and brackets: each sign is spelled here, and the rooms put together what they ask for."""

from __future__ import annotations

#: What ends a sentence, in print and in typescript.
FULL_STOPS = "。！？!?"
#: What ends a clause that could be a sentence of its own.
SEMICOLONS = "；;"
#: What introduces.
COLONS = "：:"
#: What parts the clauses and words of a sentence.
COMMAS = "，,"
ENUMERATION_COMMA = "、"
#: The dot that ends sentences in half-width texts, where it may also stand in a number.
DOTS = ".．"
ELLIPSIS = "…"
DASHES = "—–―─－-"

#: What ends a sentence or one of its long clauses.
SENTENCE_STOPS = FULL_STOPS + SEMICOLONS
#: What a sentence that is over, or that introduces what follows, ends in.
FINAL_STOPS = FULL_STOPS + SEMICOLONS + COLONS
#: All that part sentences, clauses and words.
STOPS = FINAL_STOPS + COMMAS + ENUMERATION_COMMA

#: Quotation marks that open and close, in order.
QUOTES = ("“”", "‘’", "「」", "『』")
#: Brackets that open and close, in order.
BRACKETS = ("《》", "（）", "()", "【】", "〔〕", "〈〉", "［］", "[]")
OPENING_QUOTES, CLOSING_QUOTES = ("".join(pair[side] for pair in QUOTES) for side in (0, 1))
OPENING_BRACKETS, CLOSING_BRACKETS = ("".join(pair[side] for pair in BRACKETS) for side in (0, 1))
