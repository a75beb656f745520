"""Complex fields: their instructions are no text, their results are; a field of contents runs over many paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from converter.readers.bounds import MAX_DEPTH
from converter.readers.docx.names import w

_CONTENTS = "TOC"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False


class Fields:
    """The fields that are open where the reader stands."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._instructions = 0  # how many of them stand in their instruction
        self._contents = 0  # how many of them show a table of contents

    @property
    def shows(self) -> bool:
        """Whether text is shown here: not inside an instruction."""
        return not self._instructions

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return self._contents > 0

    def mark(self, element: etree._Element) -> None:
        """Take note of a ``w:fldChar``."""
        kind = element.get(w("fldCharType"))
        if kind == "begin" and len(self._open) < MAX_DEPTH:
            self._open.append(_Field())
            self._instructions += 1
        elif kind == "separate" and self._open and not self._open[-1].in_result:
            self._open[-1].in_result = True
            self._instructions -= 1
            self._contents += _is_contents(self._open[-1])
        elif kind == "end" and self._open:
            closed = self._open.pop()
            if closed.in_result:
                self._contents -= _is_contents(closed)
            else:
                self._instructions -= 1

    def instruct(self, text: str) -> None:
        """Take note of a ``w:instrText``."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].instruction) < 100:
            self._open[-1].instruction += text


def _is_contents(field: _Field) -> bool:
    return field.instruction.split(maxsplit=1)[:1] == [_CONTENTS]
