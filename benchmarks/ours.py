"""What gongwen takes for a report, stage by stage, and the floor below which no converter can be."""

from __future__ import annotations

import compileall
import re
import subprocess
import sys
from pathlib import Path

from benchmarks.texts import ROOT
from benchmarks.timing import best, best_command
from converter import from_json, layout, outline, parse, source, targets, to_json, to_xml
from converter.batch.checking import json_conforms, xml_conforms
from converter.validation import validate

_MARKERS = re.compile(
    r"^[\s　]*(?:第[一二三四五六七八九十]+[章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])",
    re.MULTILINE,
)

FLOOR = "floor: read, decode, one compiled scan"


def floor(file: Path) -> float:
    """Seconds to read a file, decode it and scan it once for markers."""
    return best(lambda: _MARKERS.findall(file.read_bytes().decode("utf-8")))


def stages(file: Path) -> dict[str, float]:
    """Seconds of the floor, of each stage, by its room, and of the ways that have a budget."""
    data = file.read_bytes()
    text = source.decode(data).text
    report = parse(data)
    json, xml = to_json(report), to_xml(report)
    taken = {
        FLOOR: floor(file),
        "source": best(lambda: source.decode(data)),
        "layout": best(lambda: layout.read(text)),
        "outline": best(lambda: outline.build(text, layout.read(text))),
        "targets": best(lambda: targets.read_targets(report)),
        "parse": best(lambda: parse(data)),
        "to_json": best(lambda: to_json(report)),
        "to_xml": best(lambda: to_xml(report)),
        "from_json": best(lambda: from_json(json)),
        "JSON Schema": best(lambda: json_conforms(json)),
        "XSD": best(lambda: xml_conforms(xml)),
        "all rules, JSON": best(lambda: validate(json)),
        "text to validated JSON": best(lambda: json_conforms(to_json(parse(data)))),
        "text to validated JSON and XML": best(lambda: _both(data)),
    }
    # The outline is built from blocks that it may change, so each run needs fresh ones.
    taken["outline"] = max(0.0, taken["outline"] - taken["layout"])
    return taken


def _both(data: bytes) -> bool:
    report = parse(data)
    return json_conforms(to_json(report)) and xml_conforms(to_xml(report))


def gongwen() -> str:
    """The command of this environment."""
    return str(Path(sys.executable).with_name("gongwen"))


def commands(small: Path, file: Path) -> dict[str, float]:
    """Seconds from the start of the command to its end; its modules are compiled before, as an installer does."""
    compileall.compile_dir(ROOT / "converter", quiet=2)
    return {
        "gongwen --version": best_command([gongwen(), "--version"], seconds=3.0),
        f"gongwen convert, {small.stat().st_size / 1000:.0f} KB": best_command(
            [gongwen(), "convert", str(small)], seconds=3.0
        ),
        f"gongwen convert, {file.stat().st_size / 1000:.0f} KB": best_command(
            [gongwen(), "convert", str(file)], seconds=3.0
        ),
        "python -c pass": best_command([sys.executable, "-c", "pass"], seconds=3.0),
    }


# Linux keeps the peak of a process in its status; what resource.getrusage says has come down from the parent.
_PEAK = """
import sys
from pathlib import Path
from converter.cli.main import group
def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
def convert(file, result):
    try:
        group(["convert", file, "-q", "-o", result], prog_name="gongwen", standalone_mode=False)
    except SystemExit as ending:
        assert not ending.code
convert(*sys.argv[1:3])
before = peak()
convert(*sys.argv[3:])
print(peak() - before)
"""


def memory(file: Path, syntax: str) -> int:
    """Bytes of memory that ``gongwen convert`` takes for a file at most, beyond what it takes for a short one."""
    small = file.with_name("small.txt")
    small.write_bytes(file.read_bytes()[:3000])
    arguments = [str(path) for each in (small, file) for path in (each, each.with_suffix(f".{syntax}"))]
    done = subprocess.run([sys.executable, "-c", _PEAK, *arguments], capture_output=True, text=True, check=True)
    return int(done.stdout)
