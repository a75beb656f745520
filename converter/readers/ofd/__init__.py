"""OFD, the fixed-layout format of Chinese offices (GB/T 33190-2016)."""

from __future__ import annotations

from converter.readers.ofd.reading import read

__all__ = ["read"]
