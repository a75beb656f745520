"""Characters and short texts: what a leaf may hold, and what only layout may."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

#: Characters that a syntax may stumble over, all of which XML can carry.
NASTY = "&<>\"']-—\t\n\r\u0085\u00a0\u2028\u2029\u3000\ufeff\ufffd\u200b\u007f\u009f\U0001f600\U0002000b\U0010ffff"

#: Characters that XML 1.0 cannot carry; they stand in layout only.
UNCARRIED = "\x00\x01\x08\x0b\x0c\x0e\x1f\ufffe\uffff"

_WORDS = (
    "全县地区生产总值增长",
    "推进云岭新城建设",
    "必须坚持稳中求进，",
    "力争",
    "8.5%左右",
    "600万人次",
    "“放管服”改革；",
    "城乡居民收入稳步提高。",
    "新建高标准农田3万亩",
)

#: Pieces of layout as they occur, and as they hardly do.
_LAYOUT = (
    "\n",
    "\r\n",
    "\n\n　　",
    "　　",
    "**",
    "\n— 3 —\n",
    "##pagebreak##",
    "。",
    " ",
    "\u2028",
    "\x0c",
    "\x00",
    "\ufffe",
    "\t",
)

_carried = st.characters(
    exclude_categories=["Cs"], exclude_characters=[*UNCARRIED, *map(chr, range(9)), *map(chr, range(14, 32))]
)


@cache
def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Texts of a leaf: at least one character, each of which XML can carry."""
    return st.one_of(
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map("".join),
        st.text(st.sampled_from(NASTY + "青禾县"), min_size=1, max_size=max_size),
        st.text(_carried, min_size=1, max_size=max_size),
    )


@cache
def layout_texts() -> st.SearchStrategy[str]:
    """Texts of a piece of layout: any characters but lone surrogates."""
    return st.one_of(
        st.sampled_from(_LAYOUT),
        st.text(st.sampled_from(NASTY + UNCARRIED), min_size=1, max_size=4),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4),
    )


@cache
def hex_bytes() -> st.SearchStrategy[str]:
    """Bytes in hexadecimal digits."""
    return st.binary(min_size=1, max_size=4).map(bytes.hex)
