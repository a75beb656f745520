"""Emphasis marks told from redactions: ``**一是坚持政治引领**。`` against ``**同志``, ``平安**``, ``新**奠定``.

CONVENTIONS §2, "Redaction and emphasis". A row of asterisks is emphasis only as one of a pair that frames a phrase; the
pairs that frame a phrase beyond doubt in a document decide how its doubtful pairs are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from converter.language.markers import marker_at
from converter.layout.lines import holds_any
from converter.model import Span
from converter.patterns import late

_ASTERISKS = late(r"\*\**")
_SENTENCE_STOP = frozenset("。！？；：!?;:")
_INNER_STOPS = tuple("。！？!?")
_PUNCTUATION = late(r"[，。、；：！？,;:!?“”《》（）()]")
#: What cannot begin an emphasised phrase: ``**，今年**`` frames nothing.
_CLOSING = frozenset("，。、；：！？,;:!?”’）》】)")
_PAIRED = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))
_SIDES = frozenset(chain.from_iterable(_PAIRED))
#: A phrase without any of these is one beyond doubt.
_TELLING = late(f"[{''.join((*_INNER_STOPS, *sorted(_SIDES)))}]")
#: Words that follow a removed name: ``**同志作了重要讲话``, ``**一中公寓楼``.
AFTER_A_NAME = ("同志", "书记", "省长", "市长", "县长", "区长", "镇长", "主任", "部长", "局长", "一中", "二中", "三中")
_LONGEST_PHRASE = 120
_LONGEST_DOUBTFUL = 16

_Test = Callable[[str, Span, Span], bool]


@dataclass(slots=True)
class EmphasisReading:
    """What the asterisks of one text are: marks to take out, phrases they frame, masks, and damaged places.

    All are half-open ranges of the text as given, asterisks included in its count.
    """

    marks: list[Span] = field(default_factory=list)
    phrases: list[Span] = field(default_factory=list)
    masks: list[Span] = field(default_factory=list)
    damaged: list[Span] = field(default_factory=list)


def read_emphasis(texts: Sequence[str]) -> list[EmphasisReading]:
    """Read the asterisks of all ``texts`` of one document, one reading a text."""
    runs = [[found.span() for found in _ASTERISKS.finditer(text)] for text in texts]
    readings = [EmphasisReading() for _ in texts]
    left: list[list[Span]] = []
    for text, spans, reading in zip(texts, runs, readings, strict=True):
        left.append(_take_pairs(text, spans, reading, _frames_phrase))
    certain = sum(len(reading.phrases) for reading in readings)
    masked = sum(map(len, left))
    for text, spans, reading in zip(texts, left, readings, strict=True):
        if certain:
            spans = _take_pairs(text, spans, reading, _frames_words)
        for span in spans:
            if certain > 2 * masked and _lost_its_partner(text, span):
                reading.marks.append(span)
                reading.damaged.append(span)
            elif _is_mask(text, span):
                reading.masks.append(span)
        reading.marks.sort()
        reading.phrases.sort()
        reading.damaged += [phrase for phrase in reading.phrases if _is_tangled(text, phrase)]
    return readings


def _take_pairs(text: str, spans: list[Span], reading: EmphasisReading, frames: _Test) -> list[Span]:
    """Move the neighbouring marks that pass ``frames`` into ``reading``; gives those that are left over."""
    left: list[Span] = []
    index = 0
    while index < len(spans):
        opening = spans[index]
        if index + 1 < len(spans) and frames(text, opening, spans[index + 1]):
            closing = spans[index + 1]
            reading.marks += [opening, closing]
            reading.phrases.append((opening[1], closing[0]))
            index += 2
        else:
            left.append(opening)
            index += 1
    return left


def _frames_phrase(text: str, opening: Span, closing: Span) -> bool:
    """Whether the pair frames a phrase beyond doubt: punctuation (or an edge) outside, or a stop before the closing."""
    if not _can_frame(opening, closing):
        return False
    phrase = text[opening[1] : closing[0]]
    if opening[0] == 0 and _is_marker(phrase):
        return True
    if not _is_boundary(text[opening[0] - 1 : opening[0]]) or not _is_phrase(phrase):
        return False
    if phrase.startswith(AFTER_A_NAME):
        return False
    return phrase[-1] in _SENTENCE_STOP or _is_boundary(text[closing[1] : closing[1] + 1])


def _frames_words(text: str, opening: Span, closing: Span) -> bool:
    """Whether the pair frames a few words inside a clause: ``经济社会发展的**主要预期目标**是``."""
    if not _can_frame(opening, closing) or closing[0] - opening[1] > _LONGEST_DOUBTFUL:
        return False
    words = text[opening[1] : closing[0]]
    return len(words) > 1 and _PUNCTUATION.search(words) is None and not words.startswith(AFTER_A_NAME)


def _can_frame(opening: Span, closing: Span) -> bool:
    width = opening[1] - opening[0]
    return width in (2, 3) and width == closing[1] - closing[0] and 0 < closing[0] - opening[1] <= _LONGEST_PHRASE


def _is_phrase(phrase: str) -> bool:
    if phrase[0] in _CLOSING or phrase[0].isspace() or phrase[-1].isspace():
        return False
    if _TELLING.search(phrase, 0, len(phrase) - 1) is None:
        return phrase[-1] not in _SIDES
    if holds_any(phrase[:-1], _INNER_STOPS):
        return False
    for opening, closing in _PAIRED:
        if (opening in phrase or closing in phrase) and phrase.count(opening) != phrase.count(closing):
            return False
    return True


def _is_marker(phrase: str) -> bool:
    """Whether the phrase is a marker and nothing else: ``**一、**2024年工作回顾``, ``**（一）**做强产业``."""
    marker = marker_at(phrase)
    return marker is not None and marker.end == len(phrase)


def _is_boundary(character: str) -> bool:
    """Whether ``character`` (or the edge of the text) parts phrases: anything but letters, digits and asterisks."""
    return not character.isalnum() and character != "*"


def _lost_its_partner(text: str, span: Span) -> bool:
    """Whether a single mark opens or closes a sentence, where a mask would not stand alone."""
    after = text[span[1] : span[1] + 2]
    before = text[max(span[0] - 1, 0) : span[0]]
    if span[1] - span[0] != 2 or after.startswith(AFTER_A_NAME):
        return False
    opens = (not before or before in _SENTENCE_STOP) and after[:1].isalnum()
    closes = before in _SENTENCE_STOP and bool(before)
    return opens or closes


def _is_mask(text: str, span: Span) -> bool:
    """A Markdown bullet (``* 夯实农业基础``) and a note mark after a title (``第六个五年计划*``) are no masks."""
    if span[1] - span[0] > 1:
        return True
    return text[span[1] : span[1] + 1].strip() != ""


def _is_tangled(text: str, phrase: Span) -> bool:
    """Whether a quotation is opened twice around the phrase: ``“承诺制+标准“**地+全代办**”``."""
    quote = phrase[0] - 3
    if quote < 0 or text[quote] != "“":
        return False
    return text.rfind("“", max(quote - 40, 0), quote) > text.rfind("”", max(quote - 40, 0), quote)
