"""Small OFD packages for tests: text objects at given places."""

from __future__ import annotations

from collections.abc import Sequence

from tests.readers.packing import packed

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
FONTS = '<ofd:Font ID="1" FontName="FangSong_GB2312"/><ofd:Font ID="2" FontName="SimHei"/>'


def text(x: float, y: float, characters: str, size: float = 5.6, attributes: str = "", step: str | None = None) -> str:
    """A text object whose first character stands at ``x``, ``y`` (millimetres, baseline), ``size`` apart."""
    across = f"g {len(characters) - 1} {size}" if step is None else step
    return (
        f'<ofd:TextObject Boundary="{x} {y} 100 10" Size="{size}" {attributes or FONT}>'
        f'<ofd:TextCode X="0" Y="0" DeltaX="{across}">{characters}</ofd:TextCode></ofd:TextObject>'
    )


FONT = 'Font="1"'


def set_lines(paragraphs: Sequence[str], *, length: int = 26) -> list[str]:
    """``paragraphs`` as a printer sets them: the first line two characters in, 24 lines of ``length`` a page."""
    pages = [""]
    line = 0
    for paragraph in paragraphs:
        rest, indent = paragraph, 2
        while rest:
            if line == 24:
                pages.append("")
                line = 0
            pages[-1] += text(28 + 5.6 * indent, 40 + 10 * line, rest[: length - indent])
            rest, indent, line = rest[length - indent :], 0, line + 1
    return pages


def ofd(
    *documents: Sequence[str],
    resources: str = "",
    template: str = "",
    annotations: int = 0,
    namespace: str = _NAMESPACE,
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """An OFD of ``documents``, each a sequence of the objects of its pages; ``resources`` are composite units."""
    parts: dict[str, str | bytes] = {}
    bodies = ""
    for number, pages in enumerate(documents):
        root = f"Doc_{number}"
        bodies += f"<ofd:DocBody><ofd:DocRoot>/{root}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        listed = "".join(f'<ofd:Page ID="{100 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        noted = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>" if annotations else ""
        parts[f"{root}/Document.xml"] = (
            f"{_OPEN}<ofd:Document {namespace}><ofd:CommonData><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
            "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages>{noted}</ofd:Document>"
        )
        parts[f"{root}/PublicRes.xml"] = (
            f'{_OPEN}<ofd:Res {namespace} BaseLoc="Res"><ofd:Fonts>{FONTS}</ofd:Fonts>'
            f"<ofd:CompositeGraphicUnits>{resources}</ofd:CompositeGraphicUnits></ofd:Res>"
        )
        if annotations:
            parts[f"{root}/Annots/Annotations.xml"] = (
                f'<ofd:Annotations {namespace}><ofd:Page PageID="100"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page>'
                "</ofd:Annotations>"
            )
            parts[f"{root}/Annots/Page_0.xml"] = (
                f"<ofd:PageAnnot {namespace}>{'<ofd:Annot/>' * annotations}</ofd:PageAnnot>"
            )
        for index, objects in enumerate(pages):
            parts[f"{root}/Pages/Page_{index}/Content.xml"] = (
                f'{_OPEN}<ofd:Page {namespace}>{template}<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer>'
                "</ofd:Content></ofd:Page>"
            )
    parts["OFD.xml"] = f'{_OPEN}<ofd:OFD {namespace} Version="1.0">{bodies}</ofd:OFD>'
    return packed({**parts, **(extra or {})})
