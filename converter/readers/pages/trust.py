"""Whether the characters of a page can be what it shows: a text layer may be made of wrong ones."""

from __future__ import annotations

#: The commonest characters of official Chinese; together a fifth of any report.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过民前面发展建设政府市县经济"
)
#: A sound text has more common characters than this share, and fewer that stand for nothing.
_LEAST_COMMON, _MOST_EMPTY = 0.06, 0.05
#: Shorter texts tell nothing.
_ENOUGH = 200


def doubts(text: str) -> str:
    """What is doubtful about the characters of ``text``, in a sentence; empty when nothing is."""
    signs = [sign for sign in text if not sign.isspace()]
    empty = sum(_stands_for_nothing(sign) for sign in signs)
    if empty > _MOST_EMPTY * len(signs):
        return f"{empty} of {len(signs)} characters stand for nothing (private use or no character)."
    chinese = [sign for sign in signs if "\u4e00" <= sign <= "\u9fff"]
    if len(chinese) >= _ENOUGH and sum(sign in _COMMON for sign in chinese) < _LEAST_COMMON * len(chinese):
        return "The commonest characters of Chinese are nearly absent, as where each stands for another."
    return ""


def _stands_for_nothing(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign < " " or sign >= "\U000f0000"
