"""Lines that go on though they look like headings, or begin with what looks like a marker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["今年全县发展的", "主要预期目标", "是：粮食总产增长2%。"], id="a run of bold characters"),
        pytest.param(["增速和增收两项指标", "分别为：6%和7%。"], id="a verb before a colon"),
        pytest.param(["2024年是全力推动全县绿", "色转型的关键之年，各项工作进展顺利。"], id="a year and its verb"),
        pytest.param(["我们深入实施产业振", "兴行动，新建园区2个。"], id="a word parted"),
        pytest.param(
            ["县域商业更加活跃，今年增幅计划", "\u200b", "在7%以上，力争更快。"], id="an empty line left by a page"
        ),
        pytest.param(["城乡居民医保参保率", "达到98%，惠及更多居民。"], id="a share reached"),
        pytest.param(["林草覆盖、空气质量两项均居全市第", "一、出境水质居第二。"], id="a rank like a marker"),
        pytest.param(["全县旅游总收入排名升至全市第", "3、比上年前移两位。"], id="a rank in figures"),
    ],
)
def test_a_sentence_goes_on_behind_what_looks_like_a_heading(texts: Texts, lines: list[str]) -> None:
    (paragraph,) = texts("\n".join(lines))
    assert paragraph == "".join(lines).replace("\u200b", "")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["主要预期目标", "粮食总产增长2%，居民收入增长5%。"], id="a heading and its text"),
        pytest.param(
            ["2024年工作回顾", "2024年是全力推动转型的关键之年，各项工作进展顺利。"], id="a year behind a heading"
        ),
        pytest.param(["产业振兴取得突破", "园区建设步伐加快，新建园区2个。"], id="a heading of a statement"),
        pytest.param(["狠抓落实，真抓实干", "\u200b", "在2024年，全县要办好十件实事。"], id="在 before a year"),
        pytest.param(["中长期目标", "到2035年，全县基本实现现代化。"], id="到 before a year"),
        pytest.param(["书香门第", "一、办好图书馆，让书香满城。"], id="第 ends a word"),
        pytest.param(["创先争优，奋勇争第", "2025年，全县要办好十件实事。"], id="第 before a year"),
        pytest.param(["（一）全面推进乡村", "振兴产业，办好园区。"], id="a heading with a marker is kept"),
    ],
)
def test_headings_stand_alone(texts: Texts, lines: list[str]) -> None:
    assert texts("\n".join(lines)) == [line for line in lines if line != "\u200b"]
