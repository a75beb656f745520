"""From texts in a row to their places: spans, layout, paid parts, and the source they make up."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from typing import get_args

from hypothesis import strategies as st

from converter.model import (
    Access,
    GeneratedKind,
    Newline,
    Omitted,
    PagesBasis,
    PaidSpan,
    Projection,
    Source,
    Span,
)


@dataclass
class LeafText:
    """A leaf before it has a place: its pieces, and the layout between them."""

    pieces: list[str]
    inside: list[str]


class Assembly:
    """Puts texts and layout in a row, then says where each text stands and how much of it is paid."""

    def __init__(self) -> None:
        self.atoms: list[tuple[str, int | None]] = []  # text, and the number of the leaf it belongs to
        self.leaves = 0
        self.text = ""
        self.pieces: list[tuple[int, str]] = []
        self.paid_spans: list[PaidSpan] = []
        self.spans: dict[int, Span] = {}
        self.texts: dict[int, str] = {}
        self.paid: dict[int, int] = {}  # characters of each leaf in paid spans

    def layout(self, text: str) -> None:
        self.atoms.append((text, None))

    def leaf(self, text: LeafText) -> int:
        for piece, gap in zip(text.pieces, [*text.inside, ""], strict=True):
            self.atoms.append((piece, self.leaves))
            if gap:
                self.layout(gap)
        self.leaves += 1
        return self.leaves - 1

    def place(self, cuts: list[tuple[int, str]]) -> None:
        """Put the paid markers ``cuts`` (begin, end, begin, …) before the atoms they name, and measure everything."""
        markers: dict[int, list[str]] = {}
        for at, marker in cuts:
            markers.setdefault(at, []).append(marker)
        position = 0
        opened: tuple[int, str] | None = None
        for number, (text, leaf) in enumerate([*self.atoms, ("", None)]):
            for marker in markers.get(number, ()):
                if opened:
                    self.paid_spans.append(PaidSpan((opened[0], position), opened[1], marker))
                self._keep(position, marker)
                position += len(marker)
                opened = None if opened else (position, marker)
            if leaf is None:
                self._keep(position, text)
            else:
                self._grow(leaf, position, text, len(text) if opened else 0)
            position += len(text)

    def _keep(self, position: int, text: str) -> None:
        """A piece of layout, which goes on from the one before where nothing stands between them."""
        self.text += text
        if self.pieces and self.pieces[-1][0] + len(self.pieces[-1][1]) == position:
            position, before = self.pieces.pop()
            text = before + text
        if text:
            self.pieces.append((position, text))

    def _grow(self, leaf: int, position: int, text: str, paid: int) -> None:
        self.text += text
        start = self.spans[leaf][0] if leaf in self.spans else position
        self.spans[leaf] = (start, position + len(text))
        self.texts[leaf] = self.texts.get(leaf, "") + text
        self.paid[leaf] = self.paid.get(leaf, 0) + paid

    def access(self, *numbers: int) -> Access:
        paid = sum(self.paid[n] for n in numbers)
        if not paid:
            return "free"
        return "paid" if paid == sum(len(self.texts[n]) for n in numbers) else "mixed"


def source_of(row: Assembly, bom: bool, damaged: int, name: str | None) -> Source:
    """The source of the assembled text in UTF-8; of its U+FFFD the first ``damaged`` stand for bytes."""
    undecodable = [(at, "ff") for at, character in enumerate(row.text) if character == "\ufffd"][:damaged]
    data = row.text.encode().replace("\ufffd".encode(), b"\xff", len(undecodable))
    if bom:
        data = b"\xef\xbb\xbf" + data
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding="utf-8",
        confidence=1.0,
        bom=bom,
        newline=_newline(row.text),
        characters=len(row.text),
        layout=row.pieces,
        undecodable=undecodable,
    )


@st.composite
def projected_sources(draw: st.DrawFn, row: Assembly, name: str | None) -> Source:
    """The source of the assembled text as the projection of some file; its bytes embedded or not."""
    data = draw(st.binary(min_size=1, max_size=20))
    places = sorted(draw(st.sets(st.integers(0, len(row.text)), max_size=6)))
    pages = [(at, number) for number, at in enumerate([0, *(at for at in places if at)][: draw(st.integers(0, 3))], 1)]
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding="utf-8",
        confidence=1.0,
        bom=False,
        newline=_newline(row.text),
        characters=len(row.text),
        layout=row.pieces,
        media_type=draw(st.sampled_from(["application/pdf", "text/html", "application/msword"])),
        projection=Projection("docx", "1", hashlib.sha256(row.text.encode()).hexdigest()),
        generated=[
            (start, end, draw(st.sampled_from(get_args(GeneratedKind))))
            for start, end in zip(places[::2], places[1::2], strict=False)
        ],
        omitted=[Omitted("comments", draw(st.integers(1, 9)))] if draw(st.booleans()) else [],
        pages=pages,
        pages_basis=draw(st.sampled_from(get_args(PagesBasis))) if pages else None,
        original=b64encode(data).decode() if draw(st.booleans()) else None,
    )


def _newline(text: str) -> Newline | None:
    lines, separators = "\n" in text, "\u2028" in text or "\u2029" in text
    if lines:
        return "mixed" if separators else "lf"
    return "ls" if separators else None
