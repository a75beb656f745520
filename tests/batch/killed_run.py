"""A run in a process of its own, slow enough to be killed in the middle: ``SOURCE TARGET FORM``."""

from __future__ import annotations

import sys
from pathlib import Path

from converter.batch import Job, Stopped, run
from tests.batch.poison import slow


def main(source: str, target: str, form: str) -> None:
    """Go on with the run; exit code 3 when it had to stop."""
    job = Job(source, Path(target), form, workers=3, resume=True, block_documents=12)  # type: ignore[arg-type]
    try:
        run(job, kernel=slow)
    except Stopped as stopped:
        sys.exit(f"stopped: {stopped}")


if __name__ == "__main__":
    main(*sys.argv[1:])
