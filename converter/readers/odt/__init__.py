"""Text documents in OpenDocument format (ISO/IEC 26300): .odt and .ott."""

from converter.readers.odt.reading import read

__all__ = ["read"]
