"""Where the parts of an XML document stand, as XPath and as line and column; for documents with findings only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from converter.formats.xml_names import NAMESPACE
from converter.validation.finding import Position
from converter.validation.json_places import Path

#: A comment, a CDATA section, a processing instruction or a tag; group ``open`` is what a start tag holds.
TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</[^>]*+>|<(?P<open>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')++)>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]++)\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')")

#: Lists of the model → the elements that stand for their entries.
_ENTRIES = {
    "front": "paragraph",
    "preamble": "paragraph",
    "closing": "paragraph",
    "back": "paragraph",
    "body": "paragraph",
    "interludes": "paragraph",
    "tail": "paragraph",
    "sections": "section",
    "subsections": "section",
    "marks": "mark",
    "targets": "target",
    "results": "result",
    "corrections": "correction",
    "generated": "stretch",
    "omitted": "things",
    "pages": "page",
    "cells": "row",
    "paid_spans": "paid_span",
    "diagnostics": "diagnostic",
    "layout": "piece",
    "undecodable": "bytes",
    "variants": "bytes",
}
#: Lists whose entries stand in another element than one of their own name; ``""`` is the element itself.
_HOLDERS = {"interludes": "subsections", "marks": "", "cells": ""}
#: Objects of the model that are elements.
_OBJECTS = frozenset(("meta", "place", "author", "marker", "heading", "source", "projection", "edition", "generator"))


class Part(NamedTuple):
    """An element, or one of its attributes."""

    element: etree._Element
    attribute: str | None = None


class XmlPlaces:
    """Finds the parts of one well-formed document; each question about all its parts costs one pass."""

    def __init__(self, root: etree._Element, text: str) -> None:
        self._root = root
        self._text = text
        self._children: dict[etree._Element, list[etree._Element]] = {}
        self._numbers: dict[etree._Element, dict[etree._Element, str]] = {}
        self._listed: dict[tuple[etree._Element, str], list[etree._Element]] = {}

    def of_path(self, path: Path) -> Part:
        """The part that the XML has for a path of the model; the nearest one above when it has none."""
        element = self._root
        holder = ""
        for step in path:
            if isinstance(step, int):
                entries = self._entries(element, holder)
                if step >= len(entries):
                    return Part(element)
                element = entries[step]
            elif step in _ENTRIES:
                holder = step
                found = self._child(element, _HOLDERS.get(step, step)) if _HOLDERS.get(step, step) else element
                if found is None:
                    return Part(element)
                element = found
            elif step in _OBJECTS or step == "heading_span":
                found = self._child(element, step.removesuffix("_span"))
                if found is None:
                    return Part(element)
                if step == "heading_span":
                    return Part(found, "span")
                element = found
            else:
                return Part(element, step if step in element.attrib else None)
        return Part(element)

    def of_number(self, number: int) -> etree._Element:
        """The element that is the ``number``-th of the document in reading order."""
        return self._elements[number]

    def children(self, element: etree._Element) -> list[etree._Element]:
        """The child elements of ``element``."""
        if element not in self._children:
            self._children[element] = list(element.iterchildren("*"))
        return self._children[element]

    def xpath(self, part: Part) -> str:
        """The XPath of ``part``; names without a prefix are in the namespace of reports."""
        steps = [] if part.attribute is None else [f"@{part.attribute}"]
        element: etree._Element | None = part.element
        while element is not None:
            parent = element.getparent()
            steps.append(self._step(element, parent))
            element = parent
        return "/" + "/".join(reversed(steps))

    def positions(self, parts: Iterable[Part]) -> dict[Part, Position]:
        """Where ``parts`` begin: an element at its ``<``, an attribute at its name."""
        wanted: dict[int, list[Part]] = {}
        for part in parts:
            wanted.setdefault(self._order[part.element], []).append(part)
        found: dict[Part, Position] = {}
        number, line, line_start, passed = -1, 1, 0, 0
        for match in TAG.finditer(self._text):
            if match["open"] is None:
                continue
            number += 1
            for offset, part in sorted((_offset(match, part), part) for part in wanted.get(number, ())):
                line += self._text.count("\n", passed, offset)
                line_start = max(line_start, self._text.rfind("\n", passed, offset) + 1)
                passed = offset
                found[part] = Position(line, offset - line_start + 1)
        return found

    @cached_property
    def _elements(self) -> list[etree._Element]:
        return list(self._root.iter("*"))

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self._elements)}

    def _entries(self, element: etree._Element, holder: str) -> list[etree._Element]:
        """The entries in ``element`` of the list called ``holder``."""
        if (element, holder) not in self._listed:
            tag = _tag(_ENTRIES.get(holder, holder))
            self._listed[element, holder] = [child for child in self.children(element) if child.tag == tag]
        return self._listed[element, holder]

    def _child(self, element: etree._Element, name: str) -> etree._Element | None:
        return next((child for child in self.children(element) if child.tag == _tag(name)), None)

    def _step(self, element: etree._Element, parent: etree._Element | None) -> str:
        """The name of ``element`` and, where its parent has several of that name, its number."""
        if parent is None:
            return _local(element)
        if parent not in self._numbers:
            by_tag: dict[str, list[etree._Element]] = {}
            for child in self.children(parent):
                by_tag.setdefault(str(child.tag), []).append(child)
            self._numbers[parent] = {
                child: f"{_local(child)}[{number}]" if len(same) > 1 or _local(child) in _REPEATED else _local(child)
                for same in by_tag.values()
                for number, child in enumerate(same, 1)
            }
        return self._numbers[parent][element]


_REPEATED = frozenset(_ENTRIES.values())


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _local(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace == NAMESPACE else f"*[local-name()='{name.localname}']"


def _offset(tag: re.Match[str], part: Part) -> int:
    if part.attribute is not None:
        for match in _ATTRIBUTE.finditer(tag["open"]):
            if match[1] == part.attribute:
                return tag.start("open") + match.start()
    return tag.start()
