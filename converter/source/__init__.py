"""From bytes to text: encodings, byte order marks, newlines, and nothing about reports."""

from converter.model.errors import RestoreError, SourceError
from converter.source.decoding import SourceText, decode, decode_text
from converter.source.diagnostics import noticed
from converter.source.restoring import embed, restore, restore_from

__all__ = [
    "RestoreError",
    "SourceError",
    "SourceText",
    "decode",
    "decode_text",
    "embed",
    "noticed",
    "restore",
    "restore_from",
]
