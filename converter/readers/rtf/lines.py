"""The paragraphs of an RTF file on their way into the projected text: alone, in rows of a table, in notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.model.projection import LineFacts, LineKind
from converter.patterns import late
from converter.readers.looks import LineLook, RunLook, level_of_style
from converter.readers.projecting import Projection
from converter.readers.rtf.head import Head
from converter.readers.rtf.state import Setting

_CONTENTS_STYLE = late(r"(?i:toc|contents)\s?(?:heading|[1-9])|目录\s?[1-9]?")
#: A cell of so many paragraphs and characters is no cell of figures: the table lays out the page.
_PARAGRAPHS_OF_A_PAGE, _CHARACTERS_OF_A_PAGE = 10, 600


@dataclass(slots=True)
class Paragraph:
    """The runs of a paragraph or of one of its lines; ``number`` is what is drawn before it."""

    runs: list[tuple[str, RunLook]] = field(default_factory=list)
    number: str = ""
    setting: Setting = field(default_factory=Setting)
    soft: bool = False
    contents: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.runs and not self.number

    @property
    def text(self) -> str:
        """The text, without what is drawn before it."""
        return "".join(text for text, _ in self.runs)


class Lines:
    """Writes paragraphs and rows of cells into a projection."""

    def __init__(self, projection: Projection, head: Head) -> None:
        self.projection = projection
        self._head = head
        self._cell: list[Paragraph] = []
        self._row: list[list[Paragraph]] = []

    def paragraph(self, paragraph: Paragraph, kind: LineKind = "paragraph") -> None:
        """Write a paragraph; one in a table waits for the end of its row."""
        if paragraph.setting.in_table and kind != "note":
            self._cell.append(paragraph)
            return
        self.end_row()
        self._write(paragraph, kind)

    def end_cell(self, paragraph: Paragraph) -> None:
        """The cell ends with ``paragraph``."""
        self._row.append([*self._cell, paragraph])
        self._cell = []

    def end_row(self) -> None:
        """Write the row, if there is one. A row of one cell, or one with a page in a cell, is none."""
        row, self._row = self._row, []
        if self._cell:
            row.append(self._cell)
            self._cell = []
        if not row:
            return
        if len(row) == 1 or any(_is_page(cell) for cell in row):
            for cell in row:
                for paragraph in cell:
                    if not paragraph.is_empty:
                        self._write(paragraph, "paragraph")
            return
        for cell in row:
            self.projection.next_cell()
            for number, paragraph in enumerate([each for each in cell if not each.is_empty]):
                if number:
                    self.projection.write(" ", "separator")
                self._runs(paragraph)
        self.projection.end(LineFacts(kind="table_row"))

    def _write(self, paragraph: Paragraph, kind: LineKind) -> None:
        look = self._runs(paragraph)
        setting = paragraph.setting
        style = self._head.styles.get(setting.style if setting.style is not None else 0)
        name = style.name if style else None
        level = setting.outline_level if setting.outline_level is not None else style.outline_level if style else None
        if paragraph.contents or (name is not None and _CONTENTS_STYLE.fullmatch(name)):
            kind = "contents"
        elif paragraph.soft and kind == "paragraph":
            kind = "line"
        facts = LineFacts(
            kind=kind,
            style=name,
            outline_level=level + 1 if level is not None and 0 <= level < 9 else level_of_style(name),
            alignment=setting.alignment,
            size=look.size,
            bold=look.all_bold,
            font=look.font,
            indent=None if paragraph.soft else setting.indent(look.size),
            bold_run=look.bold_from_start,
        )
        self.projection.end(facts)

    def _runs(self, paragraph: Paragraph) -> LineLook:
        look = LineLook()
        drawn = paragraph.number.strip()
        if drawn:
            self.projection.write(drawn, "numbering")
            parting = " " if paragraph.number.endswith((" ", "\t")) else ""
            self.projection.write(parting, "separator")
            look.drawn = len(drawn) + len(parting)
        for text, run in paragraph.runs:
            self.projection.write(text)
            look.add(text, run)
        return look


def _is_page(cell: list[Paragraph]) -> bool:
    return len(cell) > _PARAGRAPHS_OF_A_PAGE and sum(len(each.text) for each in cell) > _CHARACTERS_OF_A_PAGE
