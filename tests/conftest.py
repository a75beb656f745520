"""What all tests share: the settings of hypothesis, and the reference material where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A shared machine may stall at any moment: no test fails for being slow. In CI the same commit has the same examples.
settings.register_profile("home", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
# pytest --hypothesis-profile=deep looks fifty times as far.
settings.register_profile("deep", settings.get_profile("home"), max_examples=3000)
settings.register_profile("ci", settings.get_profile("home"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the repository; a test that needs it is skipped where it is absent."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the folder ../shared with the corpus of real documents is not here")
    return SHARED


@pytest.fixture(scope="session")
def corpus(shared: Path) -> list[Path]:
    """Every text of the corpus, originals in other encodings included."""
    return sorted(path for path in (shared / "corpus").rglob("*") if path.suffix in (".txt", ".orig"))
