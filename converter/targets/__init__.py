"""From the tree to the targets: numerals, quantities, comparators, indicators, strength (CONVENTIONS §3)."""

from converter.targets.diagnostics import noticed
from converter.targets.reading import read, read_targets

__all__ = ["noticed", "read", "read_targets"]
