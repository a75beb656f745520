"""From bytes to text: encodings, byte order marks, newlines, and nothing about reports."""

from converter.source.decoding import SourceText, decode
from converter.source.restoring import RestoreError, restore

__all__ = ["RestoreError", "SourceText", "decode", "restore"]
