"""The report as TEI P5 (Text Encoding Initiative): nested ``div`` with ``head`` and ``p``, page breaks where known.

Every ``xml:id`` is the id of our model.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from converter.exports.elements import Maker, is_one_of, written
from converter.exports.reading_order import Closed, Opened, Reader, Written, body_events, title_of
from converter.model import Paragraph, Report, Role, Section
from converter.version import __version__

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_T = Maker(NAMESPACE)

#: What a line of the front is on a title page; any other line is a ``byline``-like ``titlePart``.
_TITLE_PAGE: dict[Role, str] = {"title": "docTitle", "author": "docAuthor", "date": "docDate", "subtitle": "byline"}


def tei_pieces(report: Report) -> Iterable[bytes]:
    """The report as TEI, valid by the schema ``tei_all``."""
    reader = Reader(report)
    pages = _Pages(report)
    text = _T.text()
    front = _front(report, reader, pages)
    if front is not None:
        text.append(front)
    text.append(_body(report, reader, pages))
    if report.back:
        text.append(_T.back(_division("back", report.back, reader, pages)))
    document = _T.TEI(_header(report), text, **{f"{_XML}lang": "zh"})
    return written(document, "head", "p")


class _Pages:
    """The page breaks of the source, each handed out once, before the first paragraph that stands behind it."""

    def __init__(self, report: Report) -> None:
        self._pages: list[tuple[int, int]] = list(getattr(report.source, "pages", []))

    def before(self, place: int) -> list[etree._Element]:
        """``<pb n="3"/>`` for each page that begins at or before ``place`` and was not given yet."""
        given = []
        while self._pages and self._pages[0][0] <= place:
            given.append(_T.pb(n=str(self._pages.pop(0)[1])))
        return given


def _header(report: Report) -> etree._Element:
    meta = report.meta
    title = _T.titleStmt(_T.title(title_of(report)))
    if meta.author is not None and (meta.author.name or meta.author.position):
        author = _T.author()
        if meta.author.name:
            author.append(_T.persName(meta.author.name))
        if meta.author.position:
            author.append(_T.roleName(meta.author.position))
        title.append(author)
    if meta.meeting:
        title.append(_T.meeting(meta.meeting))
    origin = _T.bibl(_T.title(title_of(report)))
    if meta.place and meta.place.name:
        origin.append(_T.pubPlace(meta.place.name))
    if meta.date:
        origin.append(_T.date(meta.date, when=meta.date))
    origin.append(_T.idno(report.source.sha256, type="sha256"))
    return _T.teiHeader(
        _T.fileDesc(
            title,
            _T.publicationStmt(_T.p(meta.issuer or "Unpublished conversion.")),
            _T.sourceDesc(origin),
        ),
        _T.encodingDesc(_T.appInfo(_T.application(_T.label("gongwen"), ident="gongwen", version=_version()))),
        _T.profileDesc(_T.langUsage(_T.language("Chinese", ident="zh"))),
    )


def _version() -> str:
    """The version as TEI takes it: digits and dots."""
    return ".".join(part for part in __version__.split(".") if part.isdigit()) or "0"


def _front(report: Report, reader: Reader, pages: _Pages) -> etree._Element | None:
    if not report.front and not report.preamble:
        return None
    front = _T.front()
    if report.front:
        page = _T.titlePage(*(_title_line(paragraph) for paragraph in report.front))
        front.extend([*pages.before(report.front[-1].span[0]), page])
    if report.preamble:
        front.append(_division("preamble", report.preamble, reader, pages))
    return front


def _title_line(paragraph: Paragraph) -> etree._Element:
    name = _TITLE_PAGE.get(paragraph.role) if paragraph.role else None
    identity = {f"{_XML}id": paragraph.id}
    if name == "docTitle":
        return _T.docTitle(_T.titlePart(paragraph.text), **identity)
    if name is None:
        return _T.titlePart(paragraph.text, type=paragraph.role or "line", **identity)
    return _T.element(name, paragraph.text, **identity)


def _body(report: Report, reader: Reader, pages: _Pages) -> etree._Element:
    """The sections. What follows or parts subsections stands in a ``div`` of its own: TEI takes no ``p`` behind one."""
    body = _T.body()
    stack = [body]
    for event in body_events(report):
        if isinstance(event, Opened):
            division = _T.div(*_head(event.section), type=event.section.kind, **{f"{_XML}id": event.section.id})
            stack[-1].extend(pages.before(event.section.span[0]))
            stack[-1].append(division)
            stack.append(division)
        elif isinstance(event, Closed):
            if not any(is_one_of(child, "p", "div", "table") for child in stack[-1]):
                stack[-1].append(_T.p())
            stack.pop()
        elif event.part == "body":
            _put(stack[-1], event, reader, pages)
        else:
            _put_behind(stack[-1], event, reader, pages)
    if report.closing:
        body.append(_division("closing", report.closing, reader, pages))
    if not any(is_one_of(child, "div", "p") for child in body):
        body.append(_T.p())
    return body


def _put(division: etree._Element, event: Written, reader: Reader, pages: _Pages) -> None:
    division.extend(pages.before(event.paragraph.span[0]))
    division.append(_block(event.paragraph, reader))


def _put_behind(division: etree._Element, event: Written, reader: Reader, pages: _Pages) -> None:
    last = division[-1] if len(division) else None
    if last is None or last.get("type") != event.part:
        last = _T.div(type=event.part)
        division.append(last)
    _put(last, event, reader, pages)


def _division(kind: str, paragraphs: Sequence[Paragraph], reader: Reader, pages: _Pages) -> etree._Element:
    division = _T.div(type=kind)
    for paragraph in paragraphs:
        division.extend(pages.before(paragraph.span[0]))
        division.append(_block(paragraph, reader))
    return division


def _head(section: Section) -> list[etree._Element]:
    if section.marker is None and section.heading is None:
        return []
    head = _T.head()
    if section.marker is not None:
        head.append(_T.label(section.marker.text))
        head[-1].tail = section.heading
    else:
        head.text = section.heading
    if section.run_in:
        head.set("rend", "run-in")
    return [head]


def _block(paragraph: Paragraph, reader: Reader) -> etree._Element:
    identity = {f"{_XML}id": paragraph.id}
    rows = reader.rows(paragraph)
    if rows:
        return _T.table(*(_T.row(*(_T.cell(cell) for cell in row)) for row in rows if row), **identity)
    kind = {"rend": paragraph.role} if paragraph.role else {}
    return _T.p(paragraph.text, **identity, **kind)
