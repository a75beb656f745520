"""Encodings that hide in ASCII are refused by name; texts that only look like them are read."""

from __future__ import annotations

import pytest

from converter import SourceError, parse
from converter.source import decode

REPORT = "政府工作报告\n各位代表：过去一年，全县经济平稳运行。\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (REPORT.encode("hz"), "HZ"),
        (REPORT.encode("utf-7"), "UTF-7"),
        ("政府の報告です".encode("iso2022_jp"), "ISO-2022-JP"),
        ("정부 보고".encode("iso2022_kr"), "ISO-2022-KR"),
        (b"\x1b$)A\x0eU~8.9$WwV\x0f\n", "ISO-2022-CN"),
        (b"\x1b$)G\x0e!!\x0f\n", "ISO-2022-CN"),
    ],
)
def test_an_encoding_with_shift_states_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(SourceError, match=rf"^报告\.txt: this is text in {name}, .*iconv -f {name} -t UTF-8"):
        parse(data, name="报告.txt")


@pytest.mark.parametrize(
    "text",
    [
        "1+1=2, C++ and A+B-C; ~{not HZ~} at all\n",
        "GDP +8.5%+ over the year, +86-10-66666666\n",
        "see +ZT9enA- in UTF-7, an example of four letters in a text that is otherwise plain English prose\n",
        "\x1b[1mbold\x1b[0m on a terminal\n",
        "~{~}\n",
    ],
)
def test_plain_text_that_looks_like_one_is_read(text: str) -> None:
    assert decode(text.encode()).encoding == "utf-8"


def test_a_stated_encoding_is_believed() -> None:
    assert decode(REPORT.encode("hz"), encoding="utf-8").text.startswith("~{")


@pytest.mark.parametrize(
    "text",
    [
        "Le comité a été chargé de préparer les élections à la mairie de l'été dernier, où tous étaient là. ",
        "Rapport général sur l'état des finances. ",
    ],
)
def test_latin_prose_is_no_utf_16(text: str) -> None:
    for length in (0, 1):
        source = decode((text * 4).encode("latin-1")[length:])
        assert "utf-16" not in source.encoding
        assert source.confidence < 0.9


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_characters_beyond_the_basic_plane_tell_their_order(codec: str) -> None:
    text = "政府工作报告\n" + "𠮷𠀋𡈽镇的工作。全县经济平稳运行。\n" * 3
    assert decode(text.encode(codec)).text == text
    rare = "".join(chr(0x20000 + number * 37) for number in range(100)) + "\n"
    assert decode(rare.encode(codec)).text == rare
