"""From the pages of a file to its projected text."""

from __future__ import annotations

from converter.model.errors import ReaderError
from converter.model.projection import LineFacts, Projected
from converter.readers.pages.furniture import furniture
from converter.readers.pages.lines import page_lines
from converter.readers.pages.paragraphs import (
    PageParagraph,
    body_size,
    joint,
    note_paragraphs,
    paragraphs,
    set_edges,
    split_notes,
)
from converter.readers.pages.pieces import Page, PageLine
from converter.readers.pages.trust import doubts
from converter.readers.projecting import Projection

#: The signs of symbol fonts (Wingdings): their places in the font tell nothing, so each is a bullet.
_BULLETS = dict.fromkeys(range(0xF020, 0xF100), "•")


def projected_pages(
    pages: list[Page], broken: int, projection: Projection, reader: str, version: str, media_type: str
) -> Projected:
    """The projected text of ``pages``, ``broken`` of which could not be read.

    Raises :class:`ReaderError` where no page has text.
    """
    without = sum(not any(piece.text.strip() for piece in page.pieces) for page in pages) - broken
    if without + broken == len(pages):
        if broken:
            raise ReaderError(f"none of the {len(pages)} pages can be read; print the file anew")
        raise ReaderError(_without_text(without, pages))
    if without:
        projection.note("pages_without_text", f"{_without_text(without, pages)}.".replace("no", "No", 1))
    if broken:
        projection.note("pages_broken", f"{broken} of {len(pages)} pages could not be read.")
    doubt = doubts("".join(piece.text for page in pages for piece in page.pieces))
    if doubt:
        projection.note("text_layer_doubtful", doubt)
    _write_pages(pages, projection)
    return projection.projected(reader, version, media_type, states_paragraphs=True, pages_basis="fixed")


def _without_text(without: int, pages: list[Page]) -> str:
    return f"no text layer on {without} of {len(pages)} pages: character recognition is not done here"


def _write_pages(pages: list[Page], projection: Projection) -> None:
    """Write the text of ``pages`` into ``projection``: the body, then the footnotes; running heads are left out."""
    for page in pages:
        placed = [piece for piece in page.pieces if page.shows(piece)]
        projection.omit("hidden_text", len(page.pieces) - len(placed))
        page.pieces = placed
    lines = [page_lines(page) for page in pages]
    dropped = furniture(lines, [page.height for page in pages])
    projection.omit("headers_footers", len(dropped))
    lines = [[line for line in of_page if id(line) not in dropped] for of_page in lines]
    size = body_size([line for of_page in lines for line in of_page])
    bodies: list[list[PageLine]] = []
    notes: list[PageParagraph] = []
    for of_page in lines:
        body, foot = split_notes(of_page, size)
        bodies.append(body)
        notes += note_paragraphs(foot)
    set_edges(bodies, [page.width for page in pages])
    body = [line for of_page in bodies for line in of_page]
    for paragraph in paragraphs(body):
        _write(paragraph, projection)
    for paragraph in notes:
        _write(paragraph, projection)
    for page in pages:
        projection.omit("pictures", page.pictures)
        projection.omit("turned_text", page.turned)


def _write(paragraph: PageParagraph, projection: Projection) -> None:
    first = paragraph.lines[0]
    facts = LineFacts(
        paragraph.kind,
        alignment="center" if paragraph.centred else None,
        size=first.size,
        bold="bold" in (first.font or "").lower() or None,
        font=first.font,
        indent=round(first.indent, 1),
        page=first.page,
    )
    before = ""
    for line in paragraph.lines:
        if before:
            projection.write(joint(before, line.text), "separator")
        projection.page(line.page)
        _write_line(line, projection)
        before = line.text
    projection.end(facts)


def _write_line(line: PageLine, projection: Projection) -> None:
    for index, cell in enumerate(line.cells):
        if line.is_row:
            projection.next_cell()
        elif index:
            projection.write("\t", "separator")
        for part in cell:
            projection.write(part.text.translate(_BULLETS), "separator" if part.generated else None)
