"""Elements of one XML namespace, written as calls: ``make.p("text", eId="s1")``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from lxml import etree


class Maker:
    """Makes elements of ``namespace``: each attribute of it is a function from content and attributes to an element."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def __getattr__(self, name: str) -> Callable[..., etree._Element]:
        return partial(self.element, name)

    def element(self, tag: str, *content: etree._Element | str, **attributes: str) -> etree._Element:
        """``<tag attributes>content</tag>``; text goes where it stands among the elements."""
        made = etree.Element(f"{{{self.namespace}}}{tag}", attributes, {None: self.namespace})  # type: ignore[dict-item]
        for piece in content:
            if not isinstance(piece, str):
                made.append(piece)
            elif len(made):
                made[-1].tail = (made[-1].tail or "") + piece
            else:
                made.text = (made.text or "") + piece
        return made


def is_one_of(element: etree._Element | None, *names: str) -> bool:
    """Whether there is an element, and its local name is one of ``names``."""
    return element is not None and etree.QName(element).localname in names


def written(root: etree._Element, *inline: str) -> Iterable[bytes]:
    """The document, indented; what stands in elements with the local names ``inline`` is text, and stays as it is."""
    etree.indent(root)
    for element in root.iter(*(f"{{*}}{name}" for name in inline)):
        if not (element.text or "").strip():
            element.text = None
        for child in element:
            if not (child.tail or "").strip():
                child.tail = None
    return [etree.tostring(root, xml_declaration=True, encoding="UTF-8"), b"\n"]
