"""Small packages for tests of the readers, put together in memory."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP package of ``parts``, the same bytes each time."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A .docx whose ``w:body`` holds ``body``; ``parts`` are further parts by kind (``styles``, ``header`` …)."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    relations = "".join(f'<Relationship Id="{kind}" Type="{_TYPE}{kind}" Target="{kind}.xml"/>' for kind in parts)
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document,
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
            **{f"word/{kind}.xml": content for kind, content in parts.items()},
        }
    )


def part(content: str) -> str:
    """A part of a Word document that holds ``content``."""
    return f'<w:part xmlns:w="{WORD}">{content}</w:part>'


def paragraphs(*texts: str) -> str:
    """Plain paragraphs of a Word document."""
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def table(*rows: tuple[str, ...]) -> str:
    """A table of a Word document, a paragraph a cell."""
    cells = ("".join(f"<w:tc>{paragraphs(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
