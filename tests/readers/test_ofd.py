"""OFD: text objects in reading order, composite objects, several documents, what is left out and what is refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from converter import parse
from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.ofd import read
from tests.readers.ofd_files import ofd, set_lines, text
from tests.readers.test_pdf import REPORT


def lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def omitted(projected: Projected) -> dict[str, int]:
    return {each.kind: each.count for each in projected.omitted}


def test_paragraphs_pages_and_fonts() -> None:
    projected = read(ofd(set_lines(REPORT * 3)))
    assert projected.text.split("\n") == REPORT * 3
    assert (projected.pages_basis, [page for _, page in projected.pages]) == ("fixed", [1, 2])
    assert (projected.facts[0].font, projected.facts[0].size) == ("FangSong_GB2312", 15.9)


def test_the_tree_of_an_ofd() -> None:
    report = parse(ofd(set_lines(REPORT)), name="报告.ofd")
    assert [section.heading for section in report.sections] == ["过去一年的工作", "新一年的安排"]


def test_objects_are_read_by_their_places_not_in_the_order_of_drawing() -> None:
    page = text(28, 60, "二、新一年的安排") + text(28, 40, "一、过去一年的工作")
    assert lines(ofd([page])) == ["一、过去一年的工作", "二、新一年的安排"]


def test_distances_may_be_runs_or_missing_and_lines_may_turn_inside_a_text() -> None:
    wrapped = (
        '<ofd:TextObject Boundary="28 80 90 20" Size="5" Font="1"><ofd:TextCode X="0" Y="5" '
        'DeltaX="5 g 2 5 -15 g 3 5" DeltaY="g 3 0 7 g 3 0">米链越长竹链越壮</ofd:TextCode></ofd:TextObject>'
    )
    plain = (
        '<ofd:TextObject Boundary="28 40 90 20" Size="5" Font="1"><ofd:TextCode X="0" Y="5">村口食堂12个</ofd:TextCode>'
        "</ofd:TextObject>"
    )
    assert lines(ofd([plain + wrapped])) == ["村口食堂12个", "米链越长", "竹链越壮"]


def test_composite_objects_and_blocks_are_opened_and_cycles_end() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="9" Width="90" Height="9"><ofd:Content>{text(0, 5, "村口食堂")}</ofd:Content>'
    unit += "</ofd:CompositeGraphicUnit>"
    placed = '<ofd:CompositeObject ResourceID="9" Boundary="28 100 90 9" CTM="2 0 0 2 0 0"/>'
    projected = read(ofd([f"<ofd:PageBlock>{text(28, 40, '班车进村')}</ofd:PageBlock>{placed}"], resources=unit))
    assert projected.text.split("\n") == ["班车进村", "村口食堂"]
    assert (projected.facts[0].size, projected.facts[1].size) == (15.9, 31.7)
    cycle = '<ofd:CompositeGraphicUnit ID="9"><ofd:Content><ofd:CompositeObject ResourceID="9" Boundary="0 0 9 9"/>'
    cycle += "</ofd:Content></ofd:CompositeGraphicUnit>"
    assert lines(ofd([placed + text(28, 40, "班车进村")], resources=cycle)) == ["班车进村"]


def test_several_documents_of_one_package_follow_each_other() -> None:
    projected = read(ofd([text(28, 40, "第一份")], [text(28, 40, "第二份")]))
    assert (projected.text, projected.pages) == ("第一份\n第二份", [(0, 1), (4, 2)])


def test_what_is_left_out_is_counted() -> None:
    objects = text(28, 40, "正文") + '<ofd:ImageObject Boundary="0 0 9 9"/>'
    objects += text(28, 90, "看不见", attributes='Font="1" Visible="false"') + text(
        99, 99, "斜印", attributes='CTM="1 1 -1 1 0 0"'
    )
    projected = read(ofd([objects], template='<ofd:Template TemplateID="5"/>', annotations=2))
    assert projected.text == "正文"
    assert omitted(projected) == {
        "annotations": 2, "headers_footers": 1, "hidden_text": 1, "pictures": 1, "turned_text": 2
    }  # fmt: skip


def test_a_page_whose_text_is_turned_by_a_quarter_is_turned_to_be_read() -> None:
    up = 'Font="1" CTM="0 -1 1 0 0 0"'
    objects = text(40, 250, "一、过去一年的工作", attributes=up) + text(50, 250, "二、新一年的安排", attributes=up)
    assert lines(ofd([objects])) == ["一、过去一年的工作", "二、新一年的安排"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (ofd([""]), r"^no text layer on 1 of 1 pages: character recognition is not done here$"),
        (ofd(), "has no pages"),
        (ofd([text(1, 1, "密")], extra={"Encryptions.xml": "<a/>"}), "encrypted"),
        (ofd([text(1, 1, "坏")], extra={"Doc_0/Document.xml": "<a>"}), "broken"),
        (
            ofd([text(1, 1, "无")], extra={"OFD.xml": "<OFD><DocBody><DocRoot>x</DocRoot></DocBody></OFD>"}),
            "does not hold it",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence):
        read(data)


def test_missing_pages_are_said_and_paths_lead_nowhere_else() -> None:
    data = ofd([text(28, 40, "一页"), ""], extra={"Doc_0/Pages/Page_1/Content.xml": "", "x": ""})
    with pytest.raises(ReaderError, match="broken"):
        read(data)
    outside = "<OFD><DocBody><DocRoot>../../../../etc/passwd</DocRoot></DocBody></OFD>"
    with pytest.raises(ReaderError, match="does not hold it"):
        read(ofd([""], extra={"OFD.xml": outside}))


def test_other_namespaces_are_read() -> None:
    assert lines(ofd([text(28, 40, "班车进村")], namespace='xmlns:ofd="http://www.ofdspec.org"')) == ["班车进村"]


def test_mutated_packages_are_read_or_refused() -> None:
    chance = random.Random(7)
    objects = "".join(set_lines(REPORT))
    for _ in range(200):
        changed = list(objects)
        for _ in range(chance.randint(1, 6)):
            changed[chance.randrange(len(changed))] = chance.choice(['"', "g", "-", "9", "<", "e", " ", "nan", "1e999"])
        try:
            read(ofd(["".join(changed)]))
        except ReaderError as error:
            assert "\n" not in str(error)


def test_real_packages(shared: Path) -> None:
    for path in sorted((shared / "inputs" / "ofd").glob("*.ofd")):
        try:
            projected = read(path.read_bytes())
        except ReaderError as error:
            assert "no text layer" in str(error)
        else:
            assert len(projected.text.split("\n")) == len(projected.facts)
