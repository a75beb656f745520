"""The XML of an OFD package: elements by their local names (makers differ in namespaces), parts by relative paths."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from converter.readers.packages import Package


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    if element is not None:
        for child in element:
            if local(child) == name:
                yield child


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element on the path ``names`` below ``element``."""
    for name in names:
        element = next(children(element, name), None)
    return element


def text_of(element: etree._Element | None) -> str:
    """The text of an element, blanks around it aside."""
    return (element.text or "").strip() if element is not None else ""


def numbers(text: str | None) -> list[float]:
    """The numbers in an attribute, as far as they are numbers: ``10 20.5 190 12``."""
    found: list[float] = []
    for word in (text or "").split():
        try:
            found.append(float(word))
        except ValueError:
            break
    return found


class Parts:
    """The parts of the package. A path is relative to the part that names it, or begins with ``/``."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_lower = {name.lower(): name for name in package.names}

    def find(self, path: str, named_in: str) -> str | None:
        """The name of the part; ``None`` when there is none. Case is ignored, as Windows programs do."""
        if not path:
            return None
        folder = "" if path.startswith("/") else posixpath.dirname(named_in)
        name = posixpath.normpath(posixpath.join("/", folder, path.lstrip("/").replace("\\", "/"))).lstrip("/")
        return self._by_lower.get(name.lower())

    def xml(self, path: str, named_in: str) -> tuple[etree._Element, str] | None:
        """The root of the part and its name."""
        name = self.find(path, named_in)
        root = self._package.xml(name) if name else None
        return (root, name) if root is not None and name is not None else None
