"""The names of the XML: its namespace, and the attributes of each element.

All are names of the model. What is no attribute is a child element or, where the model says ``text`` or ``heading``,
the content of the element.
"""

from __future__ import annotations

NAMESPACE = "urn:gongwen:report:1.0"

#: The scalars of each element, in the order of the model; absent ones are left out.
META = (
    "title", "subtitle", "document_type", "meeting", "date", "review_year", "target_year", "salutation",
    "issuer", "issued",
)  # fmt: skip
PLACE = ("name", "level")
AUTHOR = ("name", "position")
PARAGRAPH = ("id", "role", "span", "access")
MARK = ("kind", "span")
SECTION = ("id", "kind", "level", "run_in", "span", "access")
MARKER = ("family", "ordinal", "span")
TARGET = (
    "id", "section", "paragraph", "span", "indicator", "indicator_code", "measure", "direction", "comparator",
    "value", "value_max", "unit", "value_decimal", "value_max_decimal", "value_base", "value_max_base", "unit_base",
    "period", "strength", "redacted", "access",
)  # fmt: skip
PAID_SPAN = ("span", "opened_by", "closed_by")
DIAGNOSTIC = ("code", "severity", "span", "section", "message")
SOURCE = ("name", "sha256", "size", "encoding", "confidence", "bom", "newline", "characters")
EDITION = ("kind", "omitted_characters", "omitted_paragraphs")
GENERATOR = ("name", "version")
