"""What every field of the published model means: the one table behind the JSON Schema and ``schemas/README.md``.

A row is: the kind of scalar (a name of :data:`converter.formats.scalars.SCALARS`; ``""`` for lists, objects, booleans
and closed lists of words, which the types of the model describe), what the field means, an example as in JSON.
"""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """One field: its scalar, its meaning in one sentence, and an example written as in JSON (``""`` for structure)."""

    scalar: str
    meaning: str
    example: str = ""


_SPAN = "[1204, 1260]"

#: What each object is, in the order in which the documentation lists them.
OBJECTS: dict[str, str] = {
    "Report": "A whole document. The texts of its tree and `source.layout` together are the decoded source.",
    "Meta": "What front matter, back matter and body say about the document.",
    "Place": "A place and its administrative level.",
    "Author": "A person and an office.",
    "Section": "A node of the outline: a section, which starts a paragraph, or an item, which starts inside one.",
    "Marker": "An outline marker as written, such as 一要 or （三）.",
    "Paragraph": "A logical paragraph: lines that a page or a line end has broken are joined.",
    "Mark": "A stretch of a paragraph that means something of its own.",
    "Target": "A commitment or expectation about the time after the report that states a quantity.",
    "Result": "What was reached in the time before the report, with its quantity.",
    "PaidSpan": "A part between a paid-begin marker and the first end marker after it.",
    "Diagnostic": "A repair, a guess or a slip of the source.",
    "Correction": "What a person knew better than the parser, and what became of it.",
    "Source": "What is needed to rebuild the original bytes and to check them.",
    "Projection": "What turned a file that is no plain text into text.",
    "Omitted": "Things of one kind that the file holds and its text leaves out.",
    "Edition": "Whether the report is whole, and how much paid content was left out.",
    "Generator": "The software that wrote the document.",
}

#: The fields that are lists of short lists, each of scalars of these kinds in this order.
TUPLES: dict[str, tuple[str, ...]] = {
    "layout": ("Offset", "Characters"),
    "undecodable": ("Offset", "Hex"),
    "variants": ("Offset", "Hex"),
    "generated": ("Offset", "Offset", "GeneratedKind"),
    "pages": ("Offset", "Position"),
}

FIELDS: dict[str, dict[str, Field]] = {
    "Report": {
        "schema_version": Field("Version", "Version of the model that the document follows.", '"1.0"'),
        "meta": Field("", "What the document says about itself."),
        "front": Field("", "Title lines, subtitle, author, date, salutation; each with its role."),
        "preamble": Field("", "Paragraphs before the first section."),
        "sections": Field("", "The outline: sections of the first level."),
        "closing": Field("", "The final appeal to the audience, after the last section."),
        "back": Field("", "Signature, issuer, printing date, notes, glossary."),
        "targets": Field("", "Commitments about the time after the report that state a quantity, in reading order."),
        "paid_spans": Field("", "The parts that a content platform shows to payers only, in reading order."),
        "diagnostics": Field("", "Every repair, guess and slip of the source, by place."),
        "source": Field("", "What is needed to rebuild and check the original bytes."),
        "edition": Field("", "Whether paid content was left out."),
        "generator": Field("", "The software that wrote the document."),
        "results": Field("", "What was reached before the report, with its quantities, in reading order."),
        "corrections": Field("", "What a person knew better, in the order in which it was said."),
    },
    "Meta": {
        "title": Field("Text", "The title as printed, its lines joined by one blank.", '"政府工作报告"'),
        "subtitle": Field("Text", "The line that says on what occasion.", '"在青禾县第十七届人民代表大会第四次会议上"'),
        "document_type": Field("", "Kind of document.", '"work_report"'),
        "place": Field("", "The place governed."),
        "meeting": Field(
            "Text", "The meeting as named, broken lines joined.", '"青禾县第十七届人民代表大会第四次会议"'
        ),
        "date": Field("Date", "Day, or month, on which the report was given.", '"2024-02-21"'),
        "author": Field("", "Who gives the report."),
        "review_year": Field("Year", "The year looked back on; of several the last.", "2023"),
        "target_year": Field("Year", "The year planned; of several the last.", "2024"),
        "salutation": Field("Text", "The salutation as written.", '"各位代表："'),
        "issuer": Field("Text", "Who issued or printed the document, from the back matter.", '"大会秘书处"'),
        "issued": Field("Date", "When it was issued or printed.", '"2024-02-20"'),
    },
    "Place": {
        "name": Field("Text", "The place as the text names it.", '"青禾县"'),
        "level": Field("", "Administrative level.", '"county"'),
        "code": Field("DivisionCode", "Its code in GB/T 2260.", '"990321"'),
        "official_name": Field("Text", "Its name there.", '"青禾县"'),
        "province": Field("Text", "The province it lies in.", '"云江省"'),
    },
    "Author": {
        "name": Field("Text", "Name.", '"林知远"'),
        "position": Field("Text", "Office as written.", '"青禾县人民政府县长"'),
    },
    "Section": {
        "id": Field("SectionId", "Path of positions among siblings; the same in every edition.", '"s2.3.1"'),
        "kind": Field("", "A `section` starts a paragraph, an `item` starts inside one.", '"section"'),
        "level": Field("Level", "Depth in the tree, 1 below the document.", "3"),
        "marker": Field("", "The marker as written, if there is one."),
        "heading": Field("Text", "The heading without marker, final stop and emphasis marks.", '"深化产业引领"'),
        "heading_span": Field("Span", "Where the heading stands; absent without a heading.", "[1210, 1216]"),
        "run_in": Field("", "Whether the heading is the first sentence of a paragraph that goes on.", "true"),
        "span": Field("Span", "From the first to the last character of the section with all below it.", _SPAN),
        "access": Field("", "Whether its text is free, paid or mixed.", '"free"'),
        "body": Field("", "Paragraphs before the first subsection."),
        "subsections": Field("", "Sections and items one level below."),
        "interludes": Field(
            "", "Paragraphs between two subsections that speak for this section; their spans say between which."
        ),
        "tail": Field("", "Paragraphs after the last subsection: wrap-ups."),
    },
    "Marker": {
        "text": Field("Text", "The marker as written.", '"一要"'),
        "family": Field("", "Family of markers.", '"word"'),
        "ordinal": Field("Ordinal", "Its number as written; absent for dashes and bullets.", "1"),
        "span": Field("Span", "Where it stands.", "[1204, 1206]"),
    },
    "Paragraph": {
        "id": Field("ParagraphId", "Part or section that holds the paragraph, and its position there.", '"s2.3.1.p1"'),
        "role": Field("", "What a paragraph of the front or back is.", '"title"'),
        "text": Field(
            "Text", "The text: the source from start to end of the span less the layout inside.", '"各位代表："'
        ),
        "span": Field("Span", "Where it stands.", _SPAN),
        "access": Field("", "Whether its text is free, paid or mixed.", '"free"'),
        "marks": Field("", "Stretches of the text that mean something of their own."),
        "cells": Field(
            "",
            "The rows of a table, each the spans of its cells in order; absent in what is no table.",
            "[[[1204, 1206], [1207, 1210]]]",
        ),
    },
    "Mark": {
        "kind": Field("", "What the stretch is.", '"emphasis"'),
        "span": Field("Span", "Where it stands.", "[1206, 1214]"),
    },
    "Target": {
        "id": Field("TargetId", "Position among the targets.", '"t17"'),
        "section": Field("SectionId", "Section that holds it; absent outside the sections.", '"s2.3.1"'),
        "paragraph": Field("ParagraphId", "Paragraph that holds it; absent in a heading.", '"s2.3.1.p1"'),
        "span": Field("Span", "Where it stands.", _SPAN),
        "text": Field("Text", "The words that state it.", '"接待游客突破600万人次"'),
        "indicator": Field("Text", "What is measured, as the text names it.", '"接待游客"'),
        "measure": Field("", "In what way it is measured.", '"level"'),
        "comparator": Field("", "How the number binds.", '">"'),
        "value": Field("Number", "The number in the unit written; absent when none is stated or it is masked.", "600"),
        "value_max": Field("Number", "The upper end of a range.", "700"),
        "unit": Field("Text", "Unit as written after the number.", '"万人次"'),
        "period": Field("Period", "When it is due.", '"2024"'),
        "strength": Field("", "How strongly it is promised.", '"stretch"'),
        "redacted": Field("", "Whether the number itself is masked, as in 突破X亿元.", "false"),
        "access": Field("", "Whether it stands in a free or a paid part.", '"free"'),
        "indicator_code": Field("Code", "The indicator in the list of common indicators.", '"visitors"'),
        "direction": Field("", "Which way the indicator is to move.", '"up"'),
        "value_base": Field("Number", "`value` in the base unit.", "6000000"),
        "value_max_base": Field("Number", "`value_max` in the base unit.", "7000000"),
        "unit_base": Field("Text", "The base unit.", '"人次"'),
        "value_decimal": Field("Decimal", "`value` without loss of digits.", '"600"'),
        "value_max_decimal": Field("Decimal", "`value_max` without loss of digits.", '"700"'),
        "scope": Field("Text", "Of what part of the place or of the economy it speaks.", '"第一产业"'),
        "scope_code": Field("DivisionCode", "Code in GB/T 2260 of the place that `scope` names.", '"990321"'),
        "period_start": Field("Day", "First day of `period`.", '"2024-01-01"'),
        "period_end": Field("Day", "Last day of `period`.", '"2024-12-31"'),
        "base_year": Field("Year", "The year it is measured against.", "2020"),
        "reference": Field("Text", "What a relation relates to.", '"全省平均水平"'),
        "stated_in": Field("", "Whether running text or a table states it.", '"text"'),
    },
    "Result": {
        "id": Field("ResultId", "Position among the results.", '"r5"'),
        "section": Field("SectionId", "Section that holds it; absent outside the sections.", '"s1.2"'),
        "paragraph": Field("ParagraphId", "Paragraph that holds it; absent in a heading.", '"s1.2.p1"'),
        "span": Field("Span", "Where it stands.", _SPAN),
        "text": Field("Text", "The words that state it.", '"地区生产总值达到200亿元、增长6.5%"'),
        "indicator": Field("Text", "What is measured, as the text names it.", '"地区生产总值"'),
        "indicator_code": Field("Code", "The indicator in the list of common indicators.", '"gdp"'),
        "scope": Field("Text", "Of what part of the place or of the economy it speaks.", '"全县"'),
        "measure": Field("", "In what way it is measured.", '"level"'),
        "comparator": Field("", "How the number binds.", '"="'),
        "value": Field("Number", "The number in the unit written; absent when none is stated or it is masked.", "200"),
        "value_max": Field("Number", "The upper end of a range.", "210"),
        "unit": Field("Text", "Unit as written after the number.", '"亿元"'),
        "period": Field("Period", "The time in which it was reached.", '"2023"'),
        "rate": Field("Number", "The growth in % that is stated beside the amount.", "6.5"),
        "redacted": Field("", "Whether the number itself is masked.", "false"),
        "access": Field("", "Whether it stands in a free or a paid part.", '"free"'),
    },
    "PaidSpan": {
        "span": Field("Span", "The content between the two markers.", _SPAN),
        "opened_by": Field("Text", "The marker that opens it, as written.", '"##paidbegin##"'),
        "closed_by": Field("Text", "The marker that closes it, as written.", '"##paidend##"'),
    },
    "Diagnostic": {
        "code": Field("Code", "What was noticed; `docs/diagnostics.md` lists the codes.", '"numbering_gap"'),
        "severity": Field("", "How much it matters.", '"warning"'),
        "message": Field("Text", "One sentence for a person.", '"after （二） comes （四）"'),
        "span": Field("Span", "Where; absent when it concerns the whole document.", _SPAN),
        "section": Field("SectionId", "Section that holds the place.", '"s2.3"'),
    },
    "Correction": {
        "op": Field("", "What is to be done.", '"role"'),
        "span": Field("Span", "Where; absent for what concerns the whole document.", _SPAN),
        "status": Field("", "What became of it.", '"applied"'),
        "reason": Field("Text", "Why it was not applied, in one sentence.", '"no paragraph stands there"'),
        "kind": Field("", "Of a node: whether it is a section or an item.", '"section"'),
        "level": Field("Level", "Of a node: its depth in the tree.", "2"),
        "heading": Field("Text", "Of a node: its heading.", '"深化产业引领"'),
        "role": Field("", "The role that a paragraph has.", '"signature"'),
        "field": Field("Name", "Name of the field that is put right, in `meta` or of a target.", '"meeting"'),
        "value": Field("Text", "Its right value, as text; absent for none.", '"青禾县第十七届人民代表大会第四次会议"'),
    },
    "Source": {
        "name": Field("Text", "Name of the file; absent for a text without one.", '"qinghe-2024.txt"'),
        "sha256": Field(
            "Sha256",
            "SHA-256 of the original bytes.",
            '"e59ce2e1bf3e97046b83c16792463f136eb635b3aabb77c22ee31f10a856d06a"',
        ),
        "size": Field("Count", "Length of the original in bytes.", "40960"),
        "encoding": Field("Text", "Encoding by its IANA or Python name.", '"gb18030"'),
        "confidence": Field("Share", "How sure the encoding is, from 0 to 1.", "1.0"),
        "bom": Field("", "Whether the original starts with a byte order mark.", "false"),
        "newline": Field(
            "",
            "How its lines end in the file; in the decoded text every CRLF and CR is one LF. "
            "Absent when it has one line only.",
            '"crlf"',
        ),
        "characters": Field("Count", "Length of the decoded text in code points.", "14210"),
        "layout": Field(
            "",
            "Every piece of the text that is no marker, heading or paragraph text, with its offset, in order: white "
            "space, page numbers, emphasis marks, the stop after a run-in heading, platform markers, characters XML "
            "cannot carry.",
            '[[6, "\\n　　"]]',
        ),
        "undecodable": Field(
            "", "The bytes behind each U+FFFD that stands for bytes without a character.", '[[310, "ff"]]'
        ),
        "variants": Field(
            "", "The bytes of characters and line ends that were not written in the usual way.", '[[88, "f9e9"]]'
        ),
        "media_type": Field("MediaType", "What kind of file the original is.", '"text/plain"'),
        "projection": Field("", "What turned a file that is no plain text into text; absent for plain text."),
        "generated": Field(
            "",
            "What the text has and the file does not hold as text: start, end and why it was written.",
            '[[120, 122, "numbering"]]',
        ),
        "omitted": Field("", "What the file holds beside its text."),
        "pages": Field("", "Where pages begin: offset and number of the page, in order.", "[[0, 1], [980, 2]]"),
        "pages_basis": Field("", "Whether the file fixes its pages; absent without pages.", '"fixed"'),
        "original": Field("Base64", "The original bytes in Base64 (RFC 4648), when they were embedded.", '"6Z2S56a+"'),
        "repair": Field("Text", "What was done about a text that had been decoded wrongly.", '"UTF-8 read as Latin-1"'),
    },
    "Projection": {
        "reader": Field("Name", "The reader.", '"docx"'),
        "version": Field("Text", "Its version.", '"1"'),
        "sha256": Field(
            "Sha256",
            "SHA-256 of the projected text in UTF-8.",
            '"e59ce2e1bf3e97046b83c16792463f136eb635b3aabb77c22ee31f10a856d06a"',
        ),
    },
    "Omitted": {
        "kind": Field("Code", "What kind of things.", '"comments"'),
        "count": Field("Count", "How many.", "3"),
    },
    "Edition": {
        "kind": Field("", "The `full` report, or the `public` edition without paid content.", '"full"'),
        "omitted_characters": Field("Count", "Characters of content that the public edition leaves out.", "0"),
        "omitted_paragraphs": Field("Count", "Paragraphs that it leaves out, wholly or in part.", "0"),
    },
    "Generator": {
        "name": Field("Text", "Name of the software.", '"gongwen"'),
        "version": Field("Text", "Its version.", '"0.1.0"'),
    },
}
