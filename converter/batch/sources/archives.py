"""Texts in .zip and .tar archives. Nothing is ever unpacked to disk, and no member can name a place outside."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, cast

from converter.batch.documents import Document, DocumentError, Failure, Unusable, check_size
from converter.batch.sources.source import SourceFault, damaged, is_text
from converter.batch.sources.tar_reading import Member, TarDamage, TarReader
from converter.file_names import decoded_name
from converter.folders import LeftOut
from converter.limits import MAX_BYTES

#: What the libraries raise for data that are damaged, encrypted or packed in a way they do not know.
_DAMAGE = (
    *(OSError, EOFError, ValueError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
)
_UTF8_NAME = 0x800
#: The most bytes of a zip archive's directory, which is read at once: names, comments and extra fields of all members.
_MOST_DIRECTORY = 512 << 20
#: A packed archive that unpacks to so many times its size, and to so many bytes, is a bomb; texts are packed 3 : 1.
_MOST_TIMES, _FROM_BYTES = 200, 1 << 30
_PIECE = 1 << 20

#: How a packed archive begins, and what unpacks it.
_PACKINGS: tuple[tuple[bytes, Callable[[IO[bytes]], object]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\0", lzma.open),
)


class Zip:
    """The texts of a zip archive, in the order of its directory."""

    def __init__(self, path: Path) -> None:
        self.place = path
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts, named by their path in the archive."""
        with self.place.open("rb") as file:
            _check_directory(self.place, file)
            try:
                archive = zipfile.ZipFile(file)
            except (*_DAMAGE, MemoryError) as error:
                raise SourceFault(f"{self.place}: no zip archive ({_said(error)})") from error
            with archive:
                yield from self._members(archive)

    def _members(self, archive: zipfile.ZipFile) -> Iterator[Document | Unusable]:
        listed = [member for member in archive.infolist() if not member.is_dir()]
        members = [member for member in listed if is_text(member.filename)]
        for member in listed:
            if not is_text(member.filename):
                self.left_out.add_name(member.filename)
        overlapping = _overlapping(listed)
        for index, member in enumerate(members):
            share = (index + 1) / len(members)
            name = _zip_name(member)
            if member.header_offset in overlapping:
                failure = Failure("unreadable", f"{name}: its bytes are those of another member as well")
                yield Unusable(index, name, failure, share)
                continue
            yield _member(index, name, member.file_size, partial(_zip_data, archive, member), share)


class Tar:
    """The texts of a tar archive, packed by gzip, bzip2, xz or not at all, in the order they stand in it."""

    def __init__(self, path: Path) -> None:
        self.place = path
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts, named by their path in the archive; what stands before a damage is given before it."""
        size = max(1, self.place.stat().st_size)
        index = 0
        met = False
        with self.place.open("rb") as file:
            try:
                reader = TarReader(_unpacked(file, size))
                for member in reader.members():
                    met = True
                    name = decoded_name(member.name)
                    if member.kind == "other" or not is_text(name):
                        if member.kind != "other":
                            self.left_out.add_name(name)
                        continue
                    share = min(1.0, file.tell() / size)
                    yield _member(index, name, member.size, partial(_tar_data, reader, member), share)
                    index += 1
            except _DAMAGE as error:
                if not met:
                    raise SourceFault(f"{self.place}: no tar archive, or a damaged one ({_said(error)})") from error
                why = f"the archive is damaged behind its text {index} ({_said(error)})"
                yield damaged(index, self.place, why)


def _unpacked(file: IO[bytes], size: int) -> IO[bytes]:
    """The bytes of the archive; packed ones are read to their end first, for their check sum stands there.

    What comes before a cut is sound; where a sum is wrong, any of it may be. Raises what the libraries raise.
    """
    head = file.read(8)
    file.seek(0)
    for magic, unpack in _PACKINGS:
        if head.startswith(magic):
            _check_sum(cast("IO[bytes]", unpack(file)), size)
            file.seek(0)
            return cast("IO[bytes]", unpack(file))
    return file


def _check_sum(stream: IO[bytes], size: int) -> None:
    passed = 0
    try:
        while data := stream.read(_PIECE):
            passed += len(data)
            if passed > max(_FROM_BYTES, _MOST_TIMES * size):
                raise TarDamage(f"it unpacks to more than {_MOST_TIMES} times its size")
    except EOFError:
        return


def _zip_data(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(MAX_BYTES + 1)


def _tar_data(reader: TarReader, member: Member) -> bytes:
    if member.kind == "sparse":
        raise DocumentError("unreadable", f"{decoded_name(member.name)}: it is stored with holes, which is not read")
    try:
        return reader.read(MAX_BYTES + 1)
    except TarDamage:
        raise
    except _DAMAGE as error:
        raise TarDamage(_said(error)) from error


def _member(index: int, name: str, size: int, read: Callable[[], bytes], share: float) -> Document | Unusable:
    """One member; what is wrong with it costs only itself. Raises :class:`TarDamage`, which costs the rest."""
    try:
        check_size(name, size)
        data = read()
        check_size(name, len(data))
    except DocumentError as error:
        return Unusable(index, name, error.failure, share)
    except TarDamage:
        raise
    except _DAMAGE as error:
        why = f"{name}: cannot be read from the archive ({_said(error)})"
        return Unusable(index, name, Failure("unreadable", why), share)
    return Document(index, name, data=data, share=share)


def _said(error: BaseException) -> str:
    """The words of a library on one line."""
    return " ".join(str(error).split()) or type(error).__name__


def _zip_name(member: zipfile.ZipInfo) -> str:
    """The name of a member; archives made by Chinese Windows write names in GBK without saying so."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        written = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    return decoded_name(written)


def _overlapping(members: list[zipfile.ZipInfo]) -> set[int]:
    """Where members begin whose packed bytes reach into the next: the way of bombs."""
    found: set[int] = set()
    end = -1
    start = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            found |= {start, member.header_offset}
        start = member.header_offset
        end = max(end, start + 30 + member.compress_size)
    return found


def _check_directory(path: Path, file: IO[bytes]) -> None:
    """Refuse a directory that would fill the memory; one that cannot be found is left to the library."""
    size = file.seek(0, 2)
    tail_start = max(0, size - (1 << 16) - 22 - 20)
    file.seek(tail_start)
    tail = file.read()
    file.seek(0)
    place = tail.rfind(b"PK\5\6")
    if place >= 0 and len(tail) >= place + 22:
        length = struct.unpack_from("<I", tail, place + 12)[0]
        if min(length, size) > _MOST_DIRECTORY:
            raise SourceFault(f"{path}: the directory of this zip archive has more than {_MOST_DIRECTORY >> 20} MiB")
