"""Where the documents come from: folders, patterns, archives and tables, read in the same order every time."""

from converter.batch.sources.opening import open_source
from converter.batch.sources.source import Source, SourceFault
from converter.batch.sources.tables import Columns

__all__ = ["Columns", "Source", "SourceFault", "open_source"]
