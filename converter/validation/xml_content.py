"""What an XSD cannot say about the XML of a report: texts are not empty, pieces of layout, milestones of paid parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from converter.formats.milestones import Milestone, milestones
from converter.formats.xml_names import NAMESPACE
from converter.model import Report
from converter.validation.finding import Row
from converter.validation.xml_places import Part

NO_TEXT = Row(
    "GW110",
    "error",
    "xml-no-text",
    "{name} has no text",
    "{name} 没有文字",
    "<heading span=…>工作回顾</heading>",
    "<heading span=…/>",
)
BAD_PIECE = Row(
    "GW111",
    "error",
    "xml-piece",
    "a piece of layout has either text or hex, the hex of UTF-8; this one has {found}",
    "版式片段须有 text 或 hex（UTF-8 的十六进制）之一，此处{found_zh}",
    '<piece at="0" text="&#10;"/>',
    '<piece at="0"/>; <piece at="0" hex="ff"/>',
)
MILESTONES = Row(
    "GW112",
    "error",
    "xml-milestones",
    "the milestones in {name} are {found}; by paid_spans they are {expected}",
    "{name} 中的付费界标为 {found}，按 paid_spans 应为 {expected}",
    'the paid part begins at <paid_begin n="1"/> and ends at <paid_end n="1"/>',
    '<paid_begin n="1"/> one character too early',
)
ROWS = (NO_TEXT, BAD_PIECE, MILESTONES)

_LEAVES = tuple(f"{{{NAMESPACE}}}{name}" for name in ("marker", "heading", "paragraph"))
_PIECE = f"{{{NAMESPACE}}}piece"
_MILESTONES = tuple(f"{{{NAMESPACE}}}{name}" for name in ("paid_begin", "paid_end"))


class ContentFault(NamedTuple):
    """A fault of the XML, where it is, and the values to name."""

    row: Row
    part: Part
    values: Mapping[str, object]


def content_faults(root: etree._Element) -> Iterator[ContentFault]:
    """Texts that are empty and pieces of layout that are none, in a document that the XSD accepts."""
    for element in _ours(root, *_LEAVES):
        if not element.text and not any(child.tail for child in element):
            yield ContentFault(NO_TEXT, Part(element), {"name": _local(element)})
    for element in _ours(root, _PIECE):
        text, code = element.get("text"), element.get("hex")
        if (text is None) == (code is None):
            both = text is not None
            values = {"found": "both" if both else "neither", "found_zh": "两者都有" if both else "两者都没有"}
            yield ContentFault(BAD_PIECE, Part(element), values)
        elif code is not None and not _is_utf8(code):
            values = {"found": f"the hex {code[:40]}", "found_zh": f"的 hex 为 {code[:40]}"}
            yield ContentFault(BAD_PIECE, Part(element, "hex"), values)


def milestone_faults(root: etree._Element, report: Report) -> Iterator[ContentFault]:
    """Milestones that do not say what ``paid_spans`` says; the rules on spans and paid parts must hold."""
    expected = {f"{start} {end}": marks for (start, end), marks in milestones(report).items()}
    holders = dict.fromkeys(mark.getparent() for mark in _ours(root, *_MILESTONES))
    if not expected and not holders:
        return
    for element in _ours(root, *_LEAVES):
        written = _written(element) if element in holders else []
        wanted = expected.get(" ".join(element.get("span", "").split()), [])
        if written != wanted:
            values = {"name": _local(element), "found": _listed(written), "expected": _listed(wanted)}
            yield ContentFault(MILESTONES, Part(element), values)


def _ours(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements of ``tags`` that the model knows: not those inside what a later version may have added."""
    added = tuple(child for child in root.iterchildren("*") if child.tag not in _PARTS)
    inside = {element for child in added for element in child.iter(*tags)} if added else set()
    return (element for element in root.iter(*tags) if element not in inside)


_PARTS = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        "meta", "front", "preamble", "sections", "closing", "back", "targets", "paid_spans", "diagnostics", "source",
        "edition", "generator",
    )
)  # fmt: skip


def _written(element: etree._Element) -> list[Milestone]:
    """The milestones in the text of ``element``, each before the character that follows it."""
    found: list[Milestone] = []
    passed = len(element.text or "")
    for child in element:
        if child.tag == _MILESTONES[0]:
            found.append(Milestone(passed, "paid_begin", int(child.get("n", "0"))))
        elif child.tag == _MILESTONES[1]:
            found.append(Milestone(passed, "paid_end", int(child.get("n", "0"))))
        passed += len(child.tail or "")
    return found


def _listed(marks: list[Milestone]) -> str:
    return ", ".join(f"{mark.kind} {mark.number} at {mark.position}" for mark in marks[:6]) or "none"


def _is_utf8(code: str) -> bool:
    try:
        bytes.fromhex(code).decode()
    except ValueError:
        return False
    return True


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
