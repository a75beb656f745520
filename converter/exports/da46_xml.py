"""The metadata of DA/T 46 as XML with the Chinese names of the standard, element in element."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from converter.exports.da46 import FILLED, values
from converter.model import Report


def xml_pieces(report: Report) -> Iterable[bytes]:
    """``<文件>`` with its elements; those of a group stand in it, and what is to be filled says so."""
    record = etree.Element("文件", 标准="DA/T 46—2009")
    for element, value, state in values(report):
        parent = record
        if element.group != element.name:
            parent = (
                record[-1]
                if len(record) and record[-1].tag == element.group
                else etree.SubElement(record, element.group)
            )
        field = etree.SubElement(parent, element.name, 编号=element.code)
        if state == FILLED:
            field.text = value
        else:
            field.set("著录状态", state)
    etree.indent(record)
    return [etree.tostring(record, xml_declaration=True, encoding="UTF-8"), b"\n"]
