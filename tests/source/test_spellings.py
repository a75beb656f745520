r"""Character references, escapes and radicals are read as characters, and come back as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import parse, restore, to_json, validate
from converter.source import decode_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("深化&ldquo;三链&rdquo;建设", "深化“三链”建设"),
        ("增长6&#37;&mdash;7%", "增长6%—7%"),
        ("&#x201C;小升规&#x201d;", "“小升规”"),
        ("县长&nbsp;林远舟", "县长\xa0林远舟"),
        ("县长&nbsp林远舟", "县长\xa0林远舟"),
        ("三链&amp;ldquo;建设&amp;", "三链“建设&"),
        ("县长&#151;林远舟", "县长—林远舟"),
        (r"\u3000\u3000各位代表：", "\u3000\u3000各位代表："),
        (r"各位代表：\n\n现在，\t我代表", "各位代表：\n\n现在，\t我代表"),
        (r"各位代表：\r\n现在", "各位代表：\n现在"),
        (r"\\u653f\\u5e9c工作报告", "政府工作报告"),
        (r"山\ud842\udfb7水", "山𠮷水"),
        ("⼈⺠政府", "⼈民政府"),
    ],
)
def test_what_is_read_as_a_character(written: str, read: str) -> None:
    assert decode_text(written.encode()).text == read


@pytest.mark.parametrize(
    "written",
    ["R&D经费", "Q&A", "http://example.com/?id=1&order=2", "&联合&", "&#0;", "&#xD800;", r"C:\new\table", r"\u12"],
)
def test_what_is_no_reference(written: str) -> None:
    assert decode_text(written.encode()).text == written


_PIECES = st.sampled_from(
    [
        "政府工作报告\n",
        "&ldquo;",
        "&amp;amp;ldquo;",
        "&#",
        "&",
        "\\u3000",
        "\\n",
        "\\",
        "⺠",
        "一、",
        "\r\n",
        "\r",
        "&nbsp",
        "\ufffd",
    ]
)


@given(
    st.lists(_PIECES, min_size=1, max_size=12).map("政府".join),
    st.sampled_from(["utf-8", "gb18030", "big5hkscs", "utf-16-le"]),
)
def test_the_bytes_come_back_and_the_report_is_valid(text: str, codec: str) -> None:
    data = ("政府工作报告，请各位代表审议。" * 3 + text).encode(codec, "ignore")
    report = parse(data)
    assert restore(report) == data
    assert not [finding for finding in validate(to_json(report)) if finding.severity == "error"]
