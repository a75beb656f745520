"""The process that opens a PDF: started, bounded, and its answer read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from converter.model.errors import ReaderError
from converter.readers.pages.pieces import Page, Piece

_SCRIPT = Path(__file__).with_name("extraction.py")
#: A report of 100 pages takes 100 MiB and two seconds.
_MEMORY, _SECONDS = 2 << 30, 120
#: A report has a page for each 500 to 1,000 characters.
_MOST_PAGES, _MOST_CHARACTERS = 5_000, 2_000_000

_ERRORS = {
    "missing": "this is a PDF, for which pypdfium2 is needed; install it with pip install 'gongwen[pdf]'",
    "password": "this PDF is locked with a password; save it without the password first",
    "broken": "this PDF is broken and cannot be opened; print or save it anew as PDF",
    "pages": f"this PDF has {{count}} pages; at most {_MOST_PAGES} are read, so split the file",
    "characters": f"this PDF has more than {_MOST_CHARACTERS} characters; a report has fewer, so split the file",
}


def extracted(data: bytes) -> tuple[list[Page], int]:
    """The pages of a PDF, and how many of them are broken. Raises :class:`ReaderError`."""
    bounds = [str(bound) for bound in (_MEMORY, _SECONDS, _MOST_PAGES, _MOST_CHARACTERS)]
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_SCRIPT), *bounds],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise ReaderError(f"reading this PDF takes more than {_SECONDS} seconds; print it anew as PDF") from error
    except ValueError as error:
        raise ReaderError(
            f"reading this PDF ended without an answer, within {_MEMORY >> 30} GiB of memory and {_SECONDS} seconds; "
            "print it anew as PDF"
        ) from error
    if "error" in found:
        raise ReaderError(_ERRORS[found["error"]].format(count=found.get("count")))
    return [_page(number, page) for number, page in enumerate(found["pages"], 1)], found["broken"]


def _page(number: int, page: dict[str, Any]) -> Page:
    pieces = [
        Piece(text, left, right, baseline, size, font or None)
        for text, left, right, baseline, size, font in page["pieces"]
    ]
    return Page(number, page["width"], page["height"], pieces, page["pictures"], page["turned"])
