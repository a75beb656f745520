"""Hostile input: each row ends in bounded time and memory with one finding; nothing is fetched, nothing is expanded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from converter import to_json, to_xml, validate
from converter.validation import judge
from tests.validation.sample import sound_report

_JSON = to_json(sound_report()).decode()
_XML = to_xml(sound_report()).decode()
_BODY = _XML.partition("?>")[2].lstrip()

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

#: What it is, the document (large ones are made when needed), the code of its one finding (``None``: it is sound).
Row = tuple[str, str | bytes | Callable[[], str | bytes], str | None]
ROWS: list[Row] = [
    ("external entity", f'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_BODY}', "GW014"),
    ("parameter entity", f'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd"> %p;]>{_BODY}', "GW014"),
    ("billion laughs", f'<!DOCTYPE r [<!ENTITY l0 "ha">{_LAUGHS}]><r>&l9;</r>', "GW014"),
    ("DTD at a network address", f'<!DOCTYPE report SYSTEM "http://192.0.2.1/report.dtd">{_BODY}', "GW014"),
    ("DTD after a comment", f"<?xml version='1.0'?><!-- > --><!DOCTYPE report>{_BODY}", "GW014"),
    ("entity without a declaration", _BODY.replace("青禾县人民政府", "&county;"), "GW013"),
    ("100,000 nested lists", "[" * 100_000, "GW007"),
    ("100,000 nested lists, closed", "[" * 100_000 + "]" * 100_000, "GW007"),
    ("100,000 nested objects", '{"a":' * 100_000, "GW007"),
    ("100,000 nested lists in an unknown field", f'{{"x":{"[" * 100_000}{"]" * 100_000},{_JSON[1:]}', "GW007"),
    ("100,000 nested elements", "<a>" * 100_000, "GW007"),
    ("100,000 nested elements, closed", "<a>" * 100_000 + "</a>" * 100_000, "GW007"),
    ("duplicate key", _JSON.replace('"run_in":', '"run_in":true,"run_in":', 1), "GW008"),
    ("duplicate key, written differently", _JSON.replace('"run_in":', '"run\\u005fin" :true,"run_in":', 1), "GW008"),
    ("duplicate unknown key", '{"x":1,"x":2,' + _JSON[1:], "GW008"),
    ("duplicate attribute", _BODY.replace('level="1"', 'level="1" level="1"', 1), "GW013"),
    ("NaN", _JSON.replace('"value":8,', '"value":NaN,', 1), "GW009"),
    ("Infinity", _JSON.replace('"value":8,', '"value":Infinity,', 1), "GW009"),
    ("-Infinity", _JSON.replace('"value":8,', '"value":-Infinity,', 1), "GW009"),
    ("a number beyond all floats", _JSON.replace('"value":8,', '"value":1e999,', 1), "GW105"),
    ("a number beyond all floats in XML", _BODY.replace('value="8"', 'value="1e999"', 1), "GW105"),
    ("lone surrogate", _JSON.replace("政府工作报告", "\\ud83d", 1), "GW011"),
    ("lone surrogate, the wrong half", _JSON.replace("政府工作报告", "\\ude00", 1), "GW011"),
    ("lone surrogate in a text", '{"a": "\ud83d"}', "GW005"),
    ("integer of a million digits", _JSON.replace('"value":8,', f'"value":{"9" * 1_000_000},', 1), "GW010"),
    ("integer of a million digits in XML", _BODY.replace('value="8"', f'value="{"9" * 1_000_000}"', 1), "GW109"),
    ("integer of a thousand digits", _JSON.replace('"level":1,', f'"level":{"9" * 1_000},', 1), "GW105"),
    ("invalid UTF-8 in JSON", _JSON.encode().replace("林".encode(), b"\xff", 1), "GW005"),
    ("invalid UTF-8 in XML", _BODY.encode().replace("林".encode(), b"\xff", 1), "GW015"),
    ("GB18030 in JSON", _JSON.encode("gb18030"), "GW005"),
    ("GB18030 in XML", _XML.replace("UTF-8", "GB18030").encode("gb18030"), "GW015"),
    ("UTF-7 in XML", _XML.replace("UTF-8", "UTF-7"), "GW015"),
    ("UTF-16 XML, little end first", b"\xff\xfe" + _XML.replace("UTF-8", "UTF-16").encode("utf-16-le"), None),
    ("UTF-16 XML, big end first", b"\xfe\xff" + _BODY.encode("utf-16-be"), None),
    ("UTF-16 XML cut in a character", b"\xff\xfe" + _BODY.encode("utf-16-le")[:-1], "GW015"),
    ("UTF-16 XML with a DTD", b"\xff\xfe" + f"<!DOCTYPE r>{_BODY}".encode("utf-16-le"), "GW014"),
    ("UTF-16 JSON", b"\xff\xfe" + _JSON.encode("utf-16-le"), "GW005"),
    ("byte order mark before JSON", b"\xef\xbb\xbf" + _JSON.encode(), "GW012"),
    ("byte order mark before XML", b"\xef\xbb\xbf" + _XML.encode(), None),
    ("wrong namespace", _BODY.replace("urn:gongwen:report:1.0", "urn:gongwen:report:2.0"), "GW016"),
    ("no namespace", _BODY.replace(' xmlns="urn:gongwen:report:1.0"', ""), "GW016"),
    ("another root", '<section xmlns="urn:gongwen:report:1.0"/>', "GW016"),
    ("unknown minor version", _JSON.replace('"1.0"', '"1.7"', 1), None),
    ("unknown minor version in XML", _BODY.replace('schema_version="1.0"', 'schema_version="1.7"'), None),
    ("unknown major version", _JSON.replace('"1.0"', '"2.0"', 1), "GW017"),
    ("unknown major version in XML", _BODY.replace('schema_version="1.0"', 'schema_version="2.0"'), "GW017"),
    ("no version", _JSON.replace('"schema_version":"1.0",', "", 1), "GW101"),
    ("empty file", b"", "GW002"),
    ("blanks", b" \r\n\t\n", "GW002"),
    ("byte order mark alone", b"\xef\xbb\xbf", "GW002"),
    ("text", "政府工作报告\n各位代表：\n", "GW004"),
    ("zeros", bytes(1000), "GW004"),
    ("an image", b"\x89PNG\r\n\x1a\n" + bytes(100), "GW004"),
    ("a list", "[]", "GW102"),
    ("a million empty lists", lambda: "[" + "[]," * 1_500_000 + "[]]", "GW003"),
    ("a million empty objects", lambda: "[" + "{}," * 1_500_000 + "{}]", "GW003"),
    ("a million empty elements", lambda: "<a>" + "<a/>" * 1_500_000 + "</a>", "GW003"),
    ("200 MB of one attribute", lambda: b'<report a="' + b"x" * 200_000_000, "GW013"),
    ("200 MB of one string", lambda: b'{"schema_version": "' + b"1" * 200_000_000, "GW006"),
    ("20 MB of one attribute", lambda: f'<report a="{"x" * 20_000_000}"/>', "GW016"),
    ("20 MB of one string", lambda: f'{{"schema_version": "{"1" * 20_000_000}"}}', None),
    ("20 MB of blanks", lambda: b" " * 20_000_000, "GW002"),
    ("20 MB of an open comment", lambda: b"<!--" + b"-" * 20_000_000, "GW013"),
    ("20 MB of an open string", lambda: b'{"' + b"\\" * 20_000_001, "GW006"),
]
_MANY = {"20 MB of one string"}


@pytest.mark.parametrize(("name", "document", "code"), ROWS, ids=[row[0] for row in ROWS])
def test_a_hostile_document_has_one_clear_finding(
    name: str, document: str | bytes | Callable[[], str | bytes], code: str | None
) -> None:
    findings = validate(document() if callable(document) else document)
    for finding in findings:
        assert 10 < len(finding.message) < 500 and finding.message.isprintable()
        assert finding.message_zh
    if name in _MANY:
        assert {finding.code for finding in findings} == {"GW101", "GW104"}
    else:
        assert [finding.code for finding in findings] == ([code] if code else [])


def test_nothing_of_a_file_that_an_entity_names_is_shown(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("不可外传")
    document = f'<!DOCTYPE r [<!ENTITY e SYSTEM "{secret.as_uri()}">]>{_BODY.replace("青禾县人民政府", "&e;")}'
    assert "不可外传" not in repr(validate(document))


@pytest.mark.parametrize("document", [_JSON.encode(), _XML.encode()], ids=["JSON", "XML"])
def test_a_file_cut_at_any_byte_has_one_finding(document: bytes) -> None:
    for end in range(0, len(document.rstrip()), 7):
        findings = validate(document[:end])
        assert len(findings) == 1 and findings[0].code in {"GW002", "GW005", "GW006", "GW013", "GW015"}, end


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


def _large(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    return path


_FILES: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "a folder": (_folder, "GW001", "folder"),
    "a named pipe": (_pipe, "GW001", "named pipe"),
    "a loop of links": (_loop, "GW001", "loop"),
    "nothing": (lambda path: path, "GW001", "no such file"),
    "a device": (lambda path: Path("/dev/zero"), "GW001", "device"),
    "a name that is too long": (lambda path: path / ("x" * 5000), "GW001", "too long"),
    "a name with a zero": (lambda path: path / "\0", "GW001", "not valid"),
    "3 GB": (_large, "GW003", "3000000000 bytes"),
}


@pytest.mark.skipif(os.name == "nt", reason="pipes, devices and links are made as POSIX has them")
@pytest.mark.parametrize("name", _FILES)
def test_what_is_no_readable_file_is_a_finding(name: str, tmp_path: Path) -> None:
    make, code, words = _FILES[name]
    findings = validate(make(tmp_path / "report.json"))
    assert [finding.code for finding in findings] == [code]
    assert words in findings[0].message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("{}")
    path.chmod(0)
    findings = validate(path)
    assert [finding.code for finding in findings] == ["GW001"] and "permission" in findings[0].message


def test_ten_thousand_faults_stay_under_the_bound() -> None:
    report = sound_report()
    report.diagnostics = report.diagnostics * 10_000
    for diagnostic in report.diagnostics[:1]:
        diagnostic.section = "s9"
    for data in (to_json(report), to_xml(report)):
        verdict = judge(data)
        assert len(verdict.findings) == 1000 and not verdict.complete
        every = judge(data, max_findings=None)
        assert len(every.findings) == 10_000 and every.complete
        assert {finding.code for finding in every.findings} == {"GW703"}
        assert len({(finding.line, finding.column, finding.path) for finding in every.findings}) == 10_000
        assert judge(data, max_findings=3).findings == every.findings[:3]


def test_ten_thousand_faults_of_the_schema_stay_under_the_bound() -> None:
    json_data = _JSON.replace('"targets":[', '"targets":[' + '{"id":"x"},' * 10_000, 1)
    verdict = judge(json_data)
    assert len(verdict.findings) == 1000 and not verdict.complete
    xml_data = _BODY.replace("<targets>", "<targets>" + '<target id="x"/>' * 10_000, 1)
    verdict = judge(xml_data)
    assert len(verdict.findings) == 1000 and not verdict.complete


_MEASURE = """
import resource, sys
from pathlib import Path
from converter.validation import judge
from tests.validation.test_hostile import ROWS
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for name, document, code in ROWS:
    if not name.startswith("200 MB"):
        judge(document() if callable(document) else document)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is measured as Linux counts it, in KiB")
def test_hostile_documents_need_bounded_memory() -> None:
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", _MEASURE], cwd=root, capture_output=True, text=True, check=True)
    assert int(run.stdout) < 300 * 1024
