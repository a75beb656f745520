"""``gongwen schema``: the published schema."""

from __future__ import annotations

from typing import Literal

import click

from converter.cli import outputs
from converter.formats import schema


@click.command("schema")
@click.argument("kind", metavar="json|xsd|corrections", type=click.Choice(["json", "xsd", "corrections"]))
def command(kind: Literal["json", "xsd", "corrections"]) -> None:
    """Print the published JSON Schema (2020-12) or XSD of a report, or the JSON Schema of corrections."""
    outputs.write([schema(kind)], None)
