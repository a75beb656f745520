"""Markers found in a text: what opens a line, what may open an item inside a paragraph, and the number it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from converter.language.marker_forms import DOUBTFUL, FORMS, Form
from converter.language.numerals import ordinal
from converter.model import Span

_ENCLOSED = {
    **{chr(0x2460 + n): n + 1 for n in range(20)},  # ① … ⑳
    **{chr(0x2474 + n): n + 1 for n in range(20)},  # ⑴ … ⒇
    **{chr(0x2488 + n): n + 1 for n in range(20)},  # ⒈ … ⒛
    **{chr(0x3220 + n): n + 1 for n in range(10)},  # ㈠ … ㈩
    **{chr(0x3251 + n): n + 21 for n in range(15)},  # ㉑ … ㉟
    **{chr(0x2776 + n): n + 1 for n in range(10)},  # ❶ … ❿
}
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 9}


class MarkerMatch(NamedTuple):
    """A marker found in a text: its form, where it ends, and its ordinal (``None`` for dashes and bullets)."""

    form: Form
    start: int
    end: int
    ordinal: int | None


class _Forms:
    """The forms that may begin with the same character, as one pattern with a named group each."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = forms

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at first use: most reports need few of the forms."""
        parts = [f"(?P<f{n}>{form.pattern.replace('?P<n>', f'?P<n{n}>')})" for n, form in enumerate(self.forms)]
        return re.compile("|".join(parts))


def _characters(row: str) -> str:
    """``㈠-㈢`` → ``㈠㈡㈢``."""
    return re.sub("(.)-(.)", lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), row)


def _by_first(forms: Sequence[Form]) -> dict[str, _Forms]:
    """The forms that may begin with a character, in the order of the table."""
    at: dict[str, tuple[Form, ...]] = {}
    for form in forms:
        for character in _characters(form.first):
            at[character] = (*at.get(character, ()), form)
    alike = {found: _Forms(found) for found in at.values()}
    return {character: alike[found] for character, found in at.items()}


_BY_FIRST = _by_first(FORMS)
_DOUBTFUL_BY_FIRST = _by_first(DOUBTFUL)
_INLINE_FIRST = "".join(form.first for form in FORMS if form.inline)
#: An inline marker follows a stop, a colon or a comma, which keeps 第一要务 and 万一是 out, or a caption lost in the
#: text: 青禾日报记者 李禾/摄三是…. The match ends behind the first character of the marker.
_INLINE = re.compile(f"[。；：！？，;:!?,…．.摄](?:[{_INLINE_FIRST}]|[ \u3000”’）][{_INLINE_FIRST}])")
_CAPTION_ENDS = ("/摄", "／摄")


def number(text: str) -> int | None:
    """The value of an ordinal as written: ``十二`` → 12, ``３`` → 3, ``④`` → 4, ``其次`` → 2."""
    if text in _SEQUENCE:
        return _SEQUENCE[text]
    if text in _ENCLOSED:
        return _ENCLOSED[text]
    return ordinal(text)


def marker_at(text: str, position: int = 0) -> MarkerMatch | None:
    """The marker that ``text`` has at ``position``, in any form of the table; ``None`` when there is none.

    One of a doubtful form is a marker only where its run goes on, which the caller knows.
    """
    return _found(_BY_FIRST, text, position)


def doubtful_marker_at(text: str, position: int = 0) -> MarkerMatch | None:
    """What looks like a marker only to who knows the run it stands in: ``-、``, ``（-）``, ``一）``, ``2 总体要求``."""
    return _found(_DOUBTFUL_BY_FIRST, text, position)


def _found(table: Mapping[str, _Forms], text: str, position: int) -> MarkerMatch | None:
    candidates = table.get(text[position : position + 1])
    match = candidates.pattern.match(text, position) if candidates else None
    if candidates is None or match is None:
        return None
    name = match.lastgroup
    assert name is not None
    form = candidates.forms[int(name[1:])]
    ordinal = number(match["n" + name[1:]]) if "?P<n>" in form.pattern else form.value
    return MarkerMatch(form, position, match.end(), ordinal)


def inline_places(texts: Sequence[str]) -> list[list[Span]]:
    """For each text, where a marker may start an item: the place of the stop, and that of the first character."""
    places: list[list[Span]] = [[] for _ in texts]
    index = start = 0
    end = len(texts[0]) if texts else 0
    for match in _INLINE.finditer("\n".join(texts)):  # one search for all; no match crosses a line end
        stop = match.start()
        while stop > end:
            index += 1
            start = end + 1
            end = start + len(texts[index])
        places[index].append((stop - start, match.end() - 1 - start))
    return places


def inline_markers(text: str, start: int, places: Sequence[Span]) -> Iterator[MarkerMatch]:
    """The markers that may start an item in ``text[start:]``, in order; the caller says which form a run.

    ``places`` are those of :func:`inline_places`.
    """
    position = start
    found = marker_at(text, start)
    if found is not None and found.form.inline:
        yield found
        position = found.end - 1  # 第一，一是…: the end of a marker is a stop, too
    for stop, first in places:
        if stop < position or (text[stop] == "摄" and not text.endswith(_CAPTION_ENDS, position, stop + 1)):
            continue
        found = marker_at(text, first)
        if found is not None and found.form.inline:
            yield found
            position = found.end


def starts_node(line: str) -> bool:
    """Whether a line, stripped of blanks and emphasis marks, begins with an outline marker."""
    text = line.lstrip("* ")
    candidates = _BY_FIRST.get(text[:1])
    return candidates is not None and candidates.pattern.match(text) is not None
