"""What control words change in how text looks and how its paragraph is set."""

from __future__ import annotations

from dataclasses import replace

from converter.readers.looks import RunLook
from converter.readers.rtf.head import Head
from converter.readers.rtf.state import Setting, State
from converter.readers.rtf.words import ALIGNMENTS

_SCRIPTS = frozenset(("loch", "hich", "dbch", "ltrch", "rtlch"))
_USUAL = RunLook(size=12.0)
_LARGEST = 3000  #: in half points


def set_paragraph(state: State, word: str, number: int | None) -> bool:
    """Change how the paragraph is set; whether ``word`` is about that."""
    setting = state.setting
    if word == "pard":
        state.setting = Setting()
    elif word in ALIGNMENTS:
        state.setting = replace(setting, alignment=ALIGNMENTS[word])
    elif word == "s":
        state.setting = replace(setting, style=number)
    elif word == "outlinelevel":
        state.setting = replace(setting, outline_level=number)
    elif word in ("li", "lin"):
        state.setting = replace(setting, left=float(number or 0))
    elif word == "fi":
        state.setting = replace(setting, first=float(number or 0))
    elif word == "cufi":
        state.setting = replace(setting, first_chars=float(number or 0))
    elif word == "intbl":
        state.setting = replace(setting, in_table=True)
    else:
        return False
    return True


def looked(state: State, head: Head, word: str, number: int | None) -> None:
    """Change how text looks, where ``word`` is about that."""
    look = state.look
    if word == "plain":
        state.look, state.font, state.asian_font, state.script = _USUAL, head.default_font, None, ""
        state.deleted = False
    elif word == "b" or (word == "ab" and state.script == "dbch"):
        state.look = replace(look, bold=number != 0)
    elif word == "v":
        state.look = replace(look, hidden=number != 0)
    elif word == "fs":
        if number is not None and 0 < number <= _LARGEST:
            state.look = replace(look, size=number / 2)
    elif word in _SCRIPTS:
        state.script = word
    elif word == "f":
        state.font = number
        if state.script == "dbch":
            state.asian_font = number
        _name_font(state, head)
    elif word == "af" and state.script == "dbch":
        state.asian_font = number
        _name_font(state, head)


def _name_font(state: State, head: Head) -> None:
    """The font of Chinese text is the one for double-byte characters, where there is one."""
    number = state.asian_font if state.asian_font is not None else state.font
    font = head.fonts.get(number) if number is not None else None
    state.look = replace(state.look, font=font.name if font else None)
