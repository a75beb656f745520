"""Report ⇄ JSON and XML, the published schemas, and further formats; each is loaded when it is first used."""

from typing import TYPE_CHECKING

from converter.formats.schema import schema
from converter.model.errors import FormatError
from converter.rooms import opened_late

if TYPE_CHECKING:
    from converter.formats.json_format import from_json, to_json
    from converter.formats.xml_reader import from_xml
    from converter.formats.xml_writer import to_xml

__all__ = ["FormatError", "from_json", "from_xml", "schema", "to_json", "to_xml"]

_HOMES = {
    "from_json": "converter.formats.json_format",
    "to_json": "converter.formats.json_format",
    "from_xml": "converter.formats.xml_reader",
    "to_xml": "converter.formats.xml_writer",
}

if not TYPE_CHECKING:
    __getattr__ = opened_late(__name__, _HOMES)
