"""Binary Word files (.doc, and .wps of Kingsoft Writer, which are the same), by [MS-DOC]."""

from __future__ import annotations

from converter.readers.doc.reading import read

__all__ = ["read"]
