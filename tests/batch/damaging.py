"""Archives for tests, sound and damaged."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

BLOCK = 512


def tar(path: Path, members: dict[str, bytes], mode: str = "w") -> Path:
    """A tar archive of ``members``."""
    with tarfile.open(path, mode, format=tarfile.GNU_FORMAT) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def header_of(data: bytes, name: str) -> int:
    """Where the header of the member ``name`` stands."""
    return data.index(name.encode().ljust(100, b"\0"))


def header(name: bytes, size: int | bytes, kind: bytes = b"0") -> bytes:
    """A header whose sum is right; a size in bytes is written as it is."""
    field = size if isinstance(size, bytes) else f"{size:011o}\0".encode()
    block = bytearray(name.ljust(100, b"\0") + b"0000644\0" * 3 + field + b"0" * 11 + b"\0" + b" " * 8 + kind)
    block = bytearray(block.ljust(257, b"\0") + b"ustar\x0000").ljust(BLOCK, b"\0")
    block[148:156] = f"{sum(block):06o}\0 ".encode()
    return bytes(block)
