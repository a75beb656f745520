"""The language of the command: Chinese or English, by ``--lang``, the environment or the locale.

Messages are English in the code and go through :func:`gettext.gettext`; ``locale/zh`` holds the Chinese ones, those of
click among them. A library that is imported speaks English: only the command binds the catalogue.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import MutableMapping
from copy import copy
from inspect import cleandoc
from pathlib import Path

import click

#: The catalogue's name, and where it lies.
DOMAIN = "gongwen"
CATALOGUES = Path(__file__).resolve().parents[1] / "locale"
#: What ``--lang`` takes, and the name gettext looks for.
LANGUAGES = {"zh": "zh", "en": "en"}
#: Says the language where no option does; the locale decides where neither does.
VARIABLE = "GONGWEN_LANG"


def bind(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let messages be looked up in our catalogue, in the language that the environment names."""
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)
    named = environment.get(VARIABLE, "")
    if named in LANGUAGES:
        environment["LANGUAGE"] = LANGUAGES[named]


def _speak(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        os.environ["LANGUAGE"] = LANGUAGES[value]


def language_option() -> click.Option:
    """``--lang``: read before all other options, so that their help is in the language already."""
    return click.Option(
        ["--lang"],
        type=click.Choice(list(LANGUAGES)),
        is_eager=True,
        expose_value=False,
        callback=_speak,
        help="The language of messages and help; the locale decides otherwise.",
    )


def spoken(command: click.Command) -> click.Command:
    """A command with its help in the language of now, and with ``--lang``."""
    command = copy(command)
    command.params = [_spoken_option(parameter) for parameter in [*command.params, language_option()]]
    command.help = in_language(command.help)
    return command


def in_language(text: str | None) -> str | None:
    """``text``, without the indents of a docstring, in the language of now; an empty text is none."""
    return gettext.gettext(cleandoc(text)) if text else None


def _spoken_option(parameter: click.Parameter) -> click.Parameter:
    if isinstance(parameter, click.Option) and parameter.help:
        parameter = copy(parameter)
        parameter.help = in_language(parameter.help)
    return parameter
