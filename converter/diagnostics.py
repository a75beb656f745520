"""The catalogue of all diagnostics, room by room; ``python -m converter.diagnostics`` prints docs/diagnostics.md."""

from __future__ import annotations

from converter.layout.diagnostics import DIAGNOSTICS as LAYOUT
from converter.meta.diagnostics import DIAGNOSTICS as META
from converter.model.diagnostics import DiagnosticKind
from converter.outline.diagnostics import DIAGNOSTICS as OUTLINE
from converter.readers.diagnostics import DIAGNOSTICS as READERS
from converter.source.diagnostics import DIAGNOSTICS as SOURCE
from converter.targets.diagnostics import DIAGNOSTICS as TARGETS

#: Every kind of diagnostic that a report can carry, by the room that notices it.
CATALOGUE: dict[str, tuple[DiagnosticKind, ...]] = {
    "readers": READERS,
    "source": SOURCE,
    "layout": LAYOUT,
    "outline": OUTLINE,
    "meta": META,
    "targets": TARGETS,
}

_HEAD = """\
# Diagnostics

Each repair, guess and slip of the source is a diagnostic of the report, with a stable code, a severity and a place.
A diagnostic never keeps a text from being converted. This page is printed from the tables that the code uses
(`python -m converter.diagnostics`).

| severity | meaning |
| --- | --- |
| `info` | something was recognised or repaired and needs no one |
| `warning` | a person should look at the place |
| `error` | a part of the source could not be kept as it was |
"""


def page() -> str:
    """The documentation page as Markdown."""
    parts = [_HEAD]
    for room, kinds in CATALOGUE.items():
        parts.append(
            f"\n## {room}\n\n| code | severity | meaning | example | what to do |\n| --- | --- | --- | --- | --- |\n"
        )
        for kind in kinds:
            cells = (f"`{kind.code}`", kind.severity, kind.meaning, kind.example, kind.action)
            parts.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
    return "".join(parts)


if __name__ == "__main__":
    print(page(), end="")
