"""The names of the XML: its namespace, and the attributes of each element with what they hold.

All are names of the model. What is no attribute is a child element or, where the model says ``text`` or ``heading``,
the content of the element.
"""

from __future__ import annotations

from typing import Literal

NAMESPACE = "urn:gongwen:report:1.0"

#: What an attribute holds; a ``span`` is two offsets with a blank between them.
Kind = Literal["text", "integer", "number", "boolean", "span"]
Attributes = dict[str, Kind]

META: Attributes = {
    "title": "text",
    "subtitle": "text",
    "document_type": "text",
    "meeting": "text",
    "date": "text",
    "review_year": "integer",
    "target_year": "integer",
    "salutation": "text",
    "issuer": "text",
    "issued": "text",
}
PLACE: Attributes = {
    "name": "text",
    "level": "text",
    "code": "text",
    "official_name": "text",
    "province": "text",
}
AUTHOR: Attributes = {"name": "text", "position": "text"}
SECTION: Attributes = {
    "id": "text",
    "kind": "text",
    "level": "integer",
    "run_in": "boolean",
    "span": "span",
    "access": "text",
}
MARKER: Attributes = {"family": "text", "ordinal": "integer", "span": "span"}
HEADING: Attributes = {"span": "span"}
PARAGRAPH: Attributes = {"id": "text", "role": "text", "span": "span", "access": "text"}
MARK: Attributes = {"kind": "text", "span": "span"}
CELL: Attributes = {"span": "span"}
TARGET: Attributes = {
    "id": "text",
    "section": "text",
    "paragraph": "text",
    "span": "span",
    "indicator": "text",
    "indicator_code": "text",
    "scope": "text",
    "scope_code": "text",
    "measure": "text",
    "direction": "text",
    "comparator": "text",
    "value": "number",
    "value_max": "number",
    "unit": "text",
    "value_decimal": "text",
    "value_max_decimal": "text",
    "value_base": "number",
    "value_max_base": "number",
    "unit_base": "text",
    "period": "text",
    "period_start": "text",
    "period_end": "text",
    "base_year": "integer",
    "reference": "text",
    "strength": "text",
    "redacted": "boolean",
    "access": "text",
    "stated_in": "text",
}
RESULT: Attributes = {
    "id": "text",
    "section": "text",
    "paragraph": "text",
    "span": "span",
    "indicator": "text",
    "indicator_code": "text",
    "scope": "text",
    "measure": "text",
    "comparator": "text",
    "value": "number",
    "value_max": "number",
    "unit": "text",
    "rate": "number",
    "period": "text",
    "redacted": "boolean",
    "access": "text",
}
PAID_SPAN: Attributes = {"span": "span", "opened_by": "text", "closed_by": "text"}
DIAGNOSTIC: Attributes = {"code": "text", "severity": "text", "span": "span", "section": "text", "message": "text"}
CORRECTION: Attributes = {
    "op": "text",
    "span": "span",
    "kind": "text",
    "level": "integer",
    "heading": "text",
    "role": "text",
    "field": "text",
    "value": "text",
    "status": "text",
    "reason": "text",
}
SOURCE: Attributes = {
    "name": "text",
    "sha256": "text",
    "size": "integer",
    "encoding": "text",
    "confidence": "number",
    "bom": "boolean",
    "newline": "text",
    "characters": "integer",
    "media_type": "text",
    "pages_basis": "text",
    "repair": "text",
}
PROJECTION: Attributes = {"reader": "text", "version": "text", "sha256": "text"}
OMITTED: Attributes = {"kind": "text", "count": "integer"}
EDITION: Attributes = {"kind": "text", "omitted_characters": "integer", "omitted_paragraphs": "integer"}
GENERATOR: Attributes = {"name": "text", "version": "text"}
