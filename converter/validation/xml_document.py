"""A report in XML, as the validator sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from converter.formats.xml_reader import read_element
from converter.validation import schema_xml
from converter.validation.finding import Position, Raised
from converter.validation.rules.raising import rule_faults
from converter.validation.rules.view import View
from converter.validation.versions import is_other_major, other_version
from converter.validation.xml_content import content_faults, milestone_faults
from converter.validation.xml_places import Part, XmlPlaces
from converter.validation.xml_reading import read_xml, refuse_before_parsing, utf8

#: Milestones are compared with ``paid_spans`` when spans, layout and paid spans are in order.
_UNSOUND = ("GW3", "GW5")


class XmlDocument:
    """An XML document that was read; ``where`` of its faults is a :class:`Part` or a path of the model."""

    def __init__(self, data: bytes) -> None:
        """Raises :class:`Refusal` when ``data`` is no XML, or no report."""
        self._document = utf8(data)
        refuse_before_parsing(self._document)
        conforming = schema_xml.read_conforming(self._document)
        self._conforms = conforming is not None
        self._root = read_xml(self._document) if conforming is None else conforming

    def raised(self, source: bytes | None) -> Iterator[Raised]:
        """The faults of the document; raises :class:`Refusal` for another version."""
        root = self._root
        if not self._conforms:
            version = root.get("schema_version")
            if is_other_major(version):
                part = Part(root, "schema_version")
                raise other_version(version, self._places.positions([part]).get(part), self._places.xpath(part))
            for fault in schema_xml.xsd_faults(self._text):
                element = self._places.of_number(fault.element)
                attribute = fault.attribute if fault.attribute and fault.attribute in element.attrib else None
                yield Raised(fault.row, fault.values, Part(element, attribute))
            return
        sound = True
        for content in content_faults(root):
            sound = False
            yield Raised(content.row, content.values, content.part)
        if not sound:
            return
        report = read_element(root)
        for raised in rule_faults(View(report), source):
            sound = sound and not raised.row.code.startswith(_UNSOUND)
            yield raised
        if sound:
            for content in milestone_faults(root, report):
                yield Raised(content.row, content.values, content.part)

    def places(self, faults: Sequence[Raised]) -> list[tuple[str, Position | None]]:
        """XPath and position of each of ``faults``; one pass over the text."""
        parts = [f.where if isinstance(f.where, Part) else self._places.of_path(f.where) for f in faults]
        found = self._places.positions(parts)
        return [(self._places.xpath(part), found.get(part)) for part in parts]

    @cached_property
    def _places(self) -> XmlPlaces:
        return XmlPlaces(self._root, self._text)

    @cached_property
    def _text(self) -> str:
        return self._document.decode()
