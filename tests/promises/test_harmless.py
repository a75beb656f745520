"""Promise 7: no command reaches the network or opens a file that was not named; what it asks the system is watched."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.batch.texts import fill, report, texts
from tests.readers.packing import docx, paragraphs

ROOT = Path(__file__).resolve().parents[2]
#: Runs a command and writes what the interpreter was asked to open and to connect to: ``EVENT TAB WHAT``.
_WATCHED = """
import sys
log = open(sys.argv.pop(1), "a", encoding="utf-8", errors="backslashreplace")
def watch(event, arguments):
    if event == "open":
        print("open", arguments[0], sep="\\t", file=log, flush=True)
    elif event == "socket.__new__":
        print("socket", arguments[1], sep="\\t", file=log, flush=True)
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "os.system"):
        print(event, arguments, sep="\\t", file=log, flush=True)
sys.addaudithook(watch)
from converter.cli.main import main
sys.argv[0] = "gongwen"
main()
"""
COMMANDS = [
    ("convert", "a.txt", "-o", "out/a.json"),
    ("convert", "b.docx", "-o", "out/b.xml"),
    ("convert", "hostile.html", "-o", "out/h.json"),
    ("outline", "a.txt"),
    ("targets", "a.txt", "-o", "out/t.csv"),
    ("validate", "a.json", "hostile.xml", "--source", "a.txt"),
    ("restore", "a.json", "-o", "out/back.txt"),
    ("schema", "json"),
]
_HOSTILE_XML = """<?xml version="1.0"?>
<!DOCTYPE report SYSTEM "http://127.0.0.1:9/r.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<report xmlns="urn:gongwen:report:1.0" xmlns:xi="http://www.w3.org/2001/XInclude">&x;
<xi:include href="file:///etc/passwd"/></report>
"""
_HOSTILE_HTML = """<html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="file:///etc/passwd">
<script src="http://127.0.0.1:9/x.js"></script></head><body><img src="/etc/passwd"><h1>政府工作报告</h1>
<p>一、工作回顾</p><p>过去一年，全县经济平稳运行。</p></body></html>
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a text, its report, and files that name others."""
    (tmp_path / "a.txt").write_text(report(1), "utf-8")
    (tmp_path / "b.docx").write_bytes(docx(paragraphs("一、工作回顾", "全县经济平稳运行。")))
    (tmp_path / "hostile.xml").write_text(_HOSTILE_XML, "utf-8")
    (tmp_path / "hostile.html").write_text(_HOSTILE_HTML, "utf-8")
    from converter import parse, to_json

    (tmp_path / "a.json").write_bytes(to_json(parse((tmp_path / "a.txt").read_bytes(), name="a.txt")))
    return tmp_path


def is_of_the_program(path: str, work: Path) -> bool:
    """Whether a file belongs to Python, to the package or to the folder of work."""
    homes = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), str(ROOT), str(work), "/dev/null"}
    return path.startswith(tuple(homes)) or Path(path).name == "locale.alias"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_asks_for_the_network_or_for_other_files(words: tuple[str, ...], work: Path) -> None:
    log = work / "log"
    subprocess.run(
        [sys.executable, "-c", _WATCHED, str(log), *words], cwd=work, capture_output=True, check=False, timeout=120
    )
    asked = [line.split("\t", 1) for line in log.read_text("utf-8").splitlines()]
    assert any(event == "open" for event, _ in asked)
    assert [what for event, what in asked if event != "open"] == []
    opened = {what if what.startswith("/") else str(work / what) for _, what in asked if not what.isdigit()}
    assert sorted(path for path in opened if not is_of_the_program(path, work)) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_process_of_a_run_opens_a_socket_to_the_network(work: Path) -> None:
    fill(work / "source", texts(4))
    shutil.copy(work / "hostile.html", work / "source")
    run = "import sys; from converter.cli.main import main; sys.argv[0] = 'gongwen'; main()"
    if (work / "source").exists():
        from tests.readers.pdf_files import pdf, set_lines
        from tests.readers.test_pdf import REPORT

        (work / "source" / "p.pdf").write_bytes(pdf(set_lines(REPORT)))
    log = work / "trace"
    traced = ["strace", "-f", "-qq", "-e", "trace=socket,connect,openat", "-o", str(log)]
    done = subprocess.run(
        [*traced, sys.executable, "-c", run, "batch", "source", "target", "--workers", "2"],
        cwd=work, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("strace may not watch here")
    assert done.returncode == 0, done.stderr
    calls = log.read_text("utf-8", "replace").splitlines()
    assert [call for call in calls if re.search(r"socket\(AF_INET|AF_INET6", call)] == []
    assert [call for call in calls if "/etc/passwd" in call] == []
