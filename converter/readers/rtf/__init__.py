"""Rich Text Format (version 1.9.1)."""

from converter.readers.rtf.reading import read

__all__ = ["read"]
