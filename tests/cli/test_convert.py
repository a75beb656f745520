"""``gongwen convert``: where results go, what is said, and with which exit code it ends."""

import json
import os
import stat
from pathlib import Path

import pytest

from converter.cli.lines import Lines
from converter.folders import input_suffixes
from converter.formats import from_json, from_xml
from converter.pipeline import parse
from tests.cli.conftest import TEXT, Gongwen


def test_one_text_goes_to_standard_output_as_json(gongwen: Gongwen, text: Path) -> None:
    result = gongwen("convert", "a.txt")
    assert result.exit_code == 0
    assert from_json(result.stdout_bytes) == parse(text.read_bytes(), name="a.txt")
    assert result.stdout.startswith('{\n  "schema_version": "1.0",\n')
    assert result.stderr.startswith("a.txt: 6 sections, ")


def test_xml_is_asked_for_by_option_or_by_the_name_of_the_file(gongwen: Gongwen, text: Path) -> None:
    by_option = gongwen("convert", "a.txt", "--to", "xml")
    assert from_xml(by_option.stdout_bytes) == parse(text.read_bytes(), name="a.txt")
    gongwen("convert", "a.txt", "-o", "b.xml")
    assert Path("b.xml").read_bytes() == by_option.stdout_bytes
    gongwen("convert", "a.txt", "-o", "c.xml", "--to", "json")
    assert json.loads(Path("c.xml").read_bytes())["source"]["name"] == "a.txt"


@pytest.mark.parametrize(("indent", "lines"), [("0", 1), ("4", 100)])
def test_indent(gongwen: Gongwen, text: Path, indent: str, lines: int) -> None:
    written = gongwen("convert", "a.txt", "--indent", indent).stdout
    assert (written.count("\n") < 2) == (lines == 1)
    assert json.loads(written)["schema_version"] == "1.0"


def test_standard_input_and_output(gongwen: Gongwen) -> None:
    result = gongwen("convert", "-", "-o", "-", input=TEXT.encode("gb18030"))
    report = from_json(result.stdout_bytes)
    assert (report.source.name, report.source.encoding) == (None, "gb18030")
    assert result.stderr.startswith("standard input: 6 sections")


def test_several_texts_go_to_a_directory(gongwen: Gongwen, text: Path) -> None:
    Path("b.txt").write_text(TEXT)
    result = gongwen("convert", "a.txt", "b.txt", "-o", "out")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.json", "b.json"]
    assert result.stdout == ""


@pytest.mark.parametrize("output", ["out/", "there"])
def test_one_text_goes_to_a_directory_that_is_named_as_one(gongwen: Gongwen, text: Path, output: str) -> None:
    Path("there").mkdir()
    gongwen("convert", "a.txt", "--to", "xml", "-o", output)
    assert Path(output, "a.xml").is_file()


def test_directory_is_mirrored(gongwen: Gongwen, text: Path) -> None:
    Path("in/2023/county").mkdir(parents=True)
    for name in ("in/x.txt", "in/2023/x.TXT", "in/2023/county/x.md"):
        Path(name).write_text(TEXT)
    Path("in/picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert gongwen("convert", "in", "-o", "out").exit_code == 0
    found = sorted(str(path.relative_to("out")) for path in Path("out").rglob("*.*"))
    assert found == ["2023/county/x.json", "2023/x.json", "x.json"]


def test_two_texts_never_get_the_same_place(gongwen: Gongwen, text: Path) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text(TEXT)
    result = gongwen("convert", "a.txt", "in/a.txt", "-o", "out/")
    assert result.exit_code == 0
    assert "in/a.txt: out/a.json is the result of a.txt, so this one goes to out/a.txt.json" in result.stderr
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.json", "a.txt.json"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.txt", "b.txt"], "several texts, or those of a directory, need -o DIR/"),
        (["."], "need -o DIR/"),
        (["a.txt", "a.txt", "-o", "out"], "a.txt is given twice"),
        (["a.txt", "b.txt", "-o", "a.txt"], "a.txt is a file, and 2 texts need a directory"),
        (["a.txt", "-o", "a.txt"], "a.txt is one of the texts, which are never overwritten"),
        (["a.txt", "--encoding", "utf-9"], "there is no encoding 'utf-9'; known are utf-8, gb18030"),
        (["a.txt", "--to", "pdf"], "'pdf' is not one of"),
        ([], "Missing argument 'PATH...'"),
    ],
)
def test_wrong_command_line_ends_with_2(gongwen: Gongwen, text: Path, arguments: list[str], sentence: str) -> None:
    Path("b.txt").write_text(TEXT)
    result = gongwen("convert", *arguments)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
    assert text.read_text() == TEXT


def test_one_sentence_for_each_text_that_fails_and_the_others_are_converted(gongwen: Gongwen, text: Path) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("blank.txt").write_bytes("\n　\n".encode())
    Path("scan.txt").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    Path("nothing").mkdir()
    result = gongwen("convert", "empty.txt", "blank.txt", "scan.txt", "gone.txt", "nothing", "a.txt", "-o", "out")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[:5] == [
        "empty.txt: the file is empty; a report in plain text is needed",
        "blank.txt: the file holds nothing but blanks; a report in plain text is needed",
        "scan.txt: this is a JPEG image, not plain text; save its text as .txt first",
        "gone.txt: there is no such file",
        "nothing: this directory has no file of the kinds " + ", ".join(input_suffixes()),
    ]
    assert lines[5].startswith("a.txt: 6 sections")
    assert lines[6] == "1 converted, 5 failed"
    assert [path.name for path in Path("out").iterdir()] == ["a.json"]


def test_findings_about_the_text_are_no_failure(gongwen: Gongwen) -> None:
    Path("b.txt").write_text("一、修路\n三、架桥\n##paidend##\n")
    result = gongwen("convert", "b.txt", "-o", "b.json")
    assert result.exit_code == 0
    assert "warning" in result.stderr


def test_quiet_and_verbose(gongwen: Gongwen, text: Path) -> None:
    assert gongwen("convert", "a.txt", "-q").stderr == ""
    text.write_text("一、修路\n三、架桥\n##paidend##\n")
    report = json.loads(gongwen("convert", "a.txt").stdout)
    said = gongwen("convert", "a.txt", "--verbose").stderr.splitlines()
    assert len(said) == 1 + len(report["diagnostics"]) > 1
    assert all(diagnostic["code"] in line for diagnostic, line in zip(report["diagnostics"], said[1:], strict=True))
    assert any(line.startswith("a.txt:2:1: warning") for line in said)


def test_offsets_are_lines_and_columns() -> None:
    lines = Lines("一二\n\n三\u2028四")
    assert [lines.place(offset) for offset in (0, 1, 2, 3, 4, 6)] == ["1:1", "1:2", "1:3", "2:1", "3:1", "4:1"]


def test_encoding_overrules(gongwen: Gongwen) -> None:
    Path("b.txt").write_bytes("云岭市".encode("gb18030"))
    assert json.loads(gongwen("convert", "b.txt", "--encoding", "GBK").stdout)["source"]["encoding"] == "gb18030"
    assert json.loads(gongwen("convert", "b.txt", "--encoding", "big5").stdout)["source"]["encoding"] == "big5"


def test_public_edition(gongwen: Gongwen) -> None:
    Path("b.txt").write_text("一、修路\n环湖路通车。##paidbegin##龘靐。##paidend##\n二、架桥\n青石桥建成。\n")
    result = gongwen("convert", "b.txt", "--edition", "public")
    assert "龘" not in result.stdout
    assert "3 paid characters left out" in result.stderr
    assert json.loads(result.stdout)["edition"]["kind"] == "public"


def test_existing_result_is_replaced_whole_and_keeps_its_permissions(gongwen: Gongwen, text: Path) -> None:
    Path("a.json").write_text("old")
    Path("a.json").chmod(0o640)
    gongwen("convert", "a.txt", "-o", "a.json")
    assert json.loads(Path("a.json").read_bytes())
    assert stat.S_IMODE(Path("a.json").stat().st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "a.txt"]


def test_result_that_cannot_be_written_leaves_no_half(
    gongwen: Gongwen, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.json").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    result = gongwen("convert", "a.txt", "-o", "a.json")
    assert (result.exit_code, result.stderr) == (1, "a.json: no space left on the device\n")
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "a.txt"]
    assert Path("a.json").read_text() == "old"


def test_fault_of_the_program_is_a_sentence_too(gongwen: Gongwen, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("s1")

    monkeypatch.setattr("converter.pipeline.parse", broken)
    result = gongwen("convert", "a.txt")
    assert result.exit_code == 1
    assert result.stderr == "a.txt: a fault of gongwen itself, not of the input (KeyError: 's1'); please report it\n"


def test_same_bytes_give_the_same_bytes(gongwen: Gongwen, text: Path) -> None:
    first = gongwen("convert", "a.txt").stdout_bytes
    Path("other").mkdir()
    text.rename("other/a.txt")
    assert gongwen("convert", "other/a.txt").stdout_bytes == first


@pytest.mark.parametrize("kept", ["json", "xml"])
def test_report_is_written_in_another_format(gongwen: Gongwen, text: Path, kept: str) -> None:
    gongwen("convert", "a.txt", "-o", f"a.{kept}")
    gongwen("convert", "a.txt", "-o", "expected.md")
    assert gongwen("convert", f"a.{kept}", "-o", "b.md").exit_code == 0
    assert Path("b.md").read_bytes() == Path("expected.md").read_bytes()


def test_report_is_told_by_what_it_holds(gongwen: Gongwen, text: Path) -> None:
    for name in ("json", "xml"):
        kept = gongwen("convert", "a.txt", "--to", name).stdout_bytes
        Path("kept.dat").write_bytes(kept)
        assert gongwen("convert", "kept.dat", "--to", name).stdout_bytes == kept
        assert gongwen("convert", "-", "--to", name, input=kept).stdout_bytes == kept


def test_text_that_begins_like_markup_is_a_text(gongwen: Gongwen) -> None:
    Path("a.dat").write_text(f"<p>政府工作报告</p>\n{TEXT}")
    assert gongwen("convert", "a.dat").exit_code == 0


def test_suffix_of_no_format_is_refused(gongwen: Gongwen, text: Path) -> None:
    result = gongwen("convert", "a.txt", "-o", "a.pdf")
    assert result.exit_code == 2
    assert "a.pdf: .pdf names no format; there are .json, .xml, .md" in result.stderr
    assert not Path("a.pdf").exists()
