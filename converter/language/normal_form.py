"""Forms in which rules read a text: without white space, in narrow figures and brackets, in simplified characters."""

from __future__ import annotations

from functools import lru_cache

# Wide digits and brackets, and the traditional forms of the characters the patterns name, beside what they are read as:
# `第一屆全國人民代表大會（１９５４年）` reads like `第一届全国人民代表大会(1954年)`.
_READ_AS = dict(
    zip(
        "０１２３４５６７８９（）：！，；．－／○Ｏ國會議屆報總關務員長縣區鄉鎮為計劃講話導職開閉錄點號時間則辦規綱決發書記們誌聽",
        "0123456789():!,;.-/〇〇国会议届报总关务员长县区乡镇为计划讲话导职开闭录点号时间则办规纲决发书记们志听",
        strict=True,
    )
)
_PRINTED = frozenset(_READ_AS)


def narrow(text: str) -> str:
    """The text in narrow digits and brackets and simplified characters, each character in its place."""
    # The shorter of the two is walked, text or table; one call of str.translate is slower than either.
    for printed in _PRINTED.intersection(text) if len(text) < len(_PRINTED) else _PRINTED:
        text = text.replace(printed, _READ_AS[printed])
    return text


def unspaced(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


@lru_cache(maxsize=512)
def compact(text: str) -> str:
    """The text without white space, in narrow digits, narrow brackets and simplified characters.

    A line of the edge is asked about several times, so the last ones are kept.
    """
    return narrow(unspaced(text))
