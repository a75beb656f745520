"""Masks other than asterisks: ``X县``, ``XX``, ``某某``, ``××``, ``□`` (CONVENTIONS §2, "Redaction and emphasis")."""

from __future__ import annotations

import re

from converter.model import Span

#: One row a mask: an example, and its pattern. All take linear time: every repetition is of one class of characters.
MASKS: tuple[tuple[str, str], ...] = (
    # Two letters and more, also after a digit (541XX段, 20XX年), never beside another Latin letter.
    ("20XX年、XX县", r"(?<![A-Za-zＡ-Ｚ])[XＸ]{2,}(?![A-Za-zＡ-Ｚ])"),
    # A single letter beside nothing that makes it a symbol: 1+3+X, 硒＋X, 5X, X光, X射线 are no masks.
    (
        "X县、突破X亿元",
        r"(?<![A-Za-zＡ-Ｚ0-9０-９+＋\-])[XＸ](?![A-Za-zＡ-Ｚ0-9０-９+＋\-光]|射线|染色体|轴)",
    ),
    # 某某 always; 某 alone only before what has a name: 某些, 某种, 某个 are words.
    ("某某同志、某县", r"某{2,4}|某(?=[省市县区镇乡村厂]|[甲乙丙])"),
    # A cross between digits multiplies: 4×4.
    ("××县", r"(?<![0-9０-９ ])×+(?![0-9０-９ ])"),
    ("□□同志", r"□+"),
)
_MASK = re.compile("|".join(pattern for _, pattern in MASKS))
_SIGNS = "XＸ某×□"


def may_hold_masks(text: str) -> bool:
    """Whether any sign of a mask occurs in ``text``; cheap, for a whole document."""
    return any(sign in text for sign in _SIGNS)


def read_masks(text: str) -> list[Span]:
    """The masks in ``text``, as half-open ranges."""
    return [found.span() for found in _MASK.finditer(text)]
