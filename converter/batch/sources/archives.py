"""Texts in .zip and .tar archives. Nothing is ever unpacked to disk, and no member can name a place outside."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from converter.batch.documents import Document, DocumentError, Failure, Unusable, check_size
from converter.batch.sources.source import SourceFault, is_text
from converter.limits import MAX_BYTES

#: What the libraries raise for a member that is damaged, encrypted or packed in a way they do not know.
_DAMAGE = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
_UTF8_NAME = 0x800


class Zip:
    """The texts of a zip archive, in the order of its directory."""

    def __init__(self, path: Path) -> None:
        self.place = path

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts, named by their path in the archive."""
        try:
            archive = zipfile.ZipFile(self.place)
        except zipfile.BadZipFile as error:
            raise SourceFault(f"{self.place}: no zip archive ({error})") from error
        with archive:
            members = [member for member in archive.infolist() if not member.is_dir() and is_text(member.filename)]
            for index, member in enumerate(members):
                share = (index + 1) / len(members)
                yield _member(index, _zip_name(member), member.file_size, partial(archive.open, member), share)


class Tar:
    """The texts of a tar archive, packed by gzip, bzip2, xz or not at all, in the order they stand in it."""

    def __init__(self, path: Path) -> None:
        self.place = path

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts, named by their path in the archive."""
        size = max(1, self.place.stat().st_size)
        index = 0
        with self.place.open("rb") as file:
            try:
                with tarfile.open(fileobj=file, mode="r:*") as archive:
                    while (member := archive.next()) is not None:
                        # The library remembers every member; an archive may have millions.
                        archive.members = []  # type: ignore[attr-defined]
                        if not member.isfile() or not is_text(member.name):
                            continue
                        share = min(1.0, file.tell() / size)
                        opening = partial(archive.extractfile, member)
                        yield _member(index, _tar_name(member), member.size, opening, share)
                        index += 1
            except (tarfile.TarError, EOFError, zlib.error) as error:
                raise SourceFault(f"{self.place}: the archive is damaged behind its text {index} ({error})") from error


def _member(
    index: int, name: str, size: int, opening: Callable[[], IO[bytes] | None], share: float
) -> Document | Unusable:
    """One member; what is wrong with it costs only itself."""
    try:
        check_size(name, size)
        with opening() as file:  # type: ignore[union-attr]
            data = file.read(MAX_BYTES + 1)
        check_size(name, len(data))
    except DocumentError as error:
        return Unusable(index, name, error.failure, share)
    except _DAMAGE as error:
        return Unusable(index, name, Failure("unreadable", f"{name}: cannot be read from the archive ({error})"), share)
    return Document(index, name, data=data, share=share)


def _zip_name(member: zipfile.ZipInfo) -> str:
    """The name of a member; archives made by Chinese Windows write names in GBK without saying so."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        written = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    return _decoded(written)


def _tar_name(member: tarfile.TarInfo) -> str:
    return _decoded(member.name.encode("utf-8", "surrogateescape"))


def _decoded(name: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "backslashreplace")
