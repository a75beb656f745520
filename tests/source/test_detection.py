"""Which encoding a text is found to be in."""

import pytest

from converter.source import decode

SIMPLIFIED = (
    "青禾县人民政府工作报告\n各位代表：\n　　现在，我代表县人民政府向大会报告工作，请予审议。\n"
    "　　一、过去一年工作回顾\n　　（一）经济运行稳中有进。全县地区生产总值增长8.5%，城乡居民收入稳步提高。\n"
)
TRADITIONAL = (
    "青禾縣人民政府工作報告\n各位代表：\n　　現在，我代表縣人民政府向大會報告工作，請予審議。\n"
    "　　一、過去一年工作回顧\n　　經濟發展穩中有進，社會建設全面加強，產業結構進一步優化。\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16le", "utf-16be"])
def test_simplified_text_is_read_in_each_encoding(encoding: str) -> None:
    found = decode(SIMPLIFIED.encode(encoding))
    assert (found.text, found.encoding, found.bom, found.undecodable) == (SIMPLIFIED, encoding, False, [])
    assert found.confidence > 0.8


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "utf-16le", "gb18030"])
def test_traditional_text_is_read_in_each_encoding(encoding: str) -> None:
    found = decode(TRADITIONAL.encode(encoding))
    assert (found.text, found.encoding) == (TRADITIONAL, encoding)


@pytest.mark.parametrize(
    ("bom", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16le"),
        (b"\xfe\xff", "utf-16-be", "utf-16be"),
        (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32le"),
        (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32be"),
        (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
    ],
)
def test_byte_order_mark_decides_and_is_no_part_of_the_text(bom: bytes, codec: str, name: str) -> None:
    found = decode(bom + "云岭市".encode(codec))
    assert (found.text, found.encoding, found.bom, found.confidence) == ("云岭市", name, True, 1.0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16le", "utf-16be"])
@pytest.mark.parametrize("start", [0, 1, 2, 3])
@pytest.mark.parametrize("end", [0, 1, 2, 3])
def test_text_cut_inside_a_character_keeps_its_encoding(encoding: str, start: int, end: int) -> None:
    data = SIMPLIFIED.encode(encoding)
    found = decode(data[start : len(data) - end])
    assert found.encoding == encoding
    assert SIMPLIFIED[4:-4] in found.text
    assert len(found.undecodable) <= 3 + 3


@pytest.mark.parametrize("start", [0, 1])
def test_big5_cut_inside_a_character_keeps_its_encoding(start: int) -> None:
    found = decode(TRADITIONAL.encode("big5")[start:-1])
    assert found.encoding == "big5"
    assert TRADITIONAL[1:-1] in found.text


def test_one_damaged_byte_does_not_change_the_encoding() -> None:
    data = bytearray(SIMPLIFIED.encode())
    data[40] = 0xFF
    found = decode(bytes(data))
    assert found.encoding == "utf-8"
    assert 1 <= len(found.undecodable) <= 3
    assert "请予审议" in found.text


@pytest.mark.parametrize("name", ["gbk", "GB2312", "cp936", "GB18030"])
def test_gbk_and_gb2312_are_read_as_gb18030(name: str) -> None:
    # 镕 is in GBK and not in GB2312, the ideograph after it in GB18030 only.
    found = decode("镕𠀀县".encode("gb18030"), encoding=name)
    assert (found.text, found.encoding, found.undecodable) == ("镕𠀀县", "gb18030", [])


def test_stated_encoding_overrules_the_detection() -> None:
    found = decode("云岭市".encode("gb18030"), encoding="big5")
    assert found.encoding == "big5"
    assert found.text != "云岭市"


def test_stated_utf_16_takes_its_byte_order_from_mark_or_text() -> None:
    assert decode(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), encoding="utf-16").encoding == "utf-16be"
    assert decode(SIMPLIFIED.encode("utf-16-be"), encoding="utf-16").encoding == "utf-16be"
    assert decode(SIMPLIFIED.encode("utf-16-le"), encoding="UTF-16").encoding == "utf-16le"


def test_mark_of_another_encoding_is_text_when_the_encoding_is_stated() -> None:
    found = decode("\ufeff云岭市全年工作".encode(), encoding="gb18030")
    assert (found.encoding, found.bom) == ("gb18030", False)


def test_ascii_with_nul_characters_is_not_taken_for_utf_16() -> None:
    found = decode("青禾县\x00政府工作\x00报告".encode())
    assert (found.encoding, found.text) == ("utf-8", "青禾县\x00政府工作\x00报告")


def test_plain_ascii_in_utf_16_without_mark() -> None:
    assert decode("GDP +8.5% in 2024\r\n".encode("utf-16-le")).encoding == "utf-16le"


def test_text_in_another_script_is_left_to_chardet() -> None:
    text = "Доклад о работе правительства уезда. Уважаемые депутаты! " * 20
    found = decode(text.encode())
    assert (found.encoding, found.text) == ("utf-8", text)
    japanese = "これは県政府の活動報告です。みなさまのご審議をお願いします。" * 20
    assert decode(japanese.encode("euc_jp")).text == japanese


def test_long_ascii_head_does_not_hide_the_encoding_of_the_rest() -> None:
    data = b"<!-- " + b"navigation " * 20_000 + b"-->\n" + SIMPLIFIED.encode("gb18030")
    assert decode(data).encoding == "gb18030"
