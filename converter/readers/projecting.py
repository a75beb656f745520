"""The builder of a projected text: what every reader writes its lines, cells, numbers and pages into."""

from __future__ import annotations

from collections import Counter

from converter.model import Diagnostic, Omitted, Span
from converter.model.errors import ReaderError
from converter.model.projection import LineFacts, Projected
from converter.model.report import GeneratedKind, PagesBasis
from converter.readers.bounds import MAX_LINES
from converter.readers.diagnostics import noted, omission

#: What would end a line of the text, and is no end of a line where a reader writes it: a blank stands for it.
_LINE_ENDS = {ord(sign): " " for sign in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
#: A cell may not hold what parts cells.
_IN_CELL = _LINE_ENDS | {ord("\t"): " "}


class Projection:
    """A projected text in the making. Lines are written from left to right: ``write`` what stands in one, then ``end``
    it with its facts."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._line_start = 0
        self._facts: list[LineFacts] = []
        self._generated: list[tuple[int, int, GeneratedKind]] = []
        self._omitted: Counter[str] = Counter()
        self._pages: list[tuple[int, int]] = []
        self._page: int | None = None
        self._cells: list[Span] | None = None
        self._cell_start = 0
        self._diagnostics: list[Diagnostic] = []

    @property
    def offset(self) -> int:
        """Where the next character will stand in the text."""
        return self._length

    @property
    def in_line(self) -> int:
        """How many characters the line has so far."""
        return self._length - self._line_start

    def write(self, text: str, generated: GeneratedKind | None = None) -> None:
        """Write ``text`` into the line; ``generated`` says that the file does not hold it as text."""
        text = text.translate(_LINE_ENDS if self._cells is None else _IN_CELL)
        if not text:
            return
        if generated:
            self._generated.append((self._length, self._length + len(text), generated))
        self._pieces.append(text)
        self._length += len(text)

    def next_cell(self) -> None:
        """Begin the next cell of a row, or the first: a tab parts it from the one before."""
        if self._cells is None:
            self._cells = []
        else:
            self._cells.append((self._cell_start, self._length))
            self._generated.append((self._length, self._length + 1, "separator"))
            self._pieces.append("\t")
            self._length += 1
        self._cell_start = self._length

    def end(self, facts: LineFacts) -> None:
        """End the line, whose facts are ``facts``; its page and its cells are filled in."""
        if len(self._facts) >= MAX_LINES:
            raise ReaderError(f"more than {MAX_LINES} paragraphs; a report has fewer, so split the file")
        if self._cells is not None:
            self._cells.append((self._cell_start, self._length))
            facts.kind, facts.cells, self._cells = "table_row", self._cells, None
        if facts.page is None:
            facts.page = self._pages[-1][1] if self._pages else None
        self._facts.append(facts)
        self._pieces.append("\n")
        self._length += 1
        self._line_start = self._length

    def page(self, number: int) -> None:
        """What is written from here on stands on page ``number``."""
        if self._pages and self._pages[-1][1] == number:
            return
        if self._pages and self._pages[-1][0] == self._length:
            self._pages.pop()
        self._pages.append((self._length, number))

    def omit(self, kind: str, count: int = 1) -> None:
        """Count content of a kind that the text leaves out; the kinds are in ``converter.readers.diagnostics``."""
        if count:
            self._omitted[kind] += count

    def note(self, code: str, more: str = "", span: Span | None = None) -> None:
        """Add a diagnostic of ``converter.readers.diagnostics``."""
        self._diagnostics.append(noted(code, more, span))

    def projected(
        self,
        reader: str,
        version: str,
        media_type: str,
        *,
        states_paragraphs: bool,
        pages_basis: PagesBasis | None = None,
    ) -> Projected:
        """The finished text. Raises :class:`ReaderError` where it holds nothing but blanks."""
        text = "".join(self._pieces)[:-1]
        omitted = [Omitted(kind, count) for kind, count in sorted(self._omitted.items())]
        if not text.strip():
            raise ReaderError(_nothing(omitted))
        pages = [(min(offset, len(text)), number) for offset, number in self._pages]
        found = [omission(each) for each in omitted]
        return Projected(
            reader,
            version,
            media_type,
            text,
            self._facts,
            states_paragraphs,
            self._generated,
            omitted,
            pages if pages_basis else [],
            pages_basis if pages else None,
            self._diagnostics + found,
        )


def _nothing(omitted: list[Omitted]) -> str:
    pictures = next((each.count for each in omitted if each.kind == "pictures"), 0)
    if pictures:
        return (
            f"the file holds no text, only pictures ({pictures}); character recognition is not done here, "
            "so a file with text is needed"
        )
    return "the file holds no text; a report is needed"
