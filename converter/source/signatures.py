"""Files that are no text, told by their first bytes."""

from __future__ import annotations

from typing import NamedTuple


class Signature(NamedTuple):
    """The bytes that stand at ``offset`` in every file of a kind, and what a person calls that kind."""

    offset: int
    magic: bytes
    kind: str


#: What archivists have handed in by mistake; the magic numbers are those of the formats' own specifications.
SIGNATURES: tuple[Signature, ...] = (
    Signature(0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    Signature(0, b"\xff\xd8\xff", "a JPEG image"),
    Signature(0, b"GIF87a", "a GIF image"),
    Signature(0, b"GIF89a", "a GIF image"),
    Signature(8, b"WEBPVP8", "a WebP image"),
    Signature(0, b"II*\x00", "a TIFF image"),
    Signature(0, b"MM\x00*", "a TIFF image"),
    Signature(0, b"PK\x03\x04", "a ZIP archive or a document of a kind (.xlsx, .pptx)"),
    Signature(0, b"PK\x05\x06", "an empty ZIP archive"),
    Signature(0, b"Rar!\x1a\x07", "a RAR archive"),
    Signature(0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    Signature(0, b"\x1f\x8b\x08", "a gzip file"),
    Signature(0, b"\xfd7zXZ\x00", "an xz file"),
    Signature(0, b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    Signature(0, b"\x7fELF", "a program"),
    Signature(0, b"SQLite format 3\x00", "an SQLite database"),
    Signature(0, b"ID3\x03", "an audio file"),
    Signature(0, b"ID3\x04", "an audio file"),
    Signature(257, b"ustar\x00", "a tar archive"),
    Signature(257, b"ustar  \x00", "a tar archive"),
)


def kind_of(data: bytes) -> str | None:
    """What ``data`` is when its first bytes say that it is no text, such as ``a PNG image``; else ``None``."""
    for offset, magic, kind in SIGNATURES:
        if data.startswith(magic, offset):
            return kind
    return None
