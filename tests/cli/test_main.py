"""The command as a program: what it imports, and how it behaves in a pipe."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli.main import COMMANDS
from converter.version import __version__
from tests.cli.conftest import TEXT, Gongwen

GONGWEN = [sys.executable, "-c", "from converter.cli.main import main; main()"]
#: What takes long to import and is needed by some commands only.
HEAVY = (
    *("chardet", "lxml", "msgspec", "pydantic", "jsonschema", "jsonschema_rs", "pyarrow", "wcwidth"),
    "converter.pipeline",
)


def test_version(gongwen: Gongwen) -> None:
    assert gongwen("--version").stdout == f"gongwen {__version__}\n"


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_explains_itself(gongwen: Gongwen, command: str) -> None:
    result = gongwen(command, "--help")
    assert result.exit_code == 0
    assert f"Usage: gongwen {command}" in result.stdout or f"Usage: group {command}" in result.stdout


def test_help_lists_the_commands(gongwen: Gongwen) -> None:
    listed = gongwen("--help").stdout
    assert all(f"  {command} " in listed for command in COMMANDS)
    assert gongwen("no-such-command").exit_code == 2


def test_without_a_command_the_help_is_shown(gongwen: Gongwen) -> None:
    assert (gongwen().exit_code, gongwen().stdout) == (0, gongwen("--help").stdout)


def test_a_slip_of_the_keyboard_is_answered_with_what_is_meant(gongwen: Gongwen) -> None:
    done = gongwen("convrt", "a.txt")
    assert done.exit_code == 2
    assert "there is no command 'convrt'; is 'convert' meant?" in done.stderr


def test_the_package_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "converter", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"gongwen {__version__}\n"


def _imported(arguments: list[str], cwd: Path) -> set[str]:
    code = (
        "import sys\nfrom converter.cli.main import group\n"
        f"try: group({arguments!r})\nexcept SystemExit: pass\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=cwd, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_nothing_heavy_is_imported_that_is_not_needed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert _imported(["--version"], tmp_path) == set()
    assert _imported(["--help"], tmp_path) == set()
    assert _imported(["schema", "json"], tmp_path) == set()
    assert _imported(["convert", "a.txt", "-q"], tmp_path) == {"converter.pipeline", "msgspec"}
    assert _imported(["convert", "a.txt", "-q", "--to", "xml"], tmp_path) == {"converter.pipeline"}


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    # Far more than a pipe holds, so that the writer is still at it when the reader leaves.
    (tmp_path / "a.txt").write_text(TEXT * 400)
    with subprocess.Popen(
        [*GONGWEN, "convert", "a.txt", "-q"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == b"{\n"
        process.stdout.close()
        assert process.stderr.read() == b""


def test_terminal_without_chinese_gets_escapes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = subprocess.run(
        [*GONGWEN, "outline", "a.txt"],
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "cp1252"},
        check=True,
    )
    assert b"\\u4fee\\u597d\\u8def" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", [["convert", "a.txt", "-q"], ["outline", "a.txt"], ["targets", "a.txt"], ["schema", "xsd"], ["--help"]]
)
def test_output_that_takes_nothing_is_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*GONGWEN, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (1, b"standard output: no space left on the device\n")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("outline a.txt >&-", 1, "standard output: it is closed\n"),
        ("convert a.txt -o a.json -q >&-", 0, ""),
        ("convert - <&-", 1, "standard input: the file is empty; a report in plain text is needed\n"),
    ],
)
def test_closed_streams(tmp_path: Path, command: str, code: int, said: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    program = " ".join(shlex.quote(word) for word in GONGWEN)
    done = subprocess.run(
        ["/bin/sh", "-c", f"{program} {command}"], stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_takes_the_language(gongwen: Gongwen, command: str) -> None:
    assert "--lang [zh|en]" in gongwen(command, "--help").stdout


def test_help_is_set_as_paragraphs(gongwen: Gongwen) -> None:
    assert "\n  Data goes to stdout, everything else to stderr." in gongwen("--help").stdout
