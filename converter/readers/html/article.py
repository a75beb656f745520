"""The article of a page: the element that holds nearly all of its prose, and the title that stands above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from converter.patterns import late
from converter.readers.html.elements import SILENT, text_in
from converter.readers.html.looks import HEADINGS, is_hidden
from converter.readers.html.selectors import is_article

#: The article holds this share of the prose of its page …
_NEARLY_ALL = 0.85
#: … or this one, where the table of selectors knows the element.
_MOST = 0.6
#: Running text has clauses; menus, buttons and lists of links have none.
_CLAUSES = late("[，。；！？]|[,.;!?] ")
_BLANKS = late(r"\s+")
#: ``青禾县政府工作报告_青禾县人民政府``: what stands behind is the name of the site.
_SITE = late(r"\s*[_|｜]|\s+[-–—]+\s*|[-–—]{1,2}(?=[^-–—]{2,20}$)")
_SHORTEST_TITLE = 4
_LONGEST_TITLE = 120
_MOST_IN_TITLE = 40  #: elements
_TITLE_FIELDS = ("articletitle", "og:title")


@dataclass(slots=True)
class Article:
    """``root`` holds the text; ``title`` is the element above it that holds the title, where it stands outside."""

    root: etree._Element
    title: etree._Element | None
    prose: int


def find_article(page: etree._Element) -> Article | None:
    """The article of ``page``; ``None`` where the page has no running text."""
    prose = _prose(page)
    total = prose.get(page, 0)
    if not total:
        return None
    root = _innermost(page, prose, total * _NEARLY_ALL)
    for share in (_NEARLY_ALL, _MOST):
        known = [element for element in prose if prose[element] >= total * share and _is_known(element)]
        if known:
            root = known[-1]  # in the order of the page, so the innermost
            break
    return Article(root, _title_above(page, root), total)


def _is_known(element: etree._Element) -> bool:
    return is_article(element.get("id"), element.get("class"))


def _prose(page: etree._Element) -> dict[etree._Element, int]:
    """How many characters of running text each element holds, links aside."""
    found: dict[etree._Element, int] = {}
    order: list[etree._Element] = []
    stack = [page]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in SILENT or element.tag == "a" or is_hidden(element):
            continue
        order.append(element)
        stack += element
    for element in order:
        found[element] = _length(element.text) + sum(_length(child.tail) for child in element)
    for element in reversed(order):
        parent = element.getparent()
        if parent is not None and parent in found:
            found[parent] += found[element]
    return found


def _length(text: str | None) -> int:
    return len(_BLANKS.sub("", text)) if text and _CLAUSES.search(text) else 0


def _innermost(page: etree._Element, prose: dict[etree._Element, int], enough: float) -> etree._Element:
    element = page
    while True:
        inner = next((child for child in element if prose.get(child, 0) >= enough), None)
        if inner is None or inner.tag in ("p", "span", "font"):
            return element
        element = inner


def _title_above(page: etree._Element, root: etree._Element) -> etree._Element | None:
    """The last element before the article that holds what the page says its title is, else its last heading."""
    stated = _stated_titles(page)
    opening = _folded(text_in(root, 2000))[:400]
    if any(title in opening for title in stated):
        return None
    around = set(root.iterancestors())
    heading: etree._Element | None = None
    named: etree._Element | None = None
    for element in page.iter():
        if element is root:
            break
        if not isinstance(element.tag, str) or element in around or element.tag in SILENT or is_hidden(element):
            continue
        if element.tag in HEADINGS or element.tag in ("div", "p", "td", "span", "strong", "b", "font"):
            text = _folded(text_in(element, _LONGEST_TITLE * 4)) if not _holds_many(element) else ""
            if text in stated and next(element.iterancestors("head", "a"), None) is None:
                named = element
            elif (
                element.tag in ("h1", "h2") and _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and not _is_link(element)
            ):
                heading = element
    return named if named is not None else heading


def _holds_many(element: etree._Element) -> bool:
    """Whether an element holds more elements than a title does."""
    return any(count >= _MOST_IN_TITLE for count, _ in enumerate(element.iter()))


def _is_link(element: etree._Element) -> bool:
    return element.find(".//a") is not None or next(element.iterancestors("a", "nav", "footer"), None) is not None


def _stated_titles(page: etree._Element) -> set[str]:
    """What ``<title>`` and the fields of the head say, with and without the name of the site."""
    texts = [text_in(title, 1000) for title in page.iter("title")]
    for meta in page.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in _TITLE_FIELDS:
            texts.append(meta.get("content") or "")
    found: set[str] = set()
    for text in texts[:20]:
        found |= {_folded(text), _folded(re.split(_SITE.pattern, text.strip(), maxsplit=1)[0])}
    return {text for text in found if _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE}


def _folded(text: str) -> str:
    return _BLANKS.sub("", text)
