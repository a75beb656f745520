"""Whether a sentence tells of what was reached already."""

from __future__ import annotations

from converter.patterns import late
from converter.targets.where.clauses import Sentence
from converter.targets.where.headings import YEAR
from converter.targets.where.time_orientation import Passage
from converter.targets.where.time_signs import ACHIEVED, ANNOUNCES, GOALS, PAST, PAST_OPEN, PROMISED, STATES
from converter.targets.words.openers import is_order

# 2023年，… but no 2023年以来形成的, 2023年底前
_OPENING_YEAR = late(r"(?:预计|经初步核算，)?((?:19|20)\d\d)年(?:度)?(?:，|全[县市省区州]|实现|完成|我)")


def looks_back(sentence: Sentence, end: int, passage: Passage) -> bool:
    """Whether the sentence, which ends at ``end`` of the passage's text, tells of what was reached already."""
    if passage.turn and end <= passage.turn:
        return True
    text, target = sentence.text, passage.horizon.target
    place = sentence.start, sentence.end
    if passage.orientation == "plan":
        return PAST.search(text, *place) is not None or _opens_in_the_past(text, sentence.start, target)
    if PAST_OPEN.search(text, *place):
        return True
    years = [int(year) for year in YEAR.findall(text, *place)]
    if years and target is not None and max(years) < target:
        return True
    if PROMISED.search(text, *place) or GOALS.search(text, *place):
        return False
    if ACHIEVED.search(text, *place):
        return True
    if is_order(text, *place) or ANNOUNCES.search(text, *place):
        return False
    if STATES.search(text, *place):
        return True
    return not any(is_order(text, *clause) for clause in sentence.clauses())


def _opens_in_the_past(text: str, start: int, target: int | None) -> bool:
    """2023年，全县粮食产量达到20万吨: the sentence starts with a year before the one that is planned."""
    year = _OPENING_YEAR.match(text, start)
    return year is not None and target is not None and int(year[1]) < target
