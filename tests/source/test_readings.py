"""Every reading of any bytes, in any of the encodings, gives the bytes again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.source.encodings import BIG5, ENCODINGS, UTF_8, Encoding, find, find_pair
from converter.source.readings import read, write

#: Bytes that begin, continue or break characters in one encoding or another.
_AWKWARD = st.lists(st.sampled_from(b"\x00\n0@\x80\x81\x84\x88\x8e\x95\xa1\xa2\xa4\xcc\xce\xd8\xdc\xe4\xed\xf9\xff"))


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.name)
@given(data=st.binary(max_size=40) | _AWKWARD.map(bytes), skip=st.integers(0, 1))
@example(data=b"\xed\xa0\x80\xed\xb0\x80", skip=0)
@example(data=b"\x88\x62\x88\x66\xa2\xcc\x88", skip=0)
def test_reading_gives_the_bytes_again(encoding: Encoding, data: bytes, skip: int) -> None:
    reading = read(data, encoding, skip)
    assert write(reading.text, encoding.codec, sorted([*reading.undecodable, *reading.variants])) == data
    assert not any("\ud800" <= character <= "\udfff" for character in reading.text)
    for offset, _ in reading.undecodable:
        assert reading.text[offset] == "\ufffd"


@pytest.mark.parametrize("encoding", [e for e in ENCODINGS if e.one_spelling], ids=lambda encoding: encoding.name)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_encodings_with_one_spelling_have_no_variants(encoding: Encoding, text: str) -> None:
    reading = read(text.encode(encoding.codec), encoding)
    assert reading == (text, [], [])


@pytest.mark.parametrize("encoding", [e for e in ENCODINGS if e.one_spelling], ids=lambda encoding: encoding.name)
@pytest.mark.parametrize("before", range(4))
def test_a_long_text_is_decoded_in_pieces_like_a_short_one(encoding: Encoding, before: int) -> None:
    text = "a" * before + "青禾县𠀀。\n" * 20_000
    data = text.encode(encoding.codec)
    assert read(data, encoding) == (text, [], [])
    assert read(data + b"\xe9", encoding).undecodable == [(len(text), "e9")]


def test_many_faults_are_read_in_one_pass() -> None:
    data = b"\xff" * 200_000
    reading = read(data, UTF_8)
    assert len(reading.undecodable) == 200_000
    assert write(reading.text, "utf-8", reading.undecodable) == data


@pytest.mark.parametrize("bytes_at", [[(3, "ff")], [(1, "ff"), (0, "fe")], [(-1, "ff")], [(0, "zz")], [(0, "f")]])
def test_bytes_that_fit_no_place_are_refused(bytes_at: list[tuple[int, str]]) -> None:
    with pytest.raises(ValueError):
        write("青禾县", BIG5.codec, bytes_at)


@pytest.mark.parametrize("name", ["UTF8", "utf_8", "Utf-8", "BIG5", "x-nothing"])
def test_names_are_found_in_any_spelling(name: str) -> None:
    found = find(name)
    assert (found.name if found else None) == {"x": None, "B": "big5"}.get(name[0], "utf-8")


def test_utf_16_leaves_the_byte_order_open() -> None:
    assert find("utf-16") is None
    assert [encoding.name for encoding in find_pair("UTF-16") or ()] == ["utf-16le", "utf-16be"]
