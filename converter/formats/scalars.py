"""The kinds of strings and numbers in a report: what each may be, as a fragment of JSON Schema (2020-12).

Patterns keep to what every dialect of regular expressions reads alike: ``[0-9]`` for ``\\d``, no look-around. Where a
pattern ends in ``$``, a line feed is forbidden apart, since some dialects let ``$`` match before it.
"""

from __future__ import annotations

from typing import Any

from converter.model.bounds import MAX_INTEGER, MAX_LEVEL

_SECTION = "s[1-9][0-9]*(\\.[1-9][0-9]*)*"
_YEAR = "[0-9]{4}"


def _matching(pattern: str, description: str, example: str) -> dict[str, Any]:
    return {
        "description": description,
        "examples": [example],
        "type": "string",
        "pattern": f"^({pattern})$",
        "not": {"pattern": "\\n"},
    }


SCALARS: dict[str, dict[str, Any]] = {
    "Text": {
        "description": "A text that is not empty and holds only characters that XML can carry.",
        "type": "string",
        "minLength": 1,
        "pattern": "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]*$",
    },
    "Characters": {
        "description": "Characters of the source as they are, control characters included.",
        "type": "string",
        "minLength": 1,
    },
    "Span": {
        "description": "Start and end (exclusive) in code points of the decoded source text, after a byte order mark.",
        "examples": [[12, 40]],
        "type": "array",
        "prefixItems": [{"$ref": "#/$defs/Offset"}, {"$ref": "#/$defs/Offset"}],
        "items": False,
        "minItems": 2,
    },
    "Offset": {
        "description": "A place in the decoded source text, in code points, after a byte order mark.",
        "type": "integer",
        "minimum": 0,
        "maximum": MAX_INTEGER,
    },
    "Count": {
        "description": "A number of things, from 0.",
        "type": "integer",
        "minimum": 0,
        "maximum": MAX_INTEGER,
    },
    "Ordinal": {"description": "A position in a run.", "type": "integer", "minimum": 0, "maximum": MAX_INTEGER},
    "Level": {
        "description": "A depth in the tree, 1 below the document.",
        "type": "integer",
        "minimum": 1,
        "maximum": MAX_LEVEL,
    },
    "Position": {
        "description": "A position in a row of things, from 1.",
        "type": "integer",
        "minimum": 1,
        "maximum": MAX_INTEGER,
    },
    "Year": {"description": "A calendar year.", "type": "integer", "minimum": 1000, "maximum": 9999},
    "Number": {
        "description": "A plain decimal number.",
        "type": "number",
        "minimum": -MAX_INTEGER,
        "maximum": MAX_INTEGER,
    },
    "Share": {"description": "From 0 (a guess) to 1 (sure).", "type": "number", "minimum": 0, "maximum": 1},
    "Version": _matching("1\\.(0|[1-9][0-9]{0,8})", "A version of the model; every 1.x adds to 1.0.", "1.0"),
    "SectionId": _matching(_SECTION, "A path of positions among siblings, from 1.", "s2.3.1"),
    "ParagraphId": _matching(
        f"(front|preamble|closing|back|{_SECTION})\\.p[1-9][0-9]*",
        "The part or section that holds the paragraph, and its position there, from 1.",
        "s2.3.1.p1",
    ),
    "TargetId": _matching("t[1-9][0-9]*", "Position among the targets, from 1.", "t17"),
    "ResultId": _matching("r[1-9][0-9]*", "Position among the results, from 1.", "r5"),
    "Name": _matching("[a-z][a-z0-9]*([_.\\-][a-z0-9]+)*", "A name in lower case.", "docx"),
    "MediaType": _matching(
        "[a-z0-9][a-z0-9.+\\-]*/[a-z0-9][a-z0-9.+\\-]*", "A media type (RFC 6838) without parameters.", "text/plain"
    ),
    "GeneratedKind": {
        "description": "Why a stretch of text was written that the file does not hold.",
        "type": "string",
        "enum": ["numbering", "separator"],
    },
    "DivisionCode": _matching(
        "[1-9][0-9]{5}([0-9]{3}){0,2}", "A code of a division: GB/T 2260, with a township GB/T 10114.", "990321"
    ),
    "Day": _matching(f"{_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "A day as in ISO 8601.", "2023-12-31"),
    "Code": _matching(
        "[a-z][a-z0-9]*(_[a-z0-9]+)*", "A name that stays the same from release to release.", "numbering_gap"
    ),
    "Date": _matching(
        f"{_YEAR}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?", "A day or a month as in ISO 8601.", "2023-02-21"
    ),
    "Period": _matching(
        f"{_YEAR}(Q[1-4]|H[12])?|{_YEAR}-{_YEAR}", "A year, a quarter, a half-year or a span of years.", "2023Q1"
    ),
    "Decimal": _matching("-?(0|[1-9][0-9]*)(\\.[0-9]+)?", "A decimal number, digit by digit.", "16.40"),
    "Sha256": _matching("[0-9a-f]{64}", "SHA-256 (FIPS 180-4) in hexadecimal digits.", "0" * 64),
    "Base64": _matching("[A-Za-z0-9+/]+={0,2}", "Bytes in Base64 (RFC 4648).", "6Z2S56a+"),
    "Hex": _matching("([0-9a-f]{2})+", "Bytes in hexadecimal digits.", "ff80"),
}
