"""The layout room as a whole: what is left out of the blocks."""

from __future__ import annotations

from converter.layout import read


def test_a_line_that_is_only_the_placeholder_is_layout() -> None:
    text = "一、看形势\n请替换付费标签内内容\n二、鼓干劲\n各单位要把请替换付费标签内内容这几个字删掉。\n"
    found = read(text)
    assert [block.text for block in found.blocks] == [
        "一、看形势",
        "二、鼓干劲",
        "各单位要把请替换付费标签内内容这几个字删掉。",
    ]
    assert [d.code for d in found.diagnostics].count("paid_placeholder_left") == 1
