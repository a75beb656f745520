"""An RTF file as a whole: one walk over its tokens, with a stack of states."""

from __future__ import annotations

from dataclasses import replace

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.projecting import Projection
from converter.readers.rtf.charsets import SYMBOL, codec_of_font, codec_of_page
from converter.readers.rtf.head import Head
from converter.readers.rtf.lines import Lines, Paragraph
from converter.readers.rtf.looks import looked, set_paragraph
from converter.readers.rtf.state import State
from converter.readers.rtf.tokens import Token, tokens
from converter.readers.rtf.words import BREAKS, COUNTED, KNOWN_STARRED, SIGNS, SKIPPED
from converter.readers.symbol_fonts import symbol

#: To be raised whenever the same file gives another text.
VERSION = "1"
#: Open groups; no program writes a hundred.
_MOST_GROUPS = 10_000
#: What is drawn before a paragraph is shorter.
_LONGEST_NUMBER = 100
_SURROGATES = range(0xD800, 0xE000)


def read(data: bytes) -> Projected:
    """The projected text of an RTF file and the facts it states. Raises :class:`ReaderError`."""
    reading = _Reading()
    for token in tokens(data):
        reading.take(token)
    return reading.projected()


class _Reading:
    """The builder that owns the stack of groups and the paragraph at hand."""

    def __init__(self) -> None:
        self._projection = Projection()
        self._head = Head()
        self._lines = Lines(self._projection, self._head)
        self._state = State()
        self._stack: list[State] = []
        self._paragraph = Paragraph()
        self._bytes = bytearray()
        self._high: int | None = None  # the first half of a character beyond the basic plane
        self._skip = 0  # how many characters for readers without Unicode are still to be passed over
        self._starred = False
        self._instruction = ""
        self._asides: list[tuple[Paragraph, str]] = []  # the paragraphs around the notes and boxes that are open
        self._notes: list[list[Paragraph]] = []
        self._open_notes: list[list[Paragraph]] = []
        self._boxes: list[Paragraph] = []

    def projected(self) -> Projected:
        self._flush()
        if not self._paragraph.is_empty:
            self._end_paragraph()
        self._lines.end_row()
        for number, note in enumerate(self._notes, 1):
            for index, paragraph in enumerate(note):
                if not index:
                    paragraph.number = f"[{number}] "
                self._lines.paragraph(paragraph, "note")
        return self._projection.projected("rtf", VERSION, "application/rtf", states_paragraphs=True)

    def take(self, token: Token) -> None:
        """The next token."""
        word = token.word
        if word is None:
            self._take_text(token.text)
            return
        self._flush()
        if word == "{":
            self._open()
        elif word == "}":
            self._close()
        elif word == "*":
            self._starred = True
        else:
            starred, self._starred = self._starred, False
            self._word(word, token.number, starred)

    # Groups

    def _open(self) -> None:
        if len(self._stack) >= _MOST_GROUPS:
            raise ReaderError(
                "the groups of this RTF file are nested too deeply; save it again in the program that made it"
            )
        self._stack.append(self._state)
        self._state = self._state.inner()
        self._skip = 0
        self._starred = False
        if self._state.destination == "styles":
            self._head.style_word("{", None)

    def _close(self) -> None:
        self._skip = 0
        state = self._state
        if state.destination == "styles":
            self._head.end_style()
        elif state.destination == "fonts":
            self._head.end_font()
        if state.aside:
            self._end_aside()
        if self._stack:
            self._state = self._stack.pop()

    def _word(self, word: str, number: int | None, starred: bool) -> None:
        state = self._state
        if (starred and word not in KNOWN_STARRED) or word in SKIPPED:
            state.destination = "skip"
        elif word in COUNTED:
            state.destination, state.counted = "skip", [COUNTED[word]]
            if word == "pict":
                self._count(state)
        elif word == "fonttbl":
            state.destination = "fonts"
        elif word == "stylesheet":
            state.destination = "styles"
        elif word in ("listtext", "pntext") and state.destination == "body":
            state.destination = "number"
        elif word == "fldinst":
            state.destination, self._instruction = "instruction", ""
        elif word == "fldrslt":
            state.contents = state.contents or self._instruction.split(maxsplit=1)[:1] == ["TOC"]
        elif word == "object":
            self._projection.omit("embedded_objects")
        elif word in ("footnote", "shptxt") and state.destination == "body":
            self._begin_aside(word)
        elif state.destination == "fonts":
            self._head.font_word(word, number)
        elif state.destination == "styles":
            self._head.style_word(word, number)
        elif state.destination in ("body", "number"):
            self._in_body(word, number)
        elif word == "u":
            self._unicode(number or 0)
        elif word == "uc":
            state.unicode_skip = min(max(number or 0, 0), 10)

    # The head and the body

    def _in_body(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "u":
            self._unicode(number or 0)
        elif word == "uc":
            state.unicode_skip = min(max(number or 0, 0), 10)
        elif word in SIGNS:
            self._take_signs(SIGNS[word])
        elif word in ("par", "sect"):
            self._end_paragraph()
        elif word in BREAKS:
            self._soft_break()
        elif word == "cell":
            self._end_cell()
        elif word == "nestcell":
            self._end_paragraph()
        elif word == "row":
            self._lines.end_row()
        elif word == "ansicpg":
            self._head.codec = codec_of_page(number)
        elif word == "deff":
            self._head.default_font = state.font = number
        elif word == "deleted":
            state.deleted = number != 0
            if state.deleted:
                self._projection.omit("deleted_revisions")
        elif not set_paragraph(state, word, number):
            looked(state, self._head, word, number)

    def _take_text(self, text: bytes) -> None:
        if self._skip:
            passed = min(self._skip, len(text))
            self._skip -= passed
            text = text[passed:]
        if not text:
            return
        state = self._state
        if state.destination in ("fonts", "styles"):
            self._head.text(text)
            if state.destination == "fonts" and b";" in text:
                self._head.end_font()
        elif state.destination == "instruction":
            if len(self._instruction) < 100:
                self._instruction += text.decode("latin-1")
        elif state.destination == "skip":
            if text.strip():
                self._count(state)
        else:
            self._bytes += text

    def _count(self, state: State) -> None:
        """Count what a group leaves out, once."""
        if state.counted:
            self._projection.omit(state.counted.pop())

    def _flush(self) -> None:
        """The bytes that have come together, as text."""
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        state = self._state
        font = self._head.fonts.get(state.font if state.font is not None else -1)
        if state.script == "dbch" and state.asian_font in self._head.fonts:
            font = self._head.fonts[state.asian_font]
        charset = font.charset if font else None
        if charset == SYMBOL:
            self._take_signs("".join(symbol(chr(0xF000 + byte)) if byte > 0x20 else chr(byte) for byte in data))
        else:
            self._take_signs(data.decode(codec_of_font(charset, self._head.codec), "replace"))

    def _unicode(self, number: int) -> None:
        self._skip = self._state.unicode_skip
        code = number % 0x10000 if -0x8000 <= number < 0x10000 else 0xFFFD
        if code in _SURROGATES:
            if code < 0xDC00:
                self._high = code
            elif self._high is not None:
                code, self._high = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00), None
                self._take_signs(chr(code))
            return
        self._high = None
        if code >= 0x20:
            self._take_signs(symbol(chr(code)) if 0xF000 <= code <= 0xF0FF else chr(code))

    def _take_signs(self, text: str) -> None:
        state = self._state
        if state.destination == "number":
            if len(self._paragraph.number) < _LONGEST_NUMBER:
                self._paragraph.number += text
        elif state.destination == "skip" and text.strip():
            self._count(state)
        elif state.destination == "body" and not state.deleted:
            if state.look.hidden:
                self._projection.omit("hidden_text")
            else:
                self._paragraph.runs.append((text, state.look))

    # Paragraphs, cells, notes and boxes

    def _end_paragraph(self) -> None:
        paragraph = self._finished()
        if self._asides:
            self._put_aside(paragraph)
            return
        self._lines.paragraph(paragraph)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._lines.paragraph(replace(box, setting=replace(box.setting, in_table=False)))

    def _finished(self) -> Paragraph:
        paragraph, self._paragraph = self._paragraph, Paragraph()
        paragraph.setting = self._state.setting
        paragraph.contents = self._state.contents
        return paragraph

    def _soft_break(self) -> None:
        if self._state.destination != "body" or self._paragraph.is_empty:
            return
        if self._state.setting.in_table:
            self._take_signs(" ")
            return
        self._end_paragraph()
        self._paragraph.soft = True

    def _end_cell(self) -> None:
        paragraph = self._finished()
        if self._asides:
            self._put_aside(paragraph)
        else:
            self._lines.end_cell(paragraph)

    def _begin_aside(self, kind: str) -> None:
        """A note or a text box: what it holds is put aside, and the paragraph around it goes on behind it."""
        if kind == "footnote":
            note: list[Paragraph] = []
            self._notes.append(note)
            self._open_notes.append(note)
            self._paragraph.runs.append((f"[{len(self._notes)}]", self._state.look))
        self._asides.append((self._paragraph, kind))
        self._paragraph = Paragraph()
        self._state.aside = True

    def _end_aside(self) -> None:
        if not self._paragraph.is_empty:
            self._put_aside(self._finished())
        self._paragraph, kind = self._asides.pop()
        if kind == "footnote":
            self._open_notes.pop()

    def _put_aside(self, paragraph: Paragraph) -> None:
        _, kind = self._asides[-1]
        if paragraph.is_empty:
            return
        if kind == "footnote":
            self._open_notes[-1].append(paragraph)
        else:
            self._boxes.append(paragraph)
