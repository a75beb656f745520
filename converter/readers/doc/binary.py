"""Little-endian numbers; each raises ``struct.error`` where the bytes end too early."""

from __future__ import annotations

from struct import Struct

_U16, _I16, _U32, _I32 = Struct("<H"), Struct("<h"), Struct("<I"), Struct("<i")


def u16(data: bytes, offset: int) -> int:
    value: int = _U16.unpack_from(data, offset)[0]
    return value


def i16(data: bytes, offset: int) -> int:
    value: int = _I16.unpack_from(data, offset)[0]
    return value


def u32(data: bytes, offset: int) -> int:
    value: int = _U32.unpack_from(data, offset)[0]
    return value


def i32(data: bytes, offset: int) -> int:
    value: int = _I32.unpack_from(data, offset)[0]
    return value


def u32s(data: bytes, offset: int, count: int) -> tuple[int, ...]:
    """``count`` numbers in a row."""
    return Struct(f"<{count}I").unpack_from(data, offset)
