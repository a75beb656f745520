"""Masks other than asterisks: ``X县``, ``XX``, ``某某``, ``××``, ``□`` (CONVENTIONS §2, "Redaction and emphasis")."""

from __future__ import annotations

import re

from converter.layout.lines import holds_any
from converter.model import Span

#: One row a mask: an example, its sign, what must not stand before it, what must not stand after it.
MASKS: tuple[tuple[str, str, str, str], ...] = (
    # Two letters and more, also after a digit (541XX段, 20XX年), never beside another Latin letter.
    ("20XX年、XX县", "[XＸ]{2,}", "[A-Za-zＡ-Ｚ]", "[A-Za-zＡ-Ｚ]"),
    # A single letter beside nothing that makes it a symbol: 1+3+X, 硒＋X, 5X, X光, X射线 are no masks.
    (
        "X县、突破X亿元",
        "[XＸ]",
        "[A-Za-zＡ-Ｚ0-9０-９+＋-]",
        "[A-Za-zＡ-Ｚ0-9０-９+＋-]|光|射线|染色体|轴",
    ),
    ("某某同志", "某{2,4}", "[^\\s\\S]", "[^\\s\\S]"),
    # Alone only before what has a name: 某些, 某种, 某个 are words.
    ("某县、某镇", "某", "[^\\s\\S]", "[^省市县区镇乡村厂甲乙丙]|$"),
    # A cross between digits multiplies: 4×4.
    ("××县", "×+", "[0-9０-９ ]", "[0-9０-９ ]"),
    ("□□同志", "□+", "[^\\s\\S]", "[^\\s\\S]"),
)
#: Characters that are one sign: a mask is a row of them.
_SIGNS = ("XＸ", "某", "×", "□")
_ROWS = [tuple(map(re.compile, row[1:])) for row in MASKS]
#: By its first character: the pattern of a run, and the rows that speak of it.
_RUNS = {
    first: (
        re.compile(f"{first}(?<![{signs}].)[{signs}]*"),
        [row for row in _ROWS if row[0].match(first * 2)],
    )
    for signs in _SIGNS
    for first in signs
}


def may_hold_masks(text: str) -> bool:
    """Whether any sign of a mask occurs in ``text``; cheap, for a whole document."""
    return holds_any(text, _RUNS)


def read_masks(text: str) -> list[Span]:
    """The masks in ``text``, as half-open ranges."""
    runs = (run for first, (form, _) in _RUNS.items() if first in text for run in form.finditer(text))
    return sorted(run.span() for run in runs if _is_mask(text, run))


def _is_mask(text: str, run: re.Match[str]) -> bool:
    _, rows = _RUNS[run[0][0]]
    for sign, before, after in rows:
        if sign.fullmatch(run[0]):
            stands_after = run.start() > 0 and before.match(text, run.start() - 1)
            return not stands_after and after.match(text, run.end()) is None
    return False
