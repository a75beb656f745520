"""What the tests of batches share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from converter.batch import Job, Limits

MakeJob = Callable[..., Job]


@pytest.fixture
def make_job(tmp_path: Path) -> MakeJob:
    """A job from ``tmp_path/source`` to ``tmp_path/target``, or to a file of that name with the suffix of its form."""

    def make(form: str = "json", **changes: Any) -> Job:
        target = tmp_path / ("target" if form in ("json", "xml") else f"target.{form}")
        settings: dict[str, Any] = {"source": str(tmp_path / "source"), "target": target, "form": form, "workers": 2}
        return Job(**settings | {"limits": Limits(30.0, 2 << 30), "block_documents": 10} | changes)

    return make
