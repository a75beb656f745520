"""Completion: a script for each shell, printed or installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli.completion import PLACES
from tests.cli.conftest import Gongwen


@pytest.mark.parametrize("shell", list(PLACES))
def test_each_shell_has_a_script(gongwen: Gongwen, shell: str) -> None:
    done = gongwen("completion", shell)
    assert done.exit_code == 0
    assert "_GONGWEN_COMPLETE" in done.stdout


def test_the_script_is_installed_where_the_shell_looks(
    gongwen: Gongwen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    done = gongwen("completion", "--install")
    assert done.exit_code == 0
    assert "_GONGWEN_COMPLETE" in (tmp_path / PLACES["fish"]).read_text()


def test_a_shell_that_is_not_known_is_a_wrong_command_line(gongwen: Gongwen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    done = gongwen("completion")
    assert done.exit_code == 2
    assert "name the shell: bash, zsh, fish" in done.stderr


def test_what_the_script_asks_is_answered() -> None:
    asked = {"_GONGWEN_COMPLETE": "bash_complete", "COMP_WORDS": "gongwen conv", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "converter"], env=os.environ | asked, capture_output=True, text=True, check=False
    )
    assert "plain,convert" in done.stdout
