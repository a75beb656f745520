"""Small PDF files for tests: text at given places, in a font that is named and not embedded."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

#: A4, in points.
WIDTH, HEIGHT = 595, 842


class Text(NamedTuple):
    """Characters from ``x`` on, their baseline ``y`` below the top edge, in points."""

    x: float
    y: float
    text: str
    size: float = 16


def pdf(
    pages: Sequence[Sequence[Text]],
    *,
    encoding: str = "UniGB-UCS2-H",
    rotate: int = 0,
    picture: bool = False,
    encrypted: bool = False,
) -> bytes:
    """A PDF of ``pages``; with the encoding ``Identity-H`` it does not say which characters its signs are."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120 /CapHeight 880 "
        "/ItalicAngle 0 /StemV 90 /FontBBox [0 -200 1000 900] >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>"
        )
        content = "".join(_shown(text, rotate) for text in page)
        if picture:
            content += "q 200 0 0 200 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q\n"
        data = zlib.compress(content.encode("latin-1")).decode("latin-1")
        objects.append(f"<< /Filter /FlateDecode /Length {len(data)} >>\nstream\n{data}\nendstream")
    extra = ""
    if encrypted:
        extra = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
    return _file(objects, extra)


def _shown(text: Text, rotate: int) -> str:
    codes = text.text.encode("utf-16-be").hex()
    if rotate == 90:
        return f"BT /F {text.size} Tf 0 1 -1 0 {text.y} {text.x} Tm <{codes}> Tj ET\n"
    return f"BT /F {text.size} Tf 1 0 0 1 {text.x} {HEIGHT - text.y} Tm <{codes}> Tj ET\n"


def _file(objects: Sequence[str], extra: str) -> bytes:
    data = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R {extra} >>\n"
    return data + (end + f"startxref\n{len(data)}\n%%EOF\n").encode("latin-1")


def _fitting(text: str, width: int) -> int:
    """How many characters of ``text`` fill a line of ``width``, in halves of a Chinese character."""
    for length, sign in enumerate(text):
        width -= 1 if sign.isascii() else 2
        if width < 0:
            return length
    return len(text)


def set_lines(paragraphs: Sequence[str], *, columns: int = 28, left: float = 74, top: float = 120) -> list[list[Text]]:
    """``paragraphs`` as a printer sets them: the first line two characters in, 22 lines of ``columns`` a page."""
    pages: list[list[Text]] = [[]]
    y = top
    for paragraph in paragraphs:
        rest, indent = paragraph, 2
        while rest:
            length = _fitting(rest, 2 * (columns - indent))
            line, rest = rest[:length], rest[length:]
            if y > top + 21 * 29:
                pages.append([])
                y = top
            pages[-1].append(Text(left + 16 * indent, y, line))
            y += 29
            indent = 0
    return pages
