"""Which format is meant: by name, by suffix, or JSON."""

from __future__ import annotations

import pytest

from converter.exports import EXPORTS, export_for
from converter.formats import FormatError


@pytest.mark.parametrize(
    ("name", "file", "home"),
    [
        (None, None, "json_format"),
        (None, "a", "json_format"),
        (None, "a.XML", "xml_writer"),
        (None, "a.akn.xml", "akoma_ntoso"),
        (None, "a.tei", "tei"),
        (None, "a.da46.xml", "da46_xml"),
        ("da46", None, "da46_csv"),
        ("da46", "facts.xml", "da46_xml"),
        ("json", "a.xml", "json_format"),
        ("markdown", "a.txt", "markdown"),
    ],
)
def test_name_and_suffix(name: str | None, file: str | None, home: str) -> None:
    assert export_for(name, file).home.partition(":")[0].endswith(f".{home}")


@pytest.mark.parametrize("file", ["a.txt", "a.pdf", "a.csv"])
def test_suffix_of_no_format_is_refused(file: str) -> None:
    with pytest.raises(FormatError, match=rf"{file}: .* names no format; there are \.json, \.xml"):
        export_for(None, file)


def test_every_writer_is_there() -> None:
    assert all(callable(row.write) for row in EXPORTS)
