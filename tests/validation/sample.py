"""One sound report that has a bit of everything, written down piece by piece; tests break it in one place each."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import replace

from converter.model import (
    Access,
    Author,
    Correction,
    Diagnostic,
    Edition,
    Generator,
    Mark,
    Marker,
    MarkerFamily,
    Meta,
    Omitted,
    PaidSpan,
    Paragraph,
    Place,
    Projection,
    Report,
    Result,
    Role,
    Section,
    Source,
    Span,
    Target,
)


class _Sheet:
    """The text as it grows: what is put down is content, what is skipped is layout."""

    def __init__(self) -> None:
        self.text = ""
        self.layout: list[tuple[int, str]] = []

    def put(self, text: str) -> Span:
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def skip(self, text: str) -> Span:
        start = len(self.text)
        self.layout.append((start, text))
        self.text += text
        return start, len(self.text)

    def paragraph(self, name: str, text: str, role: Role | None = None, access: Access = "free") -> Paragraph:
        paragraph = Paragraph(name, role, text, self.put(text), access)
        self.skip("\n")
        return paragraph

    def marker(self, text: str, family: MarkerFamily, ordinal: int) -> Marker:
        return Marker(text, family, ordinal, self.put(text))


def sound_report() -> Report:
    """A report without a finding: all kinds of nodes, a paid part, targets of several kinds, undecodable bytes."""
    sheet = _Sheet()
    front = [
        sheet.paragraph("front.p1", "政府工作报告", "title"),
        sheet.paragraph("front.p2", "各位代表：", "salutation"),
    ]
    preamble = [sheet.paragraph("preamble.p1", "现在，我代表青禾县人民政府，向大会报告工作。")]
    review, review_targets = _review(sheet)
    plan, plan_targets, paid = _plan(sheet)
    closing = [sheet.paragraph("closing.p1", "各位代表，让我们携手同心，把青禾建设得更加美好！")]
    back = [sheet.paragraph("back.p1", "大会秘书处", "issuer")]
    text = sheet.text
    data = text.encode().replace("\ufffd".encode(), b"\xff")
    return Report(
        schema_version="1.0",
        meta=Meta(
            title="政府工作报告",
            document_type="work_report",
            place=Place("青禾县", "county"),
            date="2024-02-21",
            author=Author("林知远", "县长"),
            review_year=2023,
            target_year=2024,
            salutation="各位代表：",
            issuer="大会秘书处",
        ),
        front=front,
        preamble=preamble,
        sections=[review, plan],
        closing=closing,
        back=back,
        targets=[*review_targets, *plan_targets],
        paid_spans=[paid],
        diagnostics=[Diagnostic("numbering_gap", "warning", "（三）follows（一）", review.span, "s1")],
        source=Source(
            name="qinghe.txt",
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            encoding="utf-8",
            confidence=1.0,
            bom=False,
            newline="lf",
            characters=len(text),
            layout=sheet.layout,
            undecodable=[(text.index("\ufffd"), "ff")],
        ),
        edition=Edition(),
        generator=Generator("gongwen", "0.1.0"),
        results=[_result(review.subsections[0])],
        corrections=[
            Correction("role", back[0].span, "applied", role="issuer"),
            Correction("join", (0, 6), "stale", "it was made for another text"),
        ],
    )


def _result(section: Section) -> Result:
    """What the first subsection of the review says was reached; its number is in words that stay as they are."""
    (start, _), text = section.body[0].span, "重点项目开工三十个"
    at = start + section.body[0].text.index(text)
    return Result(
        "r1", section.id, section.body[0].id, (at, at + len(text)), text, "重点项目", None, "全县", "increment", "=",
        30, None, "个", "2023", 6.5,
    )  # fmt: skip


def projected_report() -> Report:
    """The sound report as if it had been read out of a file of another kind, which it holds."""
    report = sound_report()
    source, data = report.source, b"the bytes of a file"
    text = source_bytes(report).replace(b"\xff", "\ufffd".encode())
    report.source = replace(
        source,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        undecodable=[],
        media_type="application/pdf",
        projection=Projection("pdf", "1", hashlib.sha256(text).hexdigest()),
        generated=[(0, 2, "numbering"), (3, 5, "separator")],
        omitted=[Omitted("comments", 2)],
        pages=[(0, 1), (20, 2)],
        pages_basis="fixed",
        original=b64encode(data).decode(),
    )
    table = report.preamble[0]
    (start, end), table.role = table.span, "table"
    table.cells = [[(start, start + 3), (start + 4, start + 4)], [(start + 5, end)]]
    return report


def source_bytes(report: Report) -> bytes:
    """The file that the sound report was made from."""
    pieces = sorted([*report.source.layout, *_leaf_pieces(report)])
    return "".join(text for _, text in pieces).encode().replace("\ufffd".encode(), b"\xff")


def _leaf_pieces(report: Report) -> list[tuple[int, str]]:
    from converter.model.source_map import SourceMap
    from converter.model.walk import leaves

    source_map, pieces = SourceMap.of(report), []
    for leaf in leaves(report):
        passed = 0
        for start, end in source_map.segments(leaf.span):
            pieces.append((start, leaf.text[passed : passed + end - start]))
            passed += end - start
    return pieces


def _review(sheet: _Sheet) -> tuple[Section, list[Target]]:
    """一、 with a body of emphasis and redaction, two subsections, an interlude between them and a tail."""
    marker = sheet.marker("一、", "cjk", 1)
    heading = sheet.put("2023年工作回顾")
    sheet.skip("\n")
    start = sheet.put("过去一年，")[0]
    sheet.skip("**")
    emphasis = sheet.put("殊为不易")
    sheet.skip("**")
    sheet.put("，")
    redaction = sheet.put("X")
    end = sheet.put("同志带头攻坚克难。")[1]
    sheet.skip("\n")
    body = Paragraph("s1.p1", None, "过去一年，殊为不易，X同志带头攻坚克难。", (start, end))
    body.marks = [Mark("emphasis", emphasis), Mark("redaction", redaction)]
    first = _run_in(
        sheet, "s1.1", sheet.marker("（一）", "cjk_paren", 1), "经济稳中有进", "全县重点项目开工三十个\ufffd。"
    )
    interlude = sheet.paragraph("s1.p2", "与此同时，民生持续改善。")
    second = _run_in(sheet, "s1.2", sheet.marker("（三）", "cjk_paren", 3), "民生持续改善", "新建幼儿园两所。")
    tail = sheet.paragraph("s1.p3", "各位代表，成绩来之不易。")
    section = Section(
        "s1", "section", 1, marker, "2023年工作回顾", heading, False, (marker.span[0], tail.span[1]),
        body=[body], subsections=[first, second], interludes=[interlude], tail=[tail],
    )  # fmt: skip
    return section, []


def _run_in(sheet: _Sheet, name: str, marker: Marker, heading: str, text: str) -> Section:
    heading_span = sheet.put(heading)
    sheet.skip("。")
    body = sheet.paragraph(f"{name}.p1", text)
    span = marker.span[0], body.span[1]
    return Section(name, "section", 2, marker, heading, heading_span, True, span, body=[body])


def _plan(sheet: _Sheet) -> tuple[Section, list[Target], PaidSpan]:
    """二、 with a target in its heading, targets of several kinds in its body, and two items of which one is paid."""
    marker = sheet.marker("二、", "cjk", 2)
    heading = sheet.put("力争地区生产总值增长8%")
    sheet.skip("\n")
    text = "新增就业3000人，旅游收入突破X亿元，综合排名进入前五，完成省定任务，谋划项目3—5个。"
    body = sheet.paragraph("s2.p1", text)
    opened = sheet.skip("##paidbegin##")
    one = sheet.marker("一是", "word", 1)
    paid_body = sheet.paragraph("s2.1.p1", "实施县城品质提升工程。", access="paid")
    closed = sheet.skip("##paidend##")
    two = sheet.marker("二是", "word", 2)
    free_body = sheet.paragraph("s2.2.p1", "改造青禾路片区。")
    paid = PaidSpan((opened[1], closed[0]), "##paidbegin##", "##paidend##")
    items = [
        Section("s2.1", "item", 2, one, None, None, False, (one.span[0], paid_body.span[1]), "paid", [paid_body]),
        Section("s2.2", "item", 2, two, None, None, False, (two.span[0], free_body.span[1]), "free", [free_body]),
    ]
    section = Section(
        "s2", "section", 1, marker, "力争地区生产总值增长8%", heading, False, (marker.span[0], free_body.span[1]),
        "mixed", body=[body], subsections=items,
    )  # fmt: skip
    at = body.span[0]

    def target(name: str, part: str, **fields: object) -> Target:
        start = at + text.index(part)
        values = {"indicator": None, "value_max": None, "unit": None, "period": "2024", "strength": "planned"} | fields
        return Target(name, "s2", "s2.p1", (start, start + len(part)), part, **values)  # type: ignore[arg-type]

    in_heading = Target(
        "t1", "s2", None, (heading[0] + 2, heading[1]), "地区生产总值增长8%", "地区生产总值", "growth",
        "=", 8, None, "%", "2024", "stretch", value_decimal="8", value_base=8,
    )  # fmt: skip
    targets = [
        in_heading,
        target(
            "t2", "新增就业3000人", measure="increment", comparator="=", value=3000, unit="人", value_decimal="3000"
        ),
        target("t3", "旅游收入突破X亿元", measure="level", comparator=">", value=None, unit="亿元", redacted=True),
        target("t4", "综合排名进入前五", measure="rank", comparator="<=", value=5),
        target("t5", "完成省定任务", measure="relation", comparator="=", value=None),
        target("t6", "谋划项目3—5个", measure="increment", comparator="range", value=3, value_max=5, unit="个"),
    ]
    return section, targets, paid
