"""The outputs shown in the README files: ``python -m tests.readme`` writes them anew."""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path

from click.testing import CliRunner

from converter.cli.main import group

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")

#: A block that begins with a command and holds all that it prints.
_WHOLE = re.compile(r"(?P<head><!-- output -->\n```console\n\$ gongwen (?P<command>[^\n]*)\n)[^`]*```\n")
#: A block of some lines of what a command prints, from the first line that holds the words in «».
_EXCERPT = re.compile(
    r"(?P<head><!-- (?P<count>\d+) lines from «(?P<start>[^»\n]*)» of gongwen (?P<command>[^\n]*) -->\n"
    r"```[a-z]+\n)[^`]*```\n"
)


def renewed(text: str) -> str:
    """The text of a README with the outputs as they are now, made in the root of the repository."""
    return _EXCERPT.sub(_excerpt, _WHOLE.sub(_whole, text))


def _whole(block: re.Match[str]) -> str:
    return f"{block['head']}{_printed(block['command'])}```\n"


def _excerpt(block: re.Match[str]) -> str:
    lines = _printed(block["command"]).splitlines()
    first = next(number for number, line in enumerate(lines) if block["start"] in line)
    return f"{block['head']}{textwrap.dedent(chr(10).join(lines[first : first + int(block['count'])]))}\n```\n"


def _printed(command: str) -> str:
    result = CliRunner().invoke(group, shlex.split(command))
    assert result.exit_code == 0, result.output
    return result.stdout.removeprefix("\ufeff")


def main() -> None:
    """Write the outputs in every README anew."""
    for name in READMES:
        path = ROOT / name
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
