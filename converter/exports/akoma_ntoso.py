"""The report as Akoma Ntoso 3.0 (OASIS LegalDocML): a ``doc`` of hierarchical containers, with FRBR metadata.

Every ``eId`` is the id of our model; what the standard asks for and the report does not say is left to be filled, with
the words of the standard (``unknown``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from lxml import etree

from converter.exports.elements import Maker, is_one_of, written
from converter.exports.reading_order import Closed, Opened, Reader, Written, body_events, marker_of, title_of
from converter.model import Paragraph, Report, Role, Section
from converter.version import __version__

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_A = Maker(NAMESPACE)

#: ``doc/@name`` by the type of the document.
_NAMES = {
    "work_report": "governmentWorkReport",
    "speech": "speech",
    "party_report": "partyReport",
    "plan": "plan",
    "other": "document",
}
#: What a line of the front is in a preface.
_PREFACE: dict[Role, str] = {"title": "docTitle", "author": "docProponent", "date": "docDate"}
#: A day that stands where the standard asks for one and the report has none.
_NO_DAY = "0001-01-01"


def akn_pieces(report: Report) -> Iterable[bytes]:
    """The report as Akoma Ntoso, valid by the schema of the standard."""
    document = _A.akomaNtoso(_A.doc(*_parts(report), name=_NAMES[report.meta.document_type]))
    return written(document, "p")


def _parts(report: Report) -> Iterator[etree._Element]:
    reader = Reader(report)
    yield _meta(report)
    if report.front:
        yield _A.preface(*(_front_line(paragraph, reader, report) for paragraph in report.front))
    if report.preamble:
        yield _A.preamble(*(_block(paragraph, reader) for paragraph in report.preamble))
    yield _main_body(report, reader)
    last = [*report.closing, *report.back]
    if last:
        yield _A.conclusions(*(_block(paragraph, reader) for paragraph in last))


def _main_body(report: Report, reader: Reader) -> etree._Element:
    """The sections; one that holds others takes its own paragraphs as ``intro`` and ``wrapUp``."""
    body = _A.mainBody()
    stack = [body]
    introduces = False  # whether the innermost section holds others, so that its paragraphs are their introduction
    for event in body_events(report):
        if isinstance(event, Opened):
            container = _container(event.section)
            stack[-1].append(container)
            stack.append(container)
            introduces = bool(event.section.subsections or event.section.interludes)
        elif isinstance(event, Closed):
            if len(stack[-1]) == _heads(stack[-1]):
                stack[-1].append(_A.content(_A.p()))
            stack.pop()
        else:
            _put(stack[-1], event, introduces, reader)
    if not len(body):
        body.append(_A.p())
    return body


def _put(container: etree._Element, event: Written, introduces: bool, reader: Reader) -> None:
    """Put the paragraph into ``container``, the section it stands in."""
    block = _block(event.paragraph, reader)
    if event.part == "interlude":
        del block.attrib["eId"]
        container.append(_A.hcontainer(_A.content(block), name="interlude", eId=event.paragraph.id))
        return
    name = "wrapUp" if event.part == "tail" else "intro" if introduces else "content"
    if len(container) and is_one_of(container[-1], name):
        container[-1].append(block)
    else:
        container.append(_A.element(name, block))


def _container(section: Section) -> etree._Element:
    container = _A.hcontainer(name=section.kind, eId=section.id)
    if section.marker is not None:
        container.append(_A.num(marker_of(section)))
    if section.heading is not None:
        container.append(_A.heading(section.heading))
    return container


def _heads(container: etree._Element) -> int:
    """How many children of ``container`` are its number and its heading."""
    return sum(is_one_of(child, "num", "heading") for child in container)


def _block(paragraph: Paragraph, reader: Reader) -> etree._Element:
    rows = reader.rows(paragraph)
    if not rows:
        return _A.p(paragraph.text, eId=paragraph.id)
    width = max(len(row) for row in rows)
    return _A.table(*(_row(row, width) for row in rows), eId=paragraph.id)


def _row(row: Sequence[str], width: int) -> etree._Element:
    cells = [*row, *[""] * (width - len(row))]
    return _A.tr(*(_A.td(_A.p(cell)) for cell in cells))


def _front_line(paragraph: Paragraph, reader: Reader, report: Report) -> etree._Element:
    element = _PREFACE.get(paragraph.role) if paragraph.role else None
    if element is None:
        return _block(paragraph, reader)
    attributes = {"date": _day(report)} if element == "docDate" else {}
    return _A.p(_A.element(element, paragraph.text, **attributes), eId=paragraph.id)


def _meta(report: Report) -> etree._Element:
    """Identification by FRBR: the work, its expression in Chinese, this file."""
    work = _work_uri(report)
    day = _day(report)
    author = _author(report)
    expression = f"{work}/zho@{day}"

    def level(name: str, uri: str, date_name: str, *more: etree._Element) -> etree._Element:
        return _A.element(
            name,
            _A.FRBRthis(value=f"{uri}/!main"),
            _A.FRBRuri(value=uri),
            _A.FRBRdate(date=day, name=date_name),
            _A.FRBRauthor(href="#author" if name == "FRBRWork" else "#gongwen"),
            *more,
        )

    title = _A.FRBRname(value=title_of(report))
    return _A.meta(
        _A.identification(
            level("FRBRWork", work, "given", _A.FRBRcountry(value="cn"), title),
            level("FRBRExpression", expression, "given", _A.FRBRlanguage(language="zho")),
            level("FRBRManifestation", f"{expression}/main.xml", "given"),
            source="#gongwen",
        ),
        _A.references(
            _A.TLCOrganization(eId="gongwen", href="/ontology/organization/gongwen", showAs=f"gongwen {__version__}"),
            _A.TLCPerson(eId="author", href=f"/ontology/person/{quote(author)}", showAs=author),
            source="#gongwen",
        ),
    )


def _work_uri(report: Report) -> str:
    """``/akn/cn/doc/青禾县/2024-01-16/…``: a work has no number of its own, so a part of its hash stands for one."""
    place = report.meta.place.name if report.meta.place else None
    number = hashlib.sha256(report.source.sha256.encode()).hexdigest()[:12]
    return "/".join(("/akn/cn/doc", *filter(None, (quote(place or ""), _day(report), number))))


def _author(report: Report) -> str:
    meta = report.meta
    return (meta.author.name if meta.author else None) or meta.issuer or "unknown"


def _day(report: Report) -> str:
    """The day the report was given, as ``xsd:date``; a month stands for its first day."""
    date = report.meta.date or report.meta.issued
    return _NO_DAY if date is None else f"{date}-01-01"[: len(_NO_DAY)]
