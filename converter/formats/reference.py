"""``schemas/README.md``: every object and field of a report, with an example as JSON and as XML side by side.

``python -m converter.formats.reference > schemas/README.md`` writes it anew from the tables of the fields, of the words
and of the scalars, and from the example report in ``schemas/``. For a checkout; an installed package has no need of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from converter.formats import xml_names as names
from converter.formats.fields import FIELDS, OBJECTS
from converter.formats.json_schema import json_schema
from converter.formats.scalars import SCALARS
from converter.formats.vocabularies import VOCABULARIES
from converter.formats.xml_parser import parse_xml
from converter.model.bounds import MAX_LEVEL

_SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"


class _Shown(NamedTuple):
    """Where the example report shows an object: JSON Pointer and XPath; and its attributes in XML."""

    pointer: str
    xpath: str
    attributes: names.Attributes
    example: str = "example"


_SHOWN: dict[str, _Shown] = {
    "Report": _Shown("", "/g:report", {"schema_version": "text"}),
    "Meta": _Shown("/meta", "/g:report/g:meta", names.META),
    "Place": _Shown("/meta/place", "//g:place", names.PLACE),
    "Author": _Shown("/meta/author", "//g:author", names.AUTHOR),
    "Section": _Shown("/sections/1/subsections/0", "//g:section[@id='s2.1']", names.SECTION),
    "Marker": _Shown("/sections/1/subsections/0/marker", "//g:section[@id='s2.1']/g:marker", names.MARKER),
    "Paragraph": _Shown("/sections/1/subsections/0/body/0", "//g:paragraph[@id='s2.1.p1']", names.PARAGRAPH),
    "Mark": _Shown("/sections/1/subsections/0/body/0/marks/0", "//g:paragraph[@id='s2.1.p1']/g:mark", names.MARK),
    "Target": _Shown("/targets/0", "//g:target[1]", names.TARGET),
    "Result": _Shown("/results/0", "//g:result[1]", names.RESULT),
    "PaidSpan": _Shown("/paid_spans/0", "//g:paid_span[1]", names.PAID_SPAN),
    "Diagnostic": _Shown("/diagnostics/0", "//g:diagnostic[1]", names.DIAGNOSTIC),
    "Correction": _Shown("/corrections/0", "//g:correction[1]", names.CORRECTION),
    "Source": _Shown("/source", "//g:source", names.SOURCE),
    "Projection": _Shown("/source/projection", "//g:projection", names.PROJECTION, "example-docx"),
    "Omitted": _Shown("/source/omitted/0", "//g:things[1]", names.OMITTED, "example-docx"),
    "Edition": _Shown("/edition", "//g:edition", names.EDITION),
    "Generator": _Shown("/generator", "//g:generator", names.GENERATOR),
}

_INTRODUCTION = f"""# The published form of a report, version 1.0

| file | what it is |
| --- | --- |
| `report-1.0.schema.json` | JSON Schema (2020-12), `$id` `{names.NAMESPACE}` |
| `report-1.0.xsd` | XSD (1.0), target namespace `{names.NAMESPACE}` |
| `example.json`, `example.xml` | one report of a county that does not exist, in both syntaxes |
| `example-docx.json`, `example-docx.xml` | a short one out of a .docx file, which it holds |
| [`conformance/`](conformance/README.md) | documents that every reader must accept or refuse |

`gongwen schema json` and `gongwen schema xsd` print the schemas of the release that is installed. This page and the
JSON Schema are made from the types of the model and the tables beside them; the XSD is written by hand and tested
against the JSON Schema with the same documents.

## One model, two syntaxes

* The names are the same. In XML, structure is elements in reading order, scalars are attributes, and the text of a
  marker, a heading, a paragraph or a target is the content of its element.
* **Absent** is `null` in JSON, never a missing key and never an empty string. In XML it is an attribute or element
  that is not there. Lists are always there, also when they are empty.
* **Spans** are start and end (exclusive) in code points of the decoded source text, after a byte order mark:
  `[12, 40]` in JSON, `12 40` in XML. The text of a leaf is the source from start to end less the pieces of
  `source.layout` inside.
* **Leaves** are the texts of markers, headings and paragraphs. Leaves and layout cut the decoded text into pieces
  without gap or overlap, so that the original can be rebuilt from either syntax and checked against `source.sha256`.
* **Paid parts** are in `paid_spans`, and every node and paragraph says in `access` whether it is free, paid or mixed.
  The XML says so a third time with empty milestones in the texts: `<paid_begin n="1"/>` before the first and
  `<paid_end n="1"/>` after the last character of the content of the first paid span. They come in pairs, in reading
  order, and the two of a pair may stand in different texts. A paid span without content has none, nor has the public
  edition, which leaves paid content out. Readers of this project ignore them in favour of `paid_spans`.
* **Characters that XML cannot carry** (control characters, U+FFFE, U+FFFF) stand in layout only. In XML such a piece
  has `hex`, its characters in UTF-8, in place of `text`. Line ends and tabs in attributes are written as character
  references, because a reader of XML would turn them into blanks.
* **White space** in the text of a leaf is content; between elements it is not.
* Sections nest at most {MAX_LEVEL} deep, far beyond any report and within what every parser takes.

## Versions

What only adds a field is a new version 1.x; anything else, a new word in a closed list included, is 2.0. A reader of
1.0 accepts every 1.x: `schema_version` is `1.` and a number, fields and attributes that it does not know are ignored,
and so are elements at the end of `report`, `section` and `source`. The XML namespace stays the same for all 1.x.
"""

#: Where a field stands in XML, if neither in an attribute nor in an element of its name.
_PLACES = {
    "Section.heading": "content of `heading`",
    "Section.heading_span": "`span` of `heading`",
    "Section.interludes": "`paragraph` in `subsections`",
    "Paragraph.marks": "`mark` after the text",
    "Paragraph.text": "content",
    "Marker.text": "content",
    "Paragraph.cells": "`cell` in `row`, after the text",
    "Target.text": "content",
    "Result.text": "content",
    "Source.layout": "`piece` in `layout`",
    "Source.undecodable": "`bytes` in `undecodable`",
    "Source.variants": "`bytes` in `variants`",
    "Source.generated": "`stretch` in `generated`",
    "Source.omitted": "`things` in `omitted`",
    "Source.pages": "`page` in `pages`",
}


def reference() -> str:
    """The page, as Markdown."""
    schema = json_schema()
    parts = [_INTRODUCTION, "## Objects\n"]
    for name, meaning in OBJECTS.items():
        shown = _SHOWN[name]
        example = json.loads((_SCHEMAS / f"{shown.example}.json").read_bytes())
        tree = parse_xml((_SCHEMAS / f"{shown.example}.xml").read_bytes())
        found: Any = tree.xpath(shown.xpath, namespaces={"g": names.NAMESPACE})
        element: etree._Element = found[0]
        parts.append(f"### {name} — `<{etree.QName(element).localname}>`\n\n{meaning}\n")
        parts.append(_table(name, schema if name == "Report" else schema["$defs"][name], shown.attributes))
        parts += _words(name)
        parts.append(_side_by_side(_at(example, shown.pointer), element))
    parts += ["## Strings and numbers\n", _scalars()]
    return "\n".join(parts)


def _table(name: str, schema: dict[str, Any], attributes: names.Attributes) -> str:
    rows = ["| field | in JSON | in XML | meaning | example |", "| --- | --- | --- | --- | --- |"]
    for field, row in FIELDS[name].items():
        place = f"attribute `{field}`" if field in attributes else _PLACES.get(f"{name}.{field}", f"`{field}`")
        example = f"`{row.example}`" if row.example else ""
        rows.append(f"| `{field}` | {_type(schema['properties'][field])} | {place} | {row.meaning} | {example} |")
    return "\n".join(rows) + "\n"


def _type(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_type(choice) for choice in schema["anyOf"])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})" if name in OBJECTS else f"[{name}](#strings-and-numbers)"
    if "prefixItems" in schema:
        return "[" + ", ".join(_type(item) for item in schema["prefixItems"]) + "]"
    if schema["type"] == "array":
        return f"list of {_type(schema['items'])}"
    return "a word" if "enum" in schema else str(schema["type"])


def _words(name: str) -> list[str]:
    """The closed lists of an object, each word with its meaning."""
    found = []
    for field in FIELDS[name]:
        words = VOCABULARIES.get(f"{name}.{field}") or VOCABULARIES.get(field)
        if words and not FIELDS[name][field].scalar:
            listed = " · ".join(f"`{word}` {meaning}" for word, meaning in words.items())
            found.append(f"`{field}`: {listed}\n")
    return found


def _side_by_side(value: dict[str, Any], element: etree._Element) -> str:
    return (
        "<table><tr><th>JSON</th><th>XML</th></tr><tr><td>\n\n```json\n"
        f"{_json(value)}\n```\n\n</td><td>\n\n```xml\n{_xml(element)}\n```\n\n</td></tr></table>\n"
    )


def _json(value: dict[str, Any]) -> str:
    """An object on a line a field; what has a section of its own on the page is cut short."""
    lines = []
    for name, item in value.items():
        if isinstance(item, dict):
            shown = "{…}"
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            shown = "[{…}]" if len(item) == 1 else "[{…}, …]"
        elif isinstance(item, list) and len(item) > 3:
            shown = json.dumps(item[:3], ensure_ascii=False)[:-1] + ", …]"
        else:
            shown = json.dumps(item, ensure_ascii=False)
        lines.append(f'  "{name}": {shown}')
    return "{\n" + ",\n".join(lines) + "\n}"


def _xml(element: etree._Element) -> str:
    """An element with its attributes on lines of their own and its children cut short."""
    name = etree.QName(element).localname
    start = f"<{name}" + _attributes(element, "\n  ")
    text = (element.text or "").strip()
    if text:
        return f"{start}>{text}" + "".join(_short(child) for child in element) + f"</{name}>"
    if len(element) == 0:
        return f"{start}/>"
    return f"{start}>\n" + "".join(f"  {_short(child)}\n" for child in element) + f"</{name}>"


def _short(element: etree._Element) -> str:
    """An element on one line: whole when it is small, else without what is in it."""
    name = etree.QName(element).localname
    attributes = _attributes(element, " ")
    if len(element):
        return f"<{name}>…</{name}>"
    return f"<{name}{attributes}>{element.text}</{name}>" if element.text else f"<{name}{attributes}/>"


def _attributes(element: etree._Element, before: str) -> str:
    found: dict[Any, Any] = dict(element.items())
    return "".join(f'{before}{name}="{_quoted(value)}"' for name, value in found.items())


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "&#10;")


def _scalars() -> str:
    rows = ["| name | what it is | form | example |", "| --- | --- | --- | --- |"]
    for name, schema in SCALARS.items():
        form = "`" + schema["pattern"].replace("|", "\\|") + "`" if "pattern" in schema else _limits(schema)
        example = f"`{json.dumps(schema['examples'][0])}`" if "examples" in schema else ""
        rows.append(f"| {name} | {schema['description']} | {form} | {example} |")
    return "\n".join(rows) + "\n"


def _limits(schema: dict[str, Any]) -> str:
    found = f"{schema['minimum']:g} … {schema['maximum']:g}" if "minimum" in schema else ""
    return " ".join(part for part in (_type(schema), found) if part)


def _at(value: Any, pointer: str) -> Any:
    """What a JSON Pointer (RFC 6901) names."""
    for step in pointer.split("/")[1:]:
        value = value[int(step) if isinstance(value, list) else step]
    return value


def main() -> None:
    """Write the page to standard output."""
    sys.stdout.buffer.write(reference().encode())


if __name__ == "__main__":
    main()
