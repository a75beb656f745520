"""From the passages to their targets: what each quantity, relation and rank of a sentence commits to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from converter.model import Comparator, Span, Strength
from converter.targets.bound.periods import BASE_YEAR, base_year, periods
from converter.targets.bound.strength import strengths
from converter.targets.draft_target import DraftTarget
from converter.targets.drafting import Drafter, Other, is_second
from converter.targets.named.indicators import indicator_before, without_growth
from converter.targets.named.shared_numbers import names_of, paired, pairs_units, run_of, shared_bound, staged
from converter.targets.role.clause_roles import ClauseRole, clause_roles
from converter.targets.what.multiples import Multiple, find_multiples
from converter.targets.what.quantities import Quantity, find_quantities
from converter.targets.what.ranks import find_ranks
from converter.targets.what.ratios import find_ratios
from converter.targets.what.relations import Relation, find_relations
from converter.targets.where.clauses import Sentence, sentences
from converter.targets.where.joined_passages import JoinedPassages
from converter.targets.where.looking_back import looks_back
from converter.targets.where.prefilter import HINT
from converter.targets.where.time_orientation import Passage

# How many numbers a list with 分别 can have.
_LIST = 20


Skips = Callable[[Sentence, int, Passage], bool]


def sentence_targets(
    passages: Sequence[Passage], skips: Skips = looks_back
) -> Iterator[tuple[Passage, list[DraftTarget]]]:
    """The passages that state a target, in order, each with its targets sentence by sentence.

    Sentences that look back are skipped, or those of which ``skips`` says so, given their end in the passage.
    """
    joined = JoinedPassages(passages)
    covered = joined.covered
    quantities = list(find_quantities(covered))
    hints = [match.start() for match in HINT.finditer(covered)]
    places = [*(quantity.start for quantity in quantities), *hints]
    places.sort()
    found: dict[int, list[DraftTarget]] = {}
    reading = _Reading(joined, skips)
    first = hint = 0
    for sentence in sentences(covered, places):
        last, hinted, end = first, hint, sentence.end
        while last < len(quantities) and quantities[last].start < end:
            last += 1
        while hinted < len(hints) and hints[hinted] < end:
            hinted += 1
        line = joined.line(sentence.start)
        drafts = reading.sentence(line, sentence, quantities[first:last], hints[hint:hinted])
        if drafts:
            found.setdefault(line, []).extend(drafts)
        first, hint = last, hinted
    for line, drafts in found.items():
        yield passages[line], drafts


class _Reading:
    """The joined passages as they are read, sentence by sentence."""

    __slots__ = ("covered", "drafter", "joined", "read", "skips", "text")

    def __init__(self, joined: JoinedPassages, skips: Skips) -> None:
        self.joined = joined
        self.skips = skips
        self.text = joined.text
        self.read = joined.read
        self.drafter = Drafter(joined)
        self.covered = joined.covered

    def sentence(
        self, line: int, sentence: Sentence, quantities: Sequence[Quantity], hints: Sequence[int]
    ) -> list[DraftTarget]:
        """The targets of a sentence of ``line`` with these quantities; ``hints``: where others may stand."""
        passage = self.joined.passages[line]
        if quantities and self._looks_back(line, sentence):
            return []
        others = list(_without_numbers(sentence, hints)) if hints else []
        if others:
            if not quantities and self._looks_back(line, sentence):
                return []
            quantities = _outside(quantities, sorted(other.span for other in others))
        role = clause_roles(sentence, quantities)
        items: list[tuple[int, ClauseRole | Other]] = [(one.quantity.start, one) for one in role]
        if others:
            items += [(other.span[1] - 1, other) for other in others]
            items.sort(key=itemgetter(0))
        if not items:
            return []
        marks = [place for place, _ in items]
        due = periods(self.read, sentence.start, sentence.end, marks, passage.horizon)
        without = {place for place, item in items if _has_no_number(item)} if others else _NONE
        strong = strengths(sentence, marks, without)
        several = len(role) > 1 and any(one.coordinated for one in role)
        respective = self._respective(role) if several else {}
        bases = list(BASE_YEAR.finditer(self.read, sentence.start, sentence.end))
        found: list[DraftTarget] = []
        last: DraftTarget | None = None
        # 增长7%、力争9%: a word of strength that a second value has governs nothing else.
        spent: dict[int, Strength] = {}
        for index, (place, item) in enumerate(items):
            if isinstance(item, ClauseRole):
                following = items[index + 1][1] if index + 1 < len(items) else None
                drafts = self.drafter.quantity(
                    item, sentence, last, following if isinstance(following, ClauseRole) else None
                )
                if place in respective:
                    name, bound = respective[place]
                    for draft in drafts:
                        draft.indicator = name or draft.indicator
                        draft.comparator = bound
            else:
                drafts = self.drafter.other(item, sentence, last)
            strength, word = strong[index]
            if last is not None and isinstance(item, ClauseRole) and is_second(item) and word not in spent:
                spent[word] = last.strength
            elif word in spent:
                strength = spent[word]
            if isinstance(item, Multiple) and item.stretch:
                strength = "stretch"
            if isinstance(item, ClauseRole) and self.read is not self.text:
                self._write_units(item.quantity, drafts)
            for draft in drafts:
                draft.period = due[index]
                draft.strength = "binding" if "约束性" in (draft.indicator or "") else strength
                if bases:
                    draft.base_year = base_year(bases, sentence.clause(place)[0], place)
                draft.span = self.joined.span_in(line, draft.span)
                found.append(draft)
                last = draft
        return found

    def _write_units(self, quantity: Quantity, drafts: Sequence[DraftTarget]) -> None:
        """Units as the text writes them (萬畝), where characters were read as others."""
        unit, end = quantity.unit or "", quantity.end
        if unit and self.read.startswith(unit, end - len(unit)):
            for draft in drafts:
                draft.unit = self.text[end - len(unit) : end]

    def _looks_back(self, line: int, sentence: Sentence) -> bool:
        end = self.joined.span_in(line, (sentence.start, sentence.end))[1]
        return self.skips(sentence, end, self.joined.passages[line])

    def _respective(self, row: Sequence[ClauseRole]) -> dict[int, tuple[str | None, Comparator]]:
        """What lists share: the indicators that numbers are paired with, and the bound after the last of them."""
        found: dict[int, tuple[str | None, Comparator]] = {}
        for index, first in enumerate(row):
            told = any("分别" in link for link in first.links)
            if not told and not (index + 1 < len(row) and pairs_units(first, row[index + 1])):
                continue
            numbers = run_of(row[index : index + _LIST])
            names = staged(self.covered, first.left) if told else None
            if names is None or len(names) != len(numbers):
                if (named := indicator_before(self.covered, first.left)) is None:
                    continue
                named = without_growth(self.covered, named)
                names = [self.text[slice(*name)] for name in names_of(self.covered, named)]
            bound = shared_bound(numbers)
            for place, one in enumerate(numbers):
                name = paired(names, place, len(numbers))
                if told or name is not None:
                    found[one.quantity.start] = name, bound or one.quantity.comparator
        return found


_NONE: frozenset[int] = frozenset()


def _has_no_number(item: ClauseRole | Other) -> bool:
    """居民收入与经济增长同步, 实现正增长: what such a clause says ends with it."""
    return isinstance(item, Relation) or (isinstance(item, Multiple) and not item.value)


def _outside(quantities: Sequence[Quantity], taken: Sequence[Span]) -> list[Quantity]:
    """The quantities that stand in none of the spans ``taken``; both are in order."""
    kept: list[Quantity] = []
    index = 0
    for quantity in quantities:
        while index < len(taken) and taken[index][1] <= quantity.start:
            index += 1
        if index == len(taken) or quantity.start < taken[index][0]:
            kept.append(quantity)
    return kept


def _without_numbers(sentence: Sentence, hints: Sequence[int]) -> Iterator[Other]:
    done = -1
    for place in hints:
        yield from find_ratios(sentence, place)
        start, end = sentence.clause(place)
        if start <= done:
            continue
        done = start
        yield from find_relations(sentence.text, start, end)
        yield from find_ranks(sentence.text, start, end)
        yield from find_multiples(sentence.text, start, end)
