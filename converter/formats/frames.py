"""The table of targets as a data frame of pandas or polars, whichever is installed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from converter.formats.table import NAMES, Cell, rows
from converter.model import Report
from converter.model.errors import FormatError

_LIBRARIES = ("pandas", "polars")


def targets_frame(reports: Iterable[Report] | Report, library: str | None = None) -> Any:
    """A data frame with a row for each target of ``reports``, its columns those of ``gongwen targets``.

    ``library`` is ``pandas`` or ``polars``; without it the first of them that is installed. A report whose source was
    there before is left out. Raises :class:`FormatError` when neither is installed.
    """
    if library is not None and library not in _LIBRARIES:
        raise FormatError(f"{library!r} is no library of data frames that is known here; there are pandas and polars")
    module = _library([library] if library else list(_LIBRARIES))
    cells: dict[str, list[Cell]] = {name: [] for name in NAMES}
    seen: set[str] = set()
    for report in [reports] if isinstance(reports, Report) else reports:
        if report.source.sha256 in seen:
            continue
        seen.add(report.source.sha256)
        for row in rows(report):
            for name, cell in row.items():
                cells[name].append(cell)
    return module.DataFrame(cells)


def _library(names: list[str]) -> Any:
    for name in names:
        try:
            return import_module(name)
        except ImportError:
            continue
    raise FormatError(f"a data frame needs {' or '.join(names)}, which is not installed: pip install {names[0]}")
