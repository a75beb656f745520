"""The Chinese catalogue: complete, compiled from what is committed, and what a Chinese terminal shows."""

from __future__ import annotations

import gettext
import io
import os
import subprocess
import sys
from typing import IO

import pytest
from babel.messages.mofile import write_mo

from converter.cli.main import COMMANDS
from translations.update import MO, translated, updated


def test_every_message_has_its_chinese() -> None:
    missing = [m.id for m in updated() if m.id and not all([m.string] if isinstance(m.string, str) else m.string)]
    assert missing == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    made = io.BytesIO()
    write_mo(made, translated())
    made.seek(0)
    with MO.open("rb") as file:
        assert _messages(file) == _messages(made)


def _messages(file: IO[bytes]) -> dict[object, str]:
    """The messages of a compiled catalogue, without the header, which holds the time it was made at."""
    found: dict[object, str] = dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[arg-type, attr-defined]
    del found[""]
    return found


@pytest.mark.parametrize("command", list(COMMANDS))
def test_a_chinese_locale_gets_chinese_help(command: str) -> None:
    environment = {**os.environ, "LC_ALL": "", "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("LANGUAGE", None)
    environment.pop("LC_ALL")
    done = subprocess.run(
        [sys.executable, "-m", "converter", command, "--help"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "用法：" in done.stdout
    assert "显示本帮助并退出。" in done.stdout
    assert "Show this message" not in done.stdout
