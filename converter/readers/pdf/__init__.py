"""PDF, with the extra ``pdf`` (pypdfium2), in a process of its own with limits of memory and time."""

from __future__ import annotations

from converter.readers.pdf.reading import read

__all__ = ["read"]
