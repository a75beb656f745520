"""Results: what the parts that look back state as achieved, read as targets are (docs/conventions.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.patterns import late
from converter.targets.draft_target import DraftTarget
from converter.targets.sentence_targets import sentence_targets
from converter.targets.where.clauses import Sentence
from converter.targets.where.time_orientation import Passage
from converter.targets.where.time_signs import GOALS

# A sentence of the review that looks ahead: 今年要, 力争; but 确保了, 今年以来, 年初确定的目标.
_AHEAD = late(r"今年(?!以来|1|一季度|上半年)|明年|下一步|力争|确保(?!了)|努力实现|预期目标")
_RATES = frozenset({"%", "％"})
# 达到200亿元、 | 同比增长6.5%: the rate stands so near to its amount.
_NEAR = 8


def sentence_results(passages: Sequence[Passage]) -> Iterator[tuple[Passage, list[tuple[DraftTarget, Decimal | None]]]]:
    """The passages that state a result, in order, each with its results and the rates stated beside them."""
    for passage, drafts in sentence_targets(passages, skips=_looks_ahead):
        stated = [draft for draft in drafts if draft.measure != "relation"]
        if stated:
            yield passage, _with_rates(stated)


def _looks_ahead(sentence: Sentence, end: int, passage: Passage) -> bool:
    text = sentence.text
    return (
        _AHEAD.search(text, sentence.start, sentence.end) is not None
        or GOALS.search(text, sentence.start, sentence.end) is not None
    )


def _with_rates(drafts: Sequence[DraftTarget]) -> list[tuple[DraftTarget, Decimal | None]]:
    """Each result once, with its growth: 地区生产总值达到200亿元、增长6.5% is one."""
    found: list[tuple[DraftTarget, Decimal | None]] = []
    for draft in sorted(drafts, key=lambda one: one.span):
        if found and _belongs(draft, *found[-1]):
            amount, rate = found[-1][0], draft.value
            amount.span = amount.span[0], draft.span[1]
            found[-1] = amount, -rate if rate is not None and draft.measure == "decline" else rate
        else:
            found.append((draft, None))
    return found


def _belongs(draft: DraftTarget, amount: DraftTarget, rate: Decimal | None) -> bool:
    """Whether ``draft`` is the rate of the amount before it."""
    return (
        rate is None
        and draft.measure in ("growth", "decline")
        and draft.unit in _RATES
        and draft.value_max is None
        and amount.unit not in _RATES
        and draft.indicator == amount.indicator
        and draft.span[0] - amount.span[1] <= _NEAR
    )
