"""ZIP packages and the XML in them, unpacked within bounds: nothing is written, nothing outside is read."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from converter.model.errors import ReaderError
from converter.readers.bounds import MAX_PART, MAX_PARTS, MAX_TAGS, MAX_UNPACKED

_ENCRYPTED = 0x1
#: Where entities are declared: before the first element.
_PROLOG = 1 << 20


class Package:
    """The parts of a ZIP package by name. Names are only looked up, never used as paths."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ReaderError(_broken("", error)) from error
        if len(infos) > MAX_PARTS:
            raise ReaderError(f"the package has {len(infos)} parts; a document has at most {MAX_PARTS}")
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}
        self._unpacked = 0

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the order of the package."""
        return list(self._infos)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; ``None`` when there is none of that name. Raises :class:`ReaderError`."""
        info = self._infos.get(name.lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise ReaderError("the package is encrypted; open it with its password and save it without one")
        try:
            with self._zip.open(info) as part:
                data = part.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise ReaderError(_broken(name, error)) from error
        self._unpacked += len(data)
        if len(data) > MAX_PART or self._unpacked > MAX_UNPACKED:
            raise ReaderError(
                f"{name} unpacks to more than {MAX_PART >> 20} MiB, or the package to more than "
                f"{MAX_UNPACKED >> 20}; no report is that long"
            )
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part in XML; ``None`` when there is no such part. Raises :class:`ReaderError`."""
        data = self.read(name)
        return None if data is None else parse_xml(data, name)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document, without entities, DTD or network. Raises :class:`ReaderError`."""
    if data.count(b"<") > MAX_TAGS:
        raise ReaderError(f"{name} has more than {MAX_TAGS} tags; no report has")
    if b"<!ENTITY" in data[:_PROLOG].replace(b"\0", b""):
        raise ReaderError(_broken(name, "it declares entities, which no document does"))
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReaderError(_broken(name, error)) from error
    if root is None:
        raise ReaderError(_broken(name, "it is empty"))
    return root


def _broken(name: str, what: object) -> str:
    """One sentence for what is wrong with a package, or with its part ``name``."""
    reason = " ".join(str(what).replace("(<string>, line 1)", "").split())
    where = f"{name}: " if name else ""
    return f"the package is broken ({where}{reason[:200]}); open it in the program that made it and save it again"
