"""The inputs that the promises are held against: texts like reports, any text, any bytes."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.strategies import report_texts

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")

#: Pieces that rooms look for, to be thrown together without sense.
_PIECES = st.sampled_from(
    [
        *"一二十要是第其、，。；：！？“”（）《》①⑴㈠⒈1．.#*X某×□—-●\n\r\f\t \u3000\u2028\x00\u200b\ufeff\ufffd",
        "一是",
        "二要",
        "（一）",
        "第二，",
        "首先，",
        "最后，",
        "第三章",
        "——",
        "**",
        "## ",
        "\n\n",
        "　　",
        "##paidbegin##",
        "</PAID>",
        "请替换付费标签内内容",
        "&nbsp;",
        "<p>",
        "— 3 —",
        "[1]",
        "目录",
        "名词解释",
        "各位代表：",
        "县长",
        "2024年",
        "增长8.5%左右",
        "抓好项目",
        "让我们",
        "就是要",
    ]
)
jumbles = st.lists(_PIECES, max_size=40).map("".join)
any_texts = st.one_of(jumbles, st.text(st.characters(), max_size=100), report_texts())
report_bytes = st.builds(lambda text, encoding: text.encode(encoding), report_texts(), st.sampled_from(ENCODINGS))
any_bytes = st.one_of(
    st.binary(max_size=200),
    report_bytes,
    st.builds(
        lambda data, start, end: data[start : len(data) - end], report_bytes, st.integers(0, 3), st.integers(0, 3)
    ),
    st.builds(
        lambda data, noise, at: data[: at % (len(data) + 1)] + noise + data[at % (len(data) + 1) :],
        report_bytes,
        st.binary(max_size=4),
        st.integers(0, 10**6),
    ),
)
