"""Lines that a web page prints around a report: tool bars, publication lines, page titles, links.

They are told by what they look like (:mod:`converter.language.web_furniture`) and by where they stand. The printed
front is found by what a report's front is: title, occasion, author, salutation. What stands before or between and
looks like furniture is furniture; what does not is text, but for short lines above the furniture above the printed
title, which head the page. Nothing that ends like a sentence is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from converter.language import web_furniture
from converter.language.dates import find_date
from converter.language.line_kinds import LineKind, is_marked, line_kind
from converter.language.markers import marker_at
from converter.language.normal_form import compact
from converter.language.stops import COLONS, COMMAS, FINAL_STOPS
from converter.language.web_furniture import FurnitureKind, furniture_kind
from converter.layout.lines import Line, has_clauses

#: How many lines at either end may hold furniture.
_LONGEST_FRONT, _LONGEST_BACK = 90, 160
#: How far behind a sentence the salutation may stand that shows it to be a news lead.
_LEAD_LINES = 8
#: A line with clauses and so many characters is running text.
_PROSE = 25
_LONGEST_LABEL = 12
#: The longest value of a label, name of a link, or title of a page.
_LONGEST_VALUE, _LONGEST_LINK, _LONGEST_HEAD = 40, 60, 70
#: So many links may stand below the line that announces them.
_LINKS = 120
#: What the front of a report is made of.
_PRINTED: frozenset[LineKind | None] = frozenset(
    {"salutation", "addressee", "title", "occasion", "author", "position", "number"}
)
_CHINESE = re.compile("[一-鿿]")
_LONE_QUOTES = frozenset("\"'“”")
#: Furniture below which short lines are links or belong to the site.
_LIST_HEADS: frozenset[FurnitureKind] = frozenset({"related", "neighbour", "copyright", "crumbs", "attachment", "code"})


def web_lines(lines: list[Line], text: str) -> set[int]:
    """The indices of the ``lines`` of ``text`` that are furniture of a web page."""
    found: set[int] = set()
    if web_furniture.may_stand_anywhere(text):
        found = {
            index
            for index, line in enumerate(lines)
            if web_furniture.may_stand_anywhere(line.text) and furniture_kind(line.text) in web_furniture.ANYWHERE
        }
    for edge in (0, len(lines) - 1):  # what is left of the quotes around a field of a table
        if lines and lines[edge].text in _LONE_QUOTES:
            found.add(edge)
    end = _end_of_front(lines)
    found |= _front([line.text for line in lines[:end]])
    return found | _back([line.text for line in lines], end)


def _end_of_front(lines: list[Line]) -> int:
    """How many lines stand before the text: before the salutation, the first marked line or the first sentence."""
    for index, line in enumerate(lines[:_LONGEST_FRONT]):
        kind = line_kind(line.text)
        if kind in ("salutation", "addressee"):
            return index
        if kind in _PRINTED or furniture_kind(line.text) is not None:
            continue
        if is_marked(line.text) or (_is_prose(line.text) and not _salutation_follows(lines, index)):
            return index
    return min(len(lines), _LONGEST_FRONT)


def _is_prose(text: str) -> bool:
    """Whether a line is running text; a short one with a colon is a label."""
    if text[-1] in COLONS and len(text) <= _LONGEST_LABEL:
        return False
    return text[-1] in FINAL_STOPS or (len(text) >= _PROSE and has_clauses(text))


def _salutation_follows(lines: list[Line], index: int) -> bool:
    """Whether the sentence is a news lead: the salutation comes a few lines below, and no marked line before it."""
    for line in lines[index + 1 : index + 1 + _LEAD_LINES]:
        if line_kind(line.text) == "salutation":
            return True
        if is_marked(line.text):
            return False
    return False


def _front(texts: list[str]) -> set[int]:
    """The furniture among the lines before the text."""
    found = _supported(_looking_like_furniture(texts))
    found |= _bare_days(texts, found)
    if found:
        found |= _above_the_printed_front(texts, found)
    return found | _repeated_titles(texts, found)


def _looking_like_furniture(texts: list[str]) -> dict[int, bool]:
    """The lines that look like furniture → whether beyond doubt; values of labels and parts of a path with them."""
    found: dict[int, bool] = {}
    titles = [index for index, text in enumerate(texts) if line_kind(text) == "title" and furniture_kind(text) is None]
    for index, text in enumerate(texts):
        kind = furniture_kind(text)
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if kind is not None and not _holds_the_only_title(text, titles):
            if line_kind(text.lstrip("#")) not in _PRINTED:
                found[index] = kind not in web_furniture.WEAK and not web_furniture.is_bare_day(text)
            if kind == "crumbs" and len(text) <= 3:  # > alone: its neighbours are the path
                found |= dict.fromkeys(_parts_of_a_path(texts, index, titles), True)
        elif index < (titles or [0])[-1] and web_furniture.is_page_title(text):
            found[index] = True
        elif web_furniture.is_page_author(text) or web_furniture.is_site_name(text) or web_furniture.is_bare_day(text):
            found[index] = False
        if web_furniture.opens_label(text) and index not in titles:
            found[index] = ":" in compact(text) or index in found
            if following and _is_value(following) and (index + 1 not in titles or index + 1 != titles[-1]):
                found[index + 1] = found[index]
    return found


def _holds_the_only_title(text: str, titles: list[int]) -> bool:
    """`标题：政府工作报告` on a page that prints its title nowhere else."""
    return not titles and line_kind(compact(text).partition(":")[2]) == "title"


def _is_value(text: str) -> bool:
    kind = line_kind(text)
    return len(text) <= _LONGEST_VALUE and text[-1] not in FINAL_STOPS and kind not in _PRINTED


def _parts_of_a_path(texts: list[str], index: int, titles: list[int]) -> Iterator[int]:
    for at in (index - 1, index + 1):
        if 0 <= at < len(texts) and _is_head(texts[at]) and titles[-1:] != [at]:
            yield at


def _supported(found: dict[int, bool]) -> set[int]:
    """Those of ``found`` that are furniture: certain ones, and doubtful ones beside another or near a certain one."""
    certain = {index for index, sure in found.items() if sure}
    taken = set(certain)
    for index in found:
        beside = (index - 1 in found) or (index + 1 in found)
        near = any(at in certain for at in range(index - 3, index + 4))
        if beside or near:
            taken.add(index)
    return taken


def _bare_days(texts: list[str], found: set[int]) -> set[int]:
    """Days as programs write them, and other days beside furniture, where the occasion gives the day of the report."""
    given = any(line_kind(text) == "occasion" and find_date(text) for text in texts)
    return {
        index
        for index, text in enumerate(texts)
        if given
        and line_kind(text) == "date"
        and text[0] not in "（("
        and (web_furniture.is_bare_day(text) or {index - 1, index + 1} & found)
    }


def _is_head(text: str) -> bool:
    """Whether a line may head a page: short, and no sentence."""
    return len(text) <= _LONGEST_HEAD and text[-1] not in FINAL_STOPS


def _above_the_printed_front(texts: list[str], found: set[int]) -> set[int]:
    """The short lines above the furniture that stands above the printed title: the head of the page.

    They stay where they give an occasion or an author that the lines below do not.
    """
    printed = [index for index, text in enumerate(texts) if index not in found and line_kind(text) == "title"]
    if not printed:
        return set()
    start = printed[-1]
    while start and start - 1 not in found:
        start -= 1
    above = [index for index in range(start) if index not in found]
    said = {line_kind(texts[index]) for index in above} & {"occasion", "author"}
    if not said <= {line_kind(text) for index, text in enumerate(texts) if index >= start}:
        return set()
    return {index for index in above if _is_head(texts[index])}


def _repeated_titles(texts: list[str], found: set[int]) -> set[int]:
    """Titles of the page right above the printed one, in the same words: `2025年青禾县政府工作报告` `政府工作报告`."""
    rows = [index for index in range(len(texts)) if index not in found]
    taken: set[int] = set()
    for index, following in pairwise(rows):
        if line_kind(texts[index]) == line_kind(texts[following]) == "title":
            first, second = compact(texts[index]), compact(texts[following])
            if first in second or second in first:
                taken.add(index)
    return taken


def _back(texts: list[str], start: int) -> set[int]:
    """The furniture behind the text, from the end up to the last line that is none; links below their heads."""
    found: dict[int, bool] = {}
    pending: list[int] = []
    taken: set[int] = set()
    for index in range(len(texts) - 1, max(start, len(texts) - _LONGEST_BACK) - 1, -1):
        text = texts[index]
        kind = furniture_kind(text)
        if kind is not None and line_kind(text) not in _PRINTED:
            found[index] = kind not in web_furniture.WEAK or kind in ("end", "attachment")
            if kind in _LIST_HEADS:
                taken.update(at for at in pending if _CHINESE.search(texts[at]))  # the numbers of a table are no links
                pending = []
            elif _waits_for(text, pending, index):
                taken.update(pending)
                pending = []
        elif _waits_for(text, pending, index):
            found[index] = True
            taken.update(pending)
            pending = []
        elif compact(text).rstrip(":") == "附件" and found.get(index + 1) and not pending:
            found[index] = True  # above the names of files
        elif _is_link(text) and len(pending) < _LINKS:
            pending.append(index)
        else:
            break
    return _supported(found | dict.fromkeys(taken, True))


def _waits_for(text: str, pending: list[int], index: int) -> bool:
    """Whether the line ``index`` is a label, and its value the one line below it that is not accounted for."""
    return pending == [index + 1] and web_furniture.opens_label(text)


def _is_link(text: str) -> bool:
    """Whether a line may be one of a list of links: short, no sentence, with a bullet or a figure at most."""
    marker = marker_at(text)
    counted = marker is None or marker.form.family in ("bullet", "dash", "arabic")
    return len(text) <= _LONGEST_LINK and text[-1] not in FINAL_STOPS + COMMAS and counted
