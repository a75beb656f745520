"""XML: what is written, and what is refused with which sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter import FormatError, from_xml, to_xml
from converter.model import Report
from tests.formats.example import SCHEMAS, example
from tests.strategies import reports

XML = to_xml(example())
TEXT = XML.decode()
START = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT = TEXT.removeprefix(START)


def test_white_space_of_attributes_and_texts_comes_back() -> None:
    report = example()
    report.meta.title = " 政府\t工作\r\n报告\r "
    report.front[0].text = "\n 政府\r工作\t报告 \r\n"
    report.source.layout = [(0, "\r\n\t　\u00a0\u0085\u2028 "), (9, "\r")]
    assert from_xml(to_xml(report)) == report


def test_markup_in_texts_comes_back() -> None:
    report = example()
    report.front[0].text = report.meta.title = "<p>&nbsp;\"'&#10;]]></p><!-- --><?xml?>"
    assert from_xml(to_xml(report)) == report


def test_layout_that_xml_cannot_carry_is_hexadecimal() -> None:
    report = example()
    report.source.layout = [(0, "页\x0c\n"), (9, "\n")]
    assert b'<piece at="0" hex="e9a1b50c0a"/>' in to_xml(report)
    assert b'<piece at="9" text="&#10;"/>' in to_xml(report)
    assert from_xml(to_xml(report)) == report


def test_numbers_keep_their_digits_and_kind() -> None:
    report = example()
    for value in (0, -3, 8.5, 1e15, 1.5e-7, 2**53 - 1, 0.1 + 0.2):
        report.targets[0].value = value
        back = from_xml(to_xml(report)).targets[0].value
        assert (back, type(back)) == (value, type(value))


def test_interludes_stand_among_the_subsections() -> None:
    report = example()
    parent = report.sections[1]
    (interlude,) = parent.tail
    interlude.span = (parent.subsections[0].span[1], parent.subsections[1].span[0])
    parent.tail, parent.interludes = [], [interlude]
    root = etree.fromstring(to_xml(report))
    inside = root.xpath("//*[@id='s2']/*[local-name()='subsections']/*/@id")
    assert inside == ["s2.1", "s2.p2", "s2.2"]
    assert from_xml(to_xml(report)) == report


def test_the_string_value_of_a_paragraph_is_its_text() -> None:
    root = etree.fromstring(XML)
    assert root.xpath("string(//*[@id='s2.2.p1'])") == "新建幼儿园3所，旅游总收入突破X亿元。"


@pytest.mark.parametrize(
    "data",
    [
        ROOT,
        TEXT,
        "\ufeff" + TEXT,
        b"\xef\xbb\xbf" + XML,
        TEXT.encode("utf-16"),
        TEXT.replace("UTF-8", "UTF-16").encode("utf-16"),
        TEXT.replace("UTF-8", "gb18030"),
        START + "<!-- <!DOCTYPE report> --><?style <!DOCTYPE?>\n" + ROOT + "<!-- end -->",
        TEXT.replace("<front>", "<front><!-- 标题 --><?x?>").replace(
            "各位代表：</", "各位<!-- -->代<![CDATA[表：]]></"
        ),
        TEXT.replace("<report ", '<g:report xmlns:g="urn:gongwen:report:1.0" ').replace("</report>", "</g:report>"),
    ],
    ids=[
        "bare",
        "text",
        "mark",
        "utf-8 mark",
        "utf-16 as utf-8",
        "utf-16",
        "text as gb18030",
        "prolog",
        "inside",
        "prefix",
    ],
)
def test_other_ways_to_write_the_same_are_read(data: str | bytes) -> None:
    assert from_xml(data) == example()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "the document is empty"),
        ("   \n", "the document is empty"),
        ("政府工作报告", "line 1: not well-formed"),
        (TEXT[:2000], r"line \d+: not well-formed"),
        (ROOT.replace(' xmlns="urn:gongwen:report:1.0"', ""), "the root element is report: "),
        (ROOT.replace("report:1.0", "report:2.0", 1), "report:2.0}report"),
        ("<html/>", "the root element is html"),
        (ROOT.replace('schema_version="1.0"', 'schema_version="2.0"'), "'2.0'"),
        (ROOT.replace(' schema_version="1.0"', ""), "schema_version is missing"),
        (ROOT.replace("<preamble>", "<preface>").replace("</preamble>", "</preface>"), r"line \d+: Element 'preface'"),
        (ROOT.replace('level="3"', 'level="three"', 1), r"line 39: .*level.*three"),
        (ROOT.replace('level="3"', 'level="03"', 1), "level"),
        (ROOT.replace('span="0 14"', 'span="0 14 20"'), "span"),
        (ROOT.replace('span="0 14"', 'span="0"'), "span"),
        (ROOT.replace("政府工作报告</paragraph>", "<b/></paragraph>"), "'b'"),
        (ROOT.replace(">各位代表：</paragraph>", "/>"), r"line \d+: paragraph has no text"),
        (ROOT.replace(">（一）</marker>", "/>"), r"line \d+: marker has no text"),
        (ROOT.replace('<piece at="14" text="&#10;"/>', '<piece at="14"/>'), "either text or hex"),
        (ROOT.replace('<piece at="14" text="&#10;"/>', '<piece at="14" text="&#10;" hex="0a"/>'), "either text or hex"),
        (ROOT.replace('<piece at="14" text="&#10;"/>', '<piece at="14" hex="ff"/>'), "no UTF-8"),
        (ROOT.replace("<front>", "<front>标题"), "front"),
        (TEXT.encode("utf-16")[:-1], "no text"),
        (TEXT.replace("UTF-8", "GB18030").encode("gb18030"), "the declaration says GB18030"),
        (b"\x00\x01" + XML, "not well-formed"),
    ],
)
def test_what_is_no_report_is_refused(data: str | bytes, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence) as caught:
        from_xml(data)
    assert len(str(caught.value)) < 500 and "\n" not in str(caught.value)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE report>",
        '<!DOCTYPE report SYSTEM "http://127.0.0.1:9/report.dtd">',
        f'<!DOCTYPE report [<!ENTITY f SYSTEM "{(SCHEMAS / "README.md").as_uri()}">]>',
        '<!DOCTYPE report [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        f'<!DOCTYPE report [<!ENTITY l0 "哈">{LAUGHS}]>',
        '<!DOCTYPE report [<!ATTLIST paragraph access CDATA "free">]>',
    ],
    ids=["empty", "address", "file", "parameter", "laughs", "default"],
)
@pytest.mark.parametrize("before", ["", "\n\n", "<!-- --><?p?>\n<!-- -- x -->"])
def test_document_type_declarations_are_refused(doctype: str, before: str) -> None:
    root = ROOT.replace("各位代表：</", "&f;&l9;各位代表：</")
    for data in (START + before + doctype + root, (START + before + doctype + root).encode("utf-16")):
        with pytest.raises(FormatError, match=r"document type declaration|not well-formed"):
            from_xml(data)


def test_a_plain_doctype_is_named_with_its_line() -> None:
    with pytest.raises(FormatError, match="line 3: a document type declaration"):
        from_xml(START + "<!-- -->\n<!DOCTYPE report>" + ROOT)


@pytest.mark.parametrize(
    "data",
    [
        b"<a>" * 100_000,
        b'<report xmlns="urn:gongwen:report:1.0" schema_version="1.0">' + b"<sections><section>" * 1000,
        b"<report " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>",
        b"<?xml version='1.0'?>" + b"<!--x-->" * 100_000,
        b"<!--" * 100_000,
        b"<?" * 100_000,
        b'<?xml version="1.0" encoding="no-such-encoding"?><report/>',
        b"\xfe\xff\xd8\x00\x00\x41",
        TEXT.replace('level="3"', f'level="{"3&#10;" * 100_000}"').encode(),
    ],
    ids=["deep", "deep sections", "attributes", "comments", "comment", "instruction", "encoding", "surrogate", "value"],
)
def test_hostile_bytes_end_in_one_sentence(data: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        from_xml(data)
    assert len(str(caught.value)) < 500 and "\n" not in str(caught.value)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_anything_is_a_report_or_a_format_error(data: bytes | str) -> None:
    with pytest.raises(FormatError):
        from_xml(data)


@given(reports(max_nodes=2), st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_refused(report: Report, where: float) -> None:
    written = to_xml(report)
    with pytest.raises(FormatError):
        from_xml(written[: int((len(written) - 1) * where)])


def test_a_text_longer_than_libxml2_takes_unasked_is_read() -> None:
    report = example()
    report.front[0].text = "长" * 4_000_000
    assert from_xml(to_xml(report)) == report


@pytest.mark.parametrize("span", [(1.5, 2), (True, 2), (1, 2, 3), ("1", None)])
def test_a_span_of_wrong_types_is_not_written_as_a_right_one(span: Any) -> None:
    report = example()
    report.targets[0].span = span
    assert " ".join(map(str, span)) in to_xml(report).decode()
