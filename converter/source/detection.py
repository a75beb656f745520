"""Which encoding a file is in: byte order mark, UTF-8, then the readings whose characters are the most common ones."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from converter.patterns import late
from converter.source.commonness import commonness
from converter.source.encodings import (
    BIG5,
    ENCODINGS,
    GB18030,
    UTF_8,
    UTF_16BE,
    UTF_16LE,
    UTF_32BE,
    UTF_32LE,
    Encoding,
    find,
)
from converter.source.readings import decoded

#: How many bytes the readings are compared on, from the first byte that is not ASCII.
SAMPLE = 8_192
#: A reading whose commonness is below this is no Chinese prose; chardet is asked then.
PROSE = 0.5

_NOT_ASCII = late(rb"[\x00\x80-\xff]")
_CHINESE_OR_BEYOND = re.compile("[^\x00-\u07ff]")
_CONTINUATION = range(0x80, 0xC0)
#: Every encoding that has a byte order mark, longest mark first: that of UTF-32LE starts with that of UTF-16LE.
_MARKED = sorted((encoding for encoding in ENCODINGS if encoding.bom), key=lambda encoding: -len(encoding.bom))


class Detection(NamedTuple):
    """An encoding, how many bytes of a character cut off at the start come first, and how sure that is (0 to 1).

    ``text`` is the whole text where it had to be decoded to tell.
    """

    encoding: Encoding
    skip: int
    confidence: float
    text: str | None = None


def marked(data: bytes) -> Encoding | None:
    """The encoding whose byte order mark ``data`` begins with."""
    for encoding in _MARKED:
        if data.startswith(encoding.bom):
            whole = encoding not in (UTF_32LE, UTF_32BE) or len(data) % 4 == 0
            if whole:
                return encoding
    return None


def detect(data: bytes) -> Detection:
    """Find the encoding of ``data``, which has no byte order mark."""
    return _plain_utf_8(data) or _guess(data)


def choose(data: bytes, candidates: tuple[Encoding, ...]) -> Detection:
    """The one of ``candidates`` in which the characters of ``data`` are the most common ones; the first wins a tie.

    The confidence grows with the lead over the next encoding and with the number of characters that it rests on; it
    stays below one half where not even the best reading looks like Chinese prose.
    """
    sample = _sample(data)
    trials = [_best_trial(data, sample, encoding) for encoding in candidates]
    best, *others = sorted(trials, key=lambda trial: -trial.commonness)
    lead = best.commonness - others[0].commonness
    confidence = 1 - 0.5 * math.exp(-lead * best.beyond_ascii / 2)
    ceiling = 0.99 if best.commonness >= PROSE else 0.49
    return Detection(best.encoding, best.skip, round(min(confidence, ceiling), 2))


class _Trial(NamedTuple):
    """A reading of the sample: how common its characters are, and how many of them are not ASCII."""

    encoding: Encoding
    skip: int
    commonness: float
    beyond_ascii: int


def _best_trial(data: bytes, sample: bytes, encoding: Encoding) -> _Trial:
    trials: list[_Trial] = []
    for skip in _skips(data, encoding):
        # A byte left out is no character either.
        text = "\ufffd" * skip + sample[skip:].decode(encoding.codec, "replace")
        beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
        trials.append(_Trial(encoding, skip, commonness(text), beyond_ascii))
    return max(trials, key=lambda trial: trial.commonness)


def _plain_utf_8(data: bytes) -> Detection | None:
    """UTF-8 where nothing speaks against it, a character cut off at either end or not."""
    try:
        text = decoded(data, UTF_8.codec)
    except UnicodeDecodeError:
        return _cut_utf_8(data)
    # ASCII with NUL bytes may be UTF-16, and letters beyond ASCII alone may be pairs of bytes of any encoding.
    certain = "\x00" not in text if text.isascii() else _CHINESE_OR_BEYOND.search(text)
    return Detection(UTF_8, 0, 1.0, text) if certain else None


def _cut_utf_8(data: bytes) -> Detection | None:
    """UTF-8 that begins or ends inside a character: bytes copied by length, a window of a larger file."""
    start = 0
    while start < min(3, len(data)) and data[start] in _CONTINUATION:
        start += 1
    for end in range(len(data), max(start, len(data) - 4), -1):
        try:
            text = data[start:end].decode("utf-8")
        except UnicodeDecodeError as error:
            if error.end < end:
                return None
            continue
        return Detection(UTF_8, 0, 0.99) if _CHINESE_OR_BEYOND.search(text) else None
    return None


def _guess(data: bytes) -> Detection:
    best = choose(data, (UTF_8, GB18030, BIG5, UTF_16LE, UTF_16BE))
    if best.confidence < PROSE and best.encoding in (UTF_16LE, UTF_16BE) and b"\x00" not in data:
        # Pairs of Latin letters are rare ideographs in UTF-16; a text in it has line ends and blanks, with NUL bytes.
        best = choose(data, (UTF_8, GB18030, BIG5))
    return best if best.confidence >= PROSE else _ask_chardet(data) or best


def _ask_chardet(data: bytes) -> Detection | None:
    """What chardet makes of a text that is not Chinese, where it is an encoding that can be written back."""
    import chardet  # costs more time to import than all the rest takes

    answer = chardet.detect(_sample(data))
    encoding = find(answer.get("encoding") or "")
    # UTF-16 it tells by the NUL bytes alone, which the ranking has weighed already.
    if encoding is None or encoding in (UTF_16LE, UTF_16BE):
        return None
    return Detection(encoding, 0, round(float(answer.get("confidence") or 0.0), 2))


def _sample(data: bytes) -> bytes:
    first = _NOT_ASCII.search(data)
    # Even, so that a sample of UTF-16 begins with a whole character.
    start = max(0, first.start() - 2) // 4 * 4 if first else 0
    return data[start : start + SAMPLE]


def _skips(data: bytes, encoding: Encoding) -> tuple[int, ...]:
    """How many bytes at the start may be the rest of a character that was cut off."""
    if encoding in (UTF_16LE, UTF_16BE):
        return (0, 1)
    if encoding in (GB18030, BIG5) and data[:1] >= b"\x80":
        return (0, 1)
    return (0,)
