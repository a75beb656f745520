"""Word documents and templates in Office Open XML (ECMA-376): .docx, .dotx, .docm, .dotm."""

from converter.readers.docx.reading import read

__all__ = ["read"]
