"""The facts that come with a decoded text, and what is refused as no text."""

import hashlib
import zlib

import pytest

from converter.source import SourceError, decode


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("各位代表：\n同志们：\n", "lf"),
        ("各位代表：\r\n同志们：\r\n", "crlf"),
        ("各位代表：\r同志们：\r", "cr"),
        ("各位代表：\u2028同志们：", "ls"),
        ("各位代表：\u2029同志们：", "ls"),
        ("各位代表：\r\n同志们：\n", "mixed"),
        ("各位代表：\r\n\r同志们：", "mixed"),
        ("各位代表：", None),
    ],
)
def test_newline_is_named(text: str, newline: str | None) -> None:
    assert decode(text.encode()).newline == newline


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_are_one_lf_in_the_text(newline: str) -> None:
    found = decode(f"各位代表：{newline}同志们：{newline}".encode())
    assert (found.text, found.variants) == ("各位代表：\n同志们：\n", [])


def test_line_ends_of_a_mixed_text_are_kept_as_variants() -> None:
    found = decode("各位\r\n代表\n：\r同\u2028志".encode("utf-16-le"), encoding="utf-16le")
    assert (found.text, found.newline) == ("各位\n代表\n：\n同\u2028志", "mixed")
    assert found.variants == [(2, "0d000a00"), (7, "0d00")]


def test_undecodable_bytes_after_line_ends_have_their_place_in_the_text() -> None:
    found = decode("各位\r\n代表\r\n".encode() + b"\xff" + "同志\r\n".encode(), encoding="utf-8")
    assert (found.text, found.undecodable) == ("各位\n代表\n\ufffd同志\n", [(6, "ff")])


def test_size_and_hash_are_those_of_the_bytes() -> None:
    data = b"\xef\xbb\xbf" + "青禾县".encode()
    found = decode(data, "report.txt")
    assert (found.size, found.sha256, found.name) == (12, hashlib.sha256(data).hexdigest(), "report.txt")


def test_undecodable_bytes_stand_as_one_replacement_character_a_sequence() -> None:
    found = decode("青禾县政府".encode() + b"\xff\xe4\xb8" + "工作报告".encode(), encoding="utf-8")
    assert found.text == "青禾县政府\ufffd\ufffd工作报告"
    assert found.undecodable == [(5, "ff"), (6, "e4b8")]


def test_replacement_character_of_the_source_itself_is_no_undecodable_byte() -> None:
    found = decode("青禾县\ufffd政府工作报告".encode())
    assert found.text == "青禾县\ufffd政府工作报告"
    assert found.undecodable == []


def test_lone_surrogate_of_a_string_is_one_undecodable_sequence() -> None:
    found = decode("青禾县\ud83d政府".encode("utf-8", "surrogatepass"), encoding="utf-8")
    assert found.text == "青禾县\ufffd政府"
    assert found.undecodable == [(3, "eda0bd")]


def test_second_spelling_of_a_character_is_kept_as_a_variant() -> None:
    # Big5 has 十 and 卅 twice: at A451 and A2CC, at A4CA and A2CE.
    found = decode(b"\xa4\x51\xa2\xcc\xa2\xce", encoding="big5")
    assert found.text == "十十卅"
    assert found.variants == [(1, "a2cc"), (2, "a2ce")]


def test_variant_after_undecodable_bytes_has_its_place_in_the_text() -> None:
    found = decode("縣政府工作".encode("big5") + b"\xff" + b"\xa2\xcc\xa4\x51", encoding="big5")
    assert found.text == "縣政府工作\ufffd十十"
    assert found.undecodable == [(5, "ff")]
    assert found.variants == [(6, "a2cc")]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n  \t\r\n", "　　\n\xa0\n".encode(), b" \x00 \x00"])
def test_nothing_to_read_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^empty\.txt: the file (is empty|holds nothing but blanks); a report in"):
        decode(data, "empty.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive or a document of a kind"),
    ],
)
@pytest.mark.parametrize("encoding", [None, "gb18030"])
def test_file_of_another_kind_is_named(data: bytes, kind: str, encoding: str | None) -> None:
    with pytest.raises(SourceError, match=f"^scan: this is {kind}.*not plain text; save its text as .txt first$"):
        decode(data, "scan", encoding)


def test_compressed_bytes_without_a_known_signature_are_no_text() -> None:
    data = zlib.compress("\n".join(str(n * n) for n in range(5000)).encode(), 9)[8:]
    with pytest.raises(SourceError, match=r"this is no plain text: .*% of its characters"):
        decode(data, "scan.bin")


def test_bytes_of_another_encoding_than_stated_are_refused() -> None:
    with pytest.raises(SourceError, match=r"no text in utf-8.*name another encoding or none"):
        decode("青禾县人民政府工作报告".encode("gb18030"), "a.txt", "utf-8")


def test_unknown_encoding_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SourceError, match=r"a\.txt: there is no encoding 'utf-9'.*utf-8, gb18030, big5"):
        decode(b"x", "a.txt", "utf-9")


def test_control_characters_in_a_text_are_no_reason_to_refuse_it() -> None:
    text = "青禾县\x0c人民政府\x01工作报告\x1a"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("name", "kept"), [("青禾.txt", "青禾.txt"), ("", None), (None, None), ("a\udce4\x07.txt", "a\ufffd\ufffd.txt")]
)
def test_name_is_kept_as_far_as_documents_can_carry_it(name: str | None, kept: str | None) -> None:
    assert decode(b"x", name).name == kept


def test_a_text_of_more_than_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.source.decoding.MAX_BYTES", 40)
    with pytest.raises(SourceError, match=r"^报告\.txt: more than .* MiB; a report is at most that long"):
        decode(("各位代表：" * 20).encode(), "报告.txt")
