"""The environment of the peers, which has nothing to do with that of gongwen, and what they take there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.texts import ROOT

ENVIRONMENT = ROOT / ".venv-peers"
_PYTHON = ENVIRONMENT / "bin" / "python"
_REQUIREMENTS = ROOT / "benchmarks" / "requirements.txt"


def install() -> dict[str, str | None]:
    """Install what is not there yet; the version of each peer, ``None`` for one that cannot be had."""
    if not _PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    lines = _REQUIREMENTS.read_text("utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    return {name: _version(name) or _installed(name) for name in names}


def _installed(name: str) -> str | None:
    command = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name]
    subprocess.run(command, capture_output=True, check=False)
    return _version(name)


def _version(name: str) -> str | None:
    code = f"from importlib.metadata import version; print(version({name!r}))"
    done = subprocess.run([str(_PYTHON), "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def seconds(name: str, file: Path) -> float:
    """Seconds that the peer ``name`` takes for the text in ``file``; raises ``RuntimeError`` when it fails."""
    command = [str(_PYTHON), str(ROOT / "benchmarks" / "peer.py"), name, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr.strip().splitlines()[-1]}")
    taken: float = json.loads(done.stdout.strip().splitlines()[-1])["seconds"]
    return taken


def command(name: str) -> str | None:
    """The path of a command of the peers' environment, or of the system's."""
    inside = ENVIRONMENT / "bin" / name
    return str(inside) if inside.exists() else shutil.which(name)
