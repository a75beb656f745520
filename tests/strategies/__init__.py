"""Generated reports: whole trees that keep every promise of the model, and raw texts as reports are written.

``reports()`` gives trees that are right by construction (ids, levels, spans, access, partition, hash); the small pieces
are there for tests of one thing. ``report_texts()`` gives texts to parse.
"""

from tests.strategies.characters import NASTY, UNCARRIED, hex_bytes, layout_texts, texts
from tests.strategies.pieces import MARKERS, metas, quantities
from tests.strategies.raw_texts import paid_texts, paragraphs, report_texts
from tests.strategies.trees import reports

__all__ = [
    "MARKERS",
    "NASTY",
    "UNCARRIED",
    "hex_bytes",
    "layout_texts",
    "metas",
    "paid_texts",
    "paragraphs",
    "quantities",
    "report_texts",
    "reports",
    "texts",
]
