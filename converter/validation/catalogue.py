"""The catalogue of all codes, and the page that documents them: ``python -m converter.validation.catalogue``."""

from __future__ import annotations

from converter.validation import (
    intake,
    json_reading,
    schema_rows,
    validating,
    versions,
    xml_content,
    xml_reading,
)
from converter.validation.finding import Row
from converter.validation.rules import table

#: Every row, by code.
ROWS: tuple[Row, ...] = tuple(
    sorted(
        (
            *intake.ROWS,
            *validating.ROWS,
            *json_reading.ROWS,
            *xml_reading.ROWS,
            *versions.ROWS,
            *schema_rows.ROWS,
            *xml_content.ROWS,
            *table.RULES,
        ),
        key=lambda row: row.code,
    )
)

#: The first four characters of a code → what such codes are about, and a sentence.
GROUPS: dict[str, tuple[str, str]] = {
    "GW0": ("Reading", "The document cannot be read. It has one finding, and nothing else in it was looked at."),
    "GW1": (
        "Schema",
        "The document does not conform to the published JSON Schema or XSD. Rules are not run until it does.",
    ),
    "GW2": ("Ids, levels, shape of the tree", "What other systems store and follow."),
    "GW3": ("Spans and the partition", "Texts and layout cut the source into pieces without gap or overlap."),
    "GW4": ("Outline markers", "What a marker says about itself (CONVENTIONS §2)."),
    "GW5": ("Paid parts and editions", "What is free, paid or mixed follows from `paid_spans` alone."),
    "GW6": ("Targets and results", "References resolve, and the fields agree with each other (CONVENTIONS §3)."),
    "GW7": ("Metadata, diagnostics, source, corrections", "Facts that can be checked without the original file."),
    "GW8": ("Against the source", "Run only when the original file is given (`--source FILE`)."),
}

_HEAD = """\
# Rules of the validator

`gongwen validate` gives each problem a code that never changes its meaning. This page is made from the table that the
validator walks: `python -m converter.validation.catalogue > docs/rules.md`.

A rule that rests on another one is not run when that one is broken: one mistake gives one finding. Errors refuse a
document; warnings do so with `--strict`. `--select` and `--ignore` take codes or the beginning of codes (`GW6`); errors
of reading (GW0) and of the schema (GW1) are always told.
"""


def page() -> str:
    """The page ``docs/rules.md``, in Markdown."""
    parts = [_HEAD]
    for group, (title, sentence) in GROUPS.items():
        parts.append(f"## {group}: {title}\n\n{sentence}\n")
        parts.extend(_entry(row) for row in ROWS if row.code.startswith(group))
    return "\n".join(parts)


def _entry(row: Row) -> str:
    needs = getattr(row, "needs", ())
    rests = f" · rests on {', '.join(sorted(needs))}" if needs else ""
    return (
        f"### {row.code} {row.name}\n\n"
        f"{row.severity}{rests}\n\n"
        f"* {row.message}\n"
        f"* {row.message_zh}\n"
        f"* right: `{row.right}`\n"
        f"* wrong: `{row.wrong}`\n"
    )


if __name__ == "__main__":
    print(page(), end="")
