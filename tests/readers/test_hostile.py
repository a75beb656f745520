"""Files made to do harm: bombs, cycles, paths and addresses that lead outside. Each is bounded or refused."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from converter.model.errors import ReaderError
from converter.readers import bounds, packages
from converter.readers.docx import read as read_docx
from converter.readers.epub import read as read_epub
from converter.readers.html import read as read_html
from converter.readers.odt import read as read_odt
from converter.readers.packages import Package
from tests.readers.packing import WORD, docx, packed, paragraphs
from tests.readers.samples import SAMPLES


@pytest.fixture
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_PART", 10_000)
    monkeypatch.setattr(packages, "MAX_UNPACKED", 20_000)
    monkeypatch.setattr(packages, "MAX_PARTS", 50)
    monkeypatch.setattr(packages, "MAX_TAGS", 500)


@pytest.mark.usefixtures("small_bounds")
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed({"word/document.xml": " " * 1_000_000}), "unpacks to more than"),
        (docx("<w:p/>" * 1_000), "has more than 500 tags"),
        (packed({f"word/{n}.xml": "" for n in range(60)}), "the package has 60 parts"),
    ],
)
def test_bombs_are_refused_before_they_go_off(data: bytes, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence):
        read_docx(data)


@pytest.mark.usefixtures("small_bounds")
def test_the_parts_of_a_package_are_bounded_together() -> None:
    package = Package(packed({f"{n}.xml": " " * 9_000 for n in range(3)}))
    with pytest.raises(ReaderError, match="or the package to more than"):
        for name in package.names:
            package.read(name)


def test_a_stated_size_that_is_too_small_fools_no_one() -> None:
    data = bytearray(
        packed({"word/document.xml": f'<w:document xmlns:w="{WORD}">{paragraphs("春耕" * 5_000)}</w:document>'})
    )
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (7).to_bytes(4, "little")
    with pytest.raises(ReaderError, match="the package is broken"):
        read_docx(bytes(data))


def test_deep_markup_is_refused() -> None:
    with pytest.raises(ReaderError, match="the package is broken"):
        read_docx(docx("<w:sdt><w:sdtContent>" * 2_000 + paragraphs("春耕") + "</w:sdtContent></w:sdt>" * 2_000))


def test_entities_of_a_document_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    doctype = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "&#x6625;&#x8015;">]>'
    data = packed(
        {"word/document.xml": f'{doctype}<w:document xmlns:w="{WORD}">{paragraphs("&a;&b;备耕")}</w:document>'}
    )
    with pytest.raises(ReaderError, match="it declares entities"):
        read_docx(data)


def test_nothing_is_fetched_and_no_path_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> socket.socket:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    page = "<html><head><base href='http://x/'><link href='http://x/a.css'></head><body><p>春耕，备耕。</p><img src='http://x/a'>"
    assert read_html(page.encode()).text == "春耕，备耕。"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Type="http://x/numbering" Target="http://x/a.xml" TargetMode="External"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{WORD}">{paragraphs("春耕")}</w:document>'
    assert read_docx(packed({"word/document.xml": document, "word/_rels/document.xml.rels": relations})).text == "春耕"


def test_a_book_whose_pages_lie_outside_is_no_book() -> None:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    item = '<item id="a" href="../../etc/passwd" media-type="text/html"/>'
    book = f'<package><manifest>{item}</manifest><spine><itemref idref="a"/></spine></package>'
    with pytest.raises(ReaderError, match="the file holds no text"):
        read_epub(packed({"META-INF/container.xml": container, "a.opf": book}))


def test_encrypted_documents_are_said_to_be() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/>'
        "</m:file-entry></m:manifest>"
    )
    package = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": manifest,
        "content.xml": "x",
    }
    with pytest.raises(ReaderError, match="the document is encrypted"):
        read_odt(packed(package))


def test_lines_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.readers.projecting.MAX_LINES", 100)
    with pytest.raises(ReaderError, match="more than 100 paragraphs"):
        read_docx(docx(paragraphs(*["春耕"] * 200)))


def test_the_same_bytes_give_the_same_text() -> None:
    assert read_docx(SAMPLES["docx"]) == read_docx(SAMPLES["docx"])
    assert bounds.MAX_PART <= bounds.MAX_UNPACKED
