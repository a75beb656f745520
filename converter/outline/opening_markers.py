"""The marker that opens each block of the body, where one does (docs/conventions.md §2).

A marker that stands behind Markdown's ``#`` or list dash is the one that opens; a doubtful form is a marker only where
its run goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.language.marker_forms import Form
from converter.language.markers import MarkerMatch, doubtful_marker_at, marker_at
from converter.language.ranks import Rank
from converter.language.sentences import skip_blanks
from converter.outline.markdown import with_ranks

_Matches = list[MarkerMatch | None]

#: What Markdown begins the entry of a list with, before a blank: `- 1.办好教育`.
_LIST_SIGNS = frozenset("-*+")
#: The series of the decimals 2.1 and 2.1.1, and of the bare number they stand below.
_DECIMALS = ("1.1", "1.1.1")
_BARE = "1"
_ARTICLE = "条"
#: Two bullets of a list stand at most so many paragraphs apart.
_CLOSE = 4


def opening_markers(texts: Sequence[str]) -> _Matches:
    """The marker that opens each text, ``None`` where there is none."""
    found = [_behind_list_sign(text, marker_at(text)) for text in texts]
    if any(match is not None and match.form.family == "markdown" for match in found):
        found = with_ranks(texts, found)
    doubtful = {
        index: match for index, text in enumerate(texts) if (match := _doubtful(text, found[index])) is not None
    }
    if doubtful:
        _confirm(texts, found, doubtful)
    return found


def _behind_list_sign(text: str, match: MarkerMatch | None) -> MarkerMatch | None:
    """``- 1.办好教育`` is opened by ``1.``."""
    if match is None or match.end > 1 or text[0] not in _LIST_SIGNS:
        return match
    start = skip_blanks(text, match.end, len(text))
    inner = marker_at(text, start) if start > match.end else None
    return inner if inner is not None and inner.ordinal is not None else match


def _doubtful(text: str, match: MarkerMatch | None) -> MarkerMatch | None:
    if match is not None and match.form.doubtful:
        return match
    return doubtful_marker_at(text) if match is None or match.form.family == "dash" else None


def _confirm(texts: Sequence[str], found: _Matches, doubtful: dict[int, MarkerMatch]) -> None:
    """Put those of ``doubtful`` into ``found`` whose run goes on, and take out those whose run does not."""
    for index, match in doubtful.items():
        if found[index] is match:
            found[index] = None
    runs: dict[str, list[tuple[int, MarkerMatch]]] = {}
    for index in range(len(texts)):
        candidate = doubtful.get(index) or found[index]
        if candidate is not None and candidate.form.family != "markdown":
            runs.setdefault(_run(texts[index], candidate), []).append((index, candidate))
    kept = {index for run in runs.values() for a, b in pairwise(run) if _goes_on(a, b) for index in (a[0], b[0])}
    for index, match in doubtful.items():
        series = match.form.series
        if series == _BARE:
            confirmed = any(_number_above(texts[i], m) == match.ordinal for i, m in _next_decimal(doubtful, index))
        else:
            confirmed = index in kept or (series in _DECIMALS and _is_first_below(texts, found, doubtful, index))
        if confirmed:
            found[index] = match if series in (*_DECIMALS, _ARTICLE) else _as_usual(match)
    _lower_articles(found)


def _run(text: str, match: MarkerMatch) -> str:
    """The run a marker counts in: decimals count below each number anew."""
    form = match.form
    if form.family in ("bullet", "dash"):
        return text[match.start]
    if form.series in _DECIMALS:
        return text[match.start : match.end].rstrip(".．、").rpartition(".")[0].replace("．", ".") + "."
    return "arabic" if form.series == _BARE else form.series


def _goes_on(one: tuple[int, MarkerMatch], other: tuple[int, MarkerMatch]) -> bool:
    """Whether two neighbours of a run count on; bullets, which do not count, stand close to each other."""
    if one[1].ordinal is None:
        return other[0] - one[0] <= _CLOSE
    return _follows(one[1], other[1])


def _follows(before: MarkerMatch, after: MarkerMatch) -> bool:
    return before.ordinal is not None and after.ordinal == before.ordinal + 1


def _next_decimal(doubtful: dict[int, MarkerMatch], index: int) -> list[tuple[int, MarkerMatch]]:
    """The next decimal behind the bare number at ``index``, if no other bare number stands between."""
    for later, match in doubtful.items():
        if later > index:
            return [(later, match)] if match.form.series == _DECIMALS[0] and match.ordinal == 1 else []
    return []


def _number_above(text: str, match: MarkerMatch) -> int | None:
    """``2`` of ``2.1``."""
    above = _run(text, match).rstrip(".").rpartition(".")[2]
    return int(above) if above.isdecimal() else None


def _is_first_below(texts: Sequence[str], found: _Matches, doubtful: dict[int, MarkerMatch], index: int) -> bool:
    """Whether the decimal at ``index`` counts one below the number before it: ``2.总体要求`` ``2.1 指导思想``."""
    match = doubtful[index]
    if match.ordinal != 1:
        return False
    for before in range(index - 1, -1, -1):
        above = found[before] or doubtful.get(before)
        if above is not None and above.form.family == "arabic":
            return above.ordinal == _number_above(texts[index], match) and above.form.series != match.form.series
    return False


def _as_usual(match: MarkerMatch) -> MarkerMatch:
    """The match in the run it goes on in: a number alone counts with ``1.``."""
    return match._replace(form=replace(match.form, series="arabic")) if match.form.series == _BARE else match


def _lower_articles(found: _Matches) -> None:
    """Articles that go on counting across 一、 二、 stand below these."""
    article: MarkerMatch | None = None
    crossed = below = False
    for match in found:
        if match is None:
            continue
        if match.form.series == _ARTICLE:
            below = below or (crossed and article is not None and _follows(article, match))
            article, crossed = match, False
        elif match.form.family == "cjk":
            crossed = True
    if below:
        for index, match in enumerate(found):
            if match is not None and match.form.series == _ARTICLE:
                found[index] = match._replace(form=_lowered(match.form))


def _lowered(form: Form) -> Form:
    return replace(form, rank=Rank.CJK + Rank.BELOW)
