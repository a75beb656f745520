"""The closing of a document: the final appeal to the audience after the last section (docs/conventions.md §1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.language.addresses import turns_to_audience
from converter.outline.nodes import BlockReading

_THANKS = re.compile("谢谢(?:大家|各位|！|。|$)")
#: The appeal proper: 让我们…, 我们一定能够…, …而努力奋斗, 谢谢大家.
_APPEAL = re.compile("让我们|我们[^。！]{0,12}一定能|奋斗[！!。.]?$|谢谢|[！!]$")
#: Slogans a speech ends with, each on a line of its own, are closing whatever comes before them.
_SLOGAN = re.compile("[^。，]{2,24}万岁[！!]")
#: An appeal longer than this many paragraphs, slogans aside, is a section in its own right.
LONGEST = 7


def closing_length(readings: Sequence[BlockReading]) -> int:
    """How many of the last readings are the closing: plain paragraphs from the last address to the audience on.

    What stands directly below a heading (``结束语``) is the text of that section.
    """
    found = slogans = _slogans(readings)
    for length, reading in enumerate(reversed(readings[-LONGEST - slogans :]), 1):
        if reading.opening is not None or reading.items or reading.block.role is not None:
            break
        text = reading.block.text
        if _THANKS.match(text):
            found = length
        elif (
            turns_to_audience(text)
            and found <= slogans + 1
            and _APPEAL.search("".join(p.block.text for p in readings[-length:]))
        ):
            found = length
            break
        elif length == slogans + 1 and "让我们" in text:
            found = length
    if found == len(readings) or (found and _is_bare(readings[-found - 1])):
        return 0
    return found


def _slogans(readings: Sequence[BlockReading]) -> int:
    """How many of the last readings are slogans: ``青禾人民大团结万岁！``."""
    count = 0
    while (
        count < len(readings)
        and readings[-count - 1].opening is None
        and _SLOGAN.fullmatch(readings[-count - 1].block.text)
    ):
        count += 1
    return count


def _is_bare(reading: BlockReading) -> bool:
    """Whether the block is a heading and nothing else."""
    return reading.opening is not None and reading.opening.body == len(reading.block.text)
