"""The parts of a Word package: which one is the document, and which ones belong to it."""

from __future__ import annotations

import posixpath

from lxml import etree

from converter.model.errors import ReaderError
from converter.readers.docx.names import RELATIONSHIPS, STRICT
from converter.readers.packages import Package, parse_xml

_DOCUMENT = "/officeDocument"
_USUAL = "word/document.xml"


class Parts:
    """The document of a package and the parts it refers to by kind: styles, numbering, notes, headers."""

    def __init__(self, data: bytes) -> None:
        self._package = Package(data)
        targets = self._related("")
        self.document_name = next((name for kind, name in targets if kind.endswith(_DOCUMENT)), _USUAL)
        document = self._xml(self.document_name)
        if document is None:
            self.document_name = _USUAL
            document = self._xml(_USUAL)
        if document is None:
            raise ReaderError("the package holds no Word document (word/document.xml); save the file again in Word")
        self.document = document
        self._targets = self._related(self.document_name)

    @property
    def names(self) -> list[str]:
        """The names of all parts of the package."""
        return self._package.names

    def is_template(self, mark: bytes) -> bool:
        """Whether the content types of the package hold ``mark``."""
        return mark in (self._package.read("[Content_Types].xml") or b"")

    def of_kind(self, kind: str) -> etree._Element | None:
        """The part that the document refers to as ``kind`` (``styles``, ``numbering`` …); ``None`` without one."""
        return next(iter(self.all_of_kind(kind)), None)

    def all_of_kind(self, kind: str) -> list[etree._Element]:
        """All parts that the document refers to as ``kind``, such as its headers."""
        found = (self._xml(name) for each, name in self._targets if each.rpartition("/")[2] == kind)
        return [part for part in found if part is not None]

    def _xml(self, name: str) -> etree._Element | None:
        data = self._package.read(name)
        if data is None:
            return None
        if b"purl.oclc.org" in data[:4096]:
            for strict, usual in STRICT.items():
                data = data.replace(strict, usual)
        return parse_xml(data, name)

    def _related(self, name: str) -> list[tuple[str, str]]:
        """Kind and name of each part of the package that the part ``name`` refers to; what lies outside is left out."""
        folder, _, base = name.rpartition("/")
        relations = self._package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if relations is None:
            return []
        found: list[tuple[str, str]] = []
        for relation in relations.iter(f"{{{RELATIONSHIPS}}}Relationship"):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                found.append((relation.get("Type", ""), posixpath.normpath(posixpath.join("/", folder, target))[1:]))
        return found
