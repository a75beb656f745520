"""Texts that were decoded wrongly before they came to us: told by what only they hold, undone if nothing was lost.

``政府`` in UTF-8 read as Latin-1 and saved again is ``æ¿åº``, in GBK read as Latin-1 ``Õþ¸®``; bytes that GBK could not
hold, read as UTF-8 and as GBK again, end as ``锟斤拷``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from converter.language.lookalikes import folded
from converter.model import Span
from converter.patterns import late
from converter.source.commonness import commonness

Kind = Literal[
    "UTF-8 read as Latin-1", "UTF-8 read as Windows-1252", "GBK read as Latin-1", "GBK read as Windows-1252",
    "UTF-8 read as GBK", "bytes replaced by U+FFFD and read as GBK", "characters replaced by U+FFFD",
    "characters replaced by question marks", "a part in GBK read as UTF-8",
]  # fmt: skip


class Garbling(NamedTuple):
    """How a text was garbled (in how many rounds), where that shows first, and whether it can be undone."""

    kind: Kind
    rounds: int
    span: Span
    undoable: bool


class Mistake(NamedTuple):
    """A text written in one encoding and read in another, character by character."""

    kind: Kind
    written: str
    read: str


MISTAKES = (
    Mistake("UTF-8 read as Latin-1", "utf-8", "latin-1"),
    Mistake("UTF-8 read as Windows-1252", "utf-8", "windows-1252"),
    Mistake("GBK read as Latin-1", "gb18030", "latin-1"),
    Mistake("GBK read as Windows-1252", "gb18030", "windows-1252"),
)
#: What Windows-1252 has in the place of controls, by byte; where it has nothing, programs read the control.
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(0x80, 0xA0)}
_WINDOWS_BYTES = {character: chr(byte) for byte, character in _WINDOWS.items()}
#: Characters that bytes become in Latin-1 or Windows-1252, in runs that no Western word is as long as.
_BYTES = re.compile(f"[\x80-\xff{re.escape(''.join(_WINDOWS.values()))}]{{4,}}")
#: UTF-8 read as GBK: what the first bytes of punctuation become, 。 and ， above all.
_UTF8_AS_GBK = late("[锛紝銆鈥涓鍔鍏鍖鍙鏂鏀鍥鐨]")
#: One of these stands in every text garbled so: first bytes of Chinese in UTF-8, of stops in GBK, of stops in UTF-8.
_SIGNS_OF_BYTES = "äåæçèéÃ£¡µ"
_SIGNS_OF_GBK = "锛銆"
_LOST = late("(?:锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯){2,}|锟斤拷")
_REPLACED = late("\ufffd{2,}")
_QUESTIONS = late(r"(?m)^[ \u3000]*+\?\?[? ，。、：；（）\d]{2,}+$")
_ROUNDS = 2
#: A text is garbled when the runs make up so much of it, and undone when it then reads like Chinese.
_SHARE, _READS = 0.02, 0.55
_FEW_LOST, _PARTLY = 3, 8


def garbling_of(text: str, undecodable: Sequence[tuple[int, str]] = ()) -> Garbling | None:
    """How ``text`` was garbled; ``None`` for a sound one. ``undecodable`` are the bytes behind some of its U+FFFD."""
    found = None
    if any(sign in text for sign in _SIGNS_OF_BYTES):
        found = _read_as_bytes(text)
    if found is None and any(sign in text for sign in _SIGNS_OF_GBK):
        found = _read_as_gbk(text)
    return found or _partly(undecodable) or _lost(text, len(undecodable))


def undone(text: str, garbling: Garbling) -> str | None:
    """The text before it was garbled; ``None`` where that cannot be told exactly."""
    mistake = next((mistake for mistake in MISTAKES if mistake.kind == garbling.kind), None)
    if mistake is None:
        return None
    found: str | None = text
    for _ in range(garbling.rounds):
        found = None if found is None else _before(found, mistake)
    if found is None or garbled_again(found, repair_name(garbling)) != text:
        return None
    return found


def repair_name(garbling: Garbling) -> str:
    """What ``source.repair`` says: ``UTF-8 read as Latin-1``, ``UTF-8 read as Latin-1, twice``."""
    return garbling.kind + (", twice" if garbling.rounds > 1 else "")


def garbled_again(text: str, repair: str) -> str:
    """``text`` as it was garbled, from what ``source.repair`` says; characters apart stay apart.

    Raises ``ValueError`` for a repair that is not known, or a text that does not fit it.
    """
    kind, _, twice = repair.partition(", ")
    mistake = next((mistake for mistake in MISTAKES if mistake.kind == kind), None)
    if mistake is None or twice not in ("", "twice"):
        raise ValueError(f"there is no repair {repair!r}")
    for _ in range(2 if twice else 1):
        text = _after(text, mistake)
    return text


def encoded_with_repair(text: str, codec: str, repair: str | None) -> bytes:
    """``text`` in ``codec``, after it was garbled again where it had been repaired."""
    return (garbled_again(text, repair) if repair else text).encode(codec)


def as_it_was(text: str, odd: Iterable[tuple[int, str]], repair: str) -> tuple[str, list[tuple[int, str]]]:
    """``text`` garbled again, and ``odd`` (places in it, with their bytes, by rising place) at the places of then."""
    pieces: list[str] = []
    moved: list[tuple[int, str]] = []
    position = length = 0
    for offset, written in odd:
        pieces.append(garbled_again(text[position:offset], repair))
        length += len(pieces[-1])
        pieces.append(text[offset : offset + 1])
        moved.append((length, written))
        position, length = offset + 1, length + 1
    pieces.append(garbled_again(text[position:], repair))
    return "".join(pieces), moved


def _after(text: str, mistake: Mistake) -> str:
    read = text.encode(mistake.written).decode("latin-1")
    return read if mistake.read == "latin-1" else read.translate(_WINDOWS)


def _before(text: str, mistake: Mistake) -> str | None:
    if mistake.read != "latin-1":
        text = "".join(_WINDOWS_BYTES.get(character, character) for character in text)
    try:
        return text.encode("latin-1").decode(mistake.written)
    except UnicodeError:
        return None


def _read_as_bytes(text: str) -> Garbling | None:
    """Garbled in Latin-1 or Windows-1252: whole, or in a part that reads like Chinese when it is undone."""
    first = _BYTES.search(text)
    if first is None:
        return None
    runs = _BYTES.findall(text)
    if sum(map(len, runs)) < _SHARE * len(text):
        return None
    for mistake in MISTAKES:
        whole, part = text, max(runs, key=len)
        for rounds in range(1, (_ROUNDS if mistake.written == "utf-8" else 1) + 1):
            undone_part = _trimmed(part, mistake)
            if undone_part is None:
                break
            part = undone_part
            before = _before(whole, mistake) if whole else None
            whole = before or ""
            if commonness(folded(part)) >= _READS and any("\u4e00" <= c <= "\u9fff" for c in part):
                return Garbling(mistake.kind, rounds, first.span(), bool(whole))
    return None


def _trimmed(run: str, mistake: Mistake) -> str | None:
    """What ``run`` was before, but for characters cut off at its ends."""
    for start in range(4):
        for end in range(len(run), max(len(run) - 4, start), -1):
            found = _before(run[start:end], mistake)
            if found is not None:
                return found
    return None


def _read_as_gbk(text: str) -> Garbling | None:
    signs = _UTF8_AS_GBK.findall(text)
    if len(signs) < max(_FEW_LOST, _SHARE * len(text)):
        return None
    before = text.encode("gb18030", "ignore").decode("utf-8", "ignore")
    if len(before) < len(text) / 3 or commonness(before) < _READS or commonness(text) >= commonness(before):
        return None
    first = _UTF8_AS_GBK.search(text)
    assert first is not None
    return Garbling("UTF-8 read as GBK", 1, first.span(), False)


def _partly(undecodable: Sequence[tuple[int, str]]) -> Garbling | None:
    """A file put together of parts in UTF-8 and in GBK: what UTF-8 could not read is Chinese in GBK."""
    if len(undecodable) < _PARTLY:
        return None
    part = bytes.fromhex("".join(written for _, written in undecodable)).decode("gb18030", "ignore")
    if commonness(part) < _READS:
        return None
    offset = undecodable[0][0]
    return Garbling("a part in GBK read as UTF-8", 1, (offset, offset + 1), False)


def _lost(text: str, undecodable: int) -> Garbling | None:
    """What cannot be undone: characters that were replaced when the text was decoded or encoded."""
    if any(sign in text for sign in "锟烫屯") and (found := _LOST.search(text)) is not None:
        return Garbling("bytes replaced by U+FFFD and read as GBK", 1, found.span(), False)
    replaced = text.count("\ufffd") - undecodable
    if replaced >= _FEW_LOST and (found := _REPLACED.search(text)) is not None:
        return Garbling("characters replaced by U+FFFD", 1, found.span(), False)
    if "??" in text and len(_QUESTIONS.findall(text)) >= _FEW_LOST:
        found = _QUESTIONS.search(text)
        assert found is not None
        return Garbling("characters replaced by question marks", 1, found.span(), False)
    return None
