"""Bring the Chinese catalogue up to date: ``python -m translations.update`` (``make messages``).

Collects what the command can say: messages that the code hands to gettext, the help of every command and option, and
those of click that a user of ours can meet. New ones stand in ``gongwen.po`` without a translation until somebody
writes one; the ``.mo`` that the command reads is made anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from converter.cli.language import CATALOGUES, DOMAIN, language_option
from converter.cli.main import COMMANDS, group

ROOT = Path(__file__).resolve().parents[1]
PO = CATALOGUES / "zh" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")

_HEADER = "# What gongwen says, in Chinese. `make messages` brings it up to date."

Message = str | tuple[str, ...]

#: Messages of click that speak to programmers or about what our commands do not have.
_NOT_MET = (
    "Windows", "editor", "decl", "Deprecat", "deprecat", "UUID", "format", "onfirm", "entered values", "Press any key",
    "Unknown color", "iterable", "defined twice", "No options defined", "continue?", "env var", "Bash", "(dynamic)",
    "start character", "standard stream", "Arguments take",
)  # fmt: skip


def messages() -> Iterator[tuple[Message, str]]:
    """Every message with where it comes from."""
    for folder, label in ((ROOT / "converter", "converter"), (Path(click.__file__).parent, "click")):
        for file, _line, message, _comments, _context in extract_from_dir(folder, [("**.py", "python")]):
            if label == "converter" or not any(word in str(message) for word in _NOT_MET):
                yield message, f"{label}/{file}"
    yield from _helps()


def _helps() -> Iterator[tuple[str, str]]:
    from importlib import import_module

    yield cleandoc(group.help or ""), "converter/cli/main.py"
    yield language_option().help or "", "converter/cli/language.py"
    for name, purpose in COMMANDS.items():
        yield purpose, "converter/cli/main.py"
        command = import_module(f"converter.cli.{name}").command
        for text in (command.help, *(getattr(parameter, "help", None) for parameter in command.params)):
            if text:
                yield cleandoc(text), f"converter/cli/{name}.py"


def collected() -> Catalog:
    """All messages, none of them translated."""
    catalogue = Catalog(fuzzy=False)
    for message, place in messages():
        catalogue.add(message, locations=[(place, None)])
    return catalogue


def translated() -> Catalog:
    """The catalogue as it is committed."""
    if not PO.exists():
        return Catalog(locale="zh", domain=DOMAIN, project=DOMAIN, header_comment=_HEADER, fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="zh", domain=DOMAIN)


def updated() -> Catalog:
    """The committed translations of the messages that there are now."""
    catalogue = translated()
    catalogue.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def main() -> None:
    """Write the catalogue anew, and say how many messages wait for a translation."""
    catalogue = updated()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=0, include_lineno=False, sort_output=True, omit_header=True)
    with MO.open("wb") as file:
        write_mo(file, catalogue)
    waiting = [message.id for message in catalogue if message.id and not all(_texts(message.string))]
    print(f"{len(catalogue)} messages, {len(waiting)} without a translation", file=sys.stderr)


def _texts(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


if __name__ == "__main__":
    main()
