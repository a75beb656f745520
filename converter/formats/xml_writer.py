"""The report as XML, written straight to text: what is written does not depend on the version of an XML library.

Structure is elements in reading order, scalars are attributes, the text of a leaf is the content of its element. White
space is added between elements only, never inside a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from operator import attrgetter
from typing import Any

from converter.formats import xml_names as names
from converter.formats.fields import FIELDS
from converter.formats.lengths import LONG
from converter.formats.milestones import Milestone, milestones
from converter.formats.vocabularies import VOCABULARIES
from converter.model import (
    Author,
    Correction,
    Diagnostic,
    Edition,
    Generator,
    Mark,
    Marker,
    Meta,
    Omitted,
    PaidSpan,
    Paragraph,
    Place,
    Projection,
    Report,
    Result,
    Section,
    Source,
    Span,
    Target,
)
from converter.model.errors import FormatError

#: The characters that XML 1.0 §2.2 cannot carry.
_NO_CHARACTERS = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
UNCARRIED = re.compile(f"[{_NO_CHARACTERS}]")

#: What cannot stand as it is in an attribute.
_IN_ATTRIBUTE = re.compile(f'[&<>\r"\t\n{_NO_CHARACTERS}]')

#: So many pieces of the document are encoded at a time: enough to take no time, few enough to take no room.
_PIECES = 64

#: What starts a line: a line feed, and two blanks a step of the indentation.
_TOP = "\n  "
_STEP = "  "

_Placed = dict[Span, list[Milestone]]
_Write = Callable[[Any], str]


def to_xml(report: Report) -> bytes:
    """The report as an XML document in UTF-8, the same bytes for equal reports.

    Raises :class:`FormatError` when a string outside ``source.layout`` holds a character that XML cannot carry; the
    published schema allows none there.
    """
    document = BytesIO()
    document.writelines(_encoded(report))
    return document.getvalue()


def xml_pieces(report: Report) -> Iterable[bytes]:
    """The bytes of :func:`to_xml` in order; those of a long report in pieces, so that they need not fill the memory.

    Raises what :func:`to_xml` raises, for a long report while it is written.
    """
    return [to_xml(report)] if report.source.size < LONG else _encoded(report)


def _encoded(report: Report) -> Iterator[bytes]:
    pieces = _document(report)
    while some := "".join(islice(pieces, _PIECES)):
        yield some.encode()


def _document(report: Report) -> Iterator[str]:
    """The document in pieces of one or more lines, which join to the whole."""
    placed = milestones(report)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'\n<report xmlns="{names.NAMESPACE}" schema_version="{_quoted(report.schema_version)}">'
    yield _meta(report.meta)
    yield _paragraphs(_TOP, "front", report.front, placed)
    yield _paragraphs(_TOP, "preamble", report.preamble, placed)
    yield from _sections(report.sections, placed)
    yield _paragraphs(_TOP, "closing", report.closing, placed)
    yield _paragraphs(_TOP, "back", report.back, placed)
    yield from _list(_TOP, "targets", report.targets, _target)
    yield from _list(_TOP, "results", report.results, _result)
    yield from _list(_TOP, "paid_spans", report.paid_spans, lambda paid: f"<paid_span{_PAID_SPAN(paid)}/>")
    yield from _list(_TOP, "diagnostics", report.diagnostics, lambda found: f"<diagnostic{_DIAGNOSTIC(found)}/>")
    yield from _list(_TOP, "corrections", report.corrections, lambda made: f"<correction{_CORRECTION(made)}/>")
    yield from _source(report.source)
    yield f"{_TOP}<edition{_EDITION(report.edition)}/>"
    yield f"{_TOP}<generator{_GENERATOR(report.generator)}/>"
    yield "\n</report>"


def _source(source: Source) -> Iterator[str]:
    start = _TOP + _STEP
    pieces = {text: _piece(text) for text in {text for _, text in source.layout}}  # many, and most alike
    yield f"{_TOP}<source{_SOURCE(source)}>"
    yield from _list(start, "layout", source.layout, lambda p: f'<piece at="{p[0]}"{pieces[p[1]]}/>')
    yield from _list(start, "undecodable", source.undecodable, _bytes)
    yield from _list(start, "variants", source.variants, _bytes)
    if source.projection is not None:
        yield f"{start}<projection{_PROJECTION(source.projection)}/>"
    yield from _list(start, "generated", source.generated, _stretch)
    yield from _list(start, "omitted", source.omitted, lambda things: f"<things{_OMITTED(things)}/>")
    if source.original is not None:
        yield f"{start}<original>{_content(source.original)}</original>"
    yield from _list(start, "pages", source.pages, lambda page: f'<page at="{page[0]}" n="{page[1]}"/>')
    yield f"{_TOP}</source>"


def _list(start: str, name: str, entries: Sequence[Any], write: _Write) -> Iterator[str]:
    """The lines of an element of ``entries``, each as ``write`` has it."""
    if not entries:
        yield f"{start}<{name}/>"
        return
    yield f"{start}<{name}>"
    inner = start + _STEP
    for entry in entries:
        yield inner + write(entry)
    yield f"{start}</{name}>"


def _meta(meta: Meta) -> str:
    place = "" if meta.place is None else f"{_TOP}{_STEP}<place{_PLACE(meta.place)}/>"
    author = "" if meta.author is None else f"{_TOP}{_STEP}<author{_AUTHOR(meta.author)}/>"
    return f"{_TOP}<meta{_META(meta)}" + (f">{place}{author}{_TOP}</meta>" if place or author else "/>")


def _target(target: Target) -> str:
    return f"<target{_TARGET(target)}>{_content(target.text)}</target>"


def _result(result: Result) -> str:
    return f"<result{_RESULT(result)}>{_content(result.text)}</result>"


def _stretch(generated: tuple[int, int, str]) -> str:
    start, end, kind = generated
    return f'<stretch span="{start} {end}" kind="{_quoted(kind)}"/>'


def _piece(text: str) -> str:
    """A piece of layout as it is or, when XML cannot carry it, as the hexadecimal digits of its UTF-8."""
    if UNCARRIED.search(text):
        return f' hex="{text.encode().hex()}"'
    return f' text="{_quoted(text)}"'


def _bytes(run: tuple[int, str]) -> str:
    return f'<bytes at="{run[0]}" hex="{_quoted(run[1])}"/>'


def _sections(sections: Sequence[Section], placed: _Placed) -> Iterator[str]:
    """The element of all sections; a list of work instead of recursion, since trees may be deep."""
    if not sections:
        yield f"{_TOP}<sections/>"
        return
    yield f"{_TOP}<sections>"
    work: list[str | tuple[str, Section]] = [f"{_TOP}</sections>"]
    work += [(_TOP + _STEP, section) for section in reversed(sections)]
    while work:
        task = work.pop()
        if isinstance(task, str):
            yield task
            continue
        start, section = task
        inner = start + _STEP
        beginning = f"{start}<section{_SECTION(section)}>{_opening(inner, section, placed)}"
        end = f"{_paragraphs(inner, 'tail', section.tail, placed)}{start}</section>"
        if not section.subsections and not section.interludes:
            yield f"{beginning}{inner}<subsections/>{end}"
            continue
        yield f"{beginning}{inner}<subsections>"
        work.append(f"{inner}</subsections>{end}")
        below = inner + _STEP
        for child in reversed(_middle(section)):
            work.append(below + _paragraph(child, placed) if isinstance(child, Paragraph) else (below, child))


def _opening(start: str, section: Section, placed: _Placed) -> str:
    """What stands in a section before its subsections. A valid report has both a heading and its place or none."""
    written = ""
    if (marker := section.marker) is not None:
        written = f"{start}<marker{_MARKER(marker)}>{_text(marker.text, marker.span, placed)}</marker>"
    if section.heading is not None or section.heading_span is not None:
        place = "" if section.heading_span is None else f' span="{_pair(section.heading_span)}"'
        text = _text(section.heading or "", section.heading_span, placed)
        written += f"{start}<heading{place}>{text}</heading>"
    return written + _paragraphs(start, "body", section.body, placed)


def _middle(section: Section) -> list[Section | Paragraph]:
    """The subsections and, where they stand among these, the interludes."""
    middle: list[Section | Paragraph] = []
    interludes = section.interludes[::-1]
    for subsection in section.subsections:
        while interludes and interludes[-1].span < subsection.span:
            middle.append(interludes.pop())
        middle.append(subsection)
    return middle + interludes[::-1]


def _paragraphs(start: str, name: str, paragraphs: Sequence[Paragraph], placed: _Placed) -> str:
    """The lines of an element of paragraphs."""
    if not paragraphs:
        return f"{start}<{name}/>"
    inner = start + _STEP
    lines = "".join([inner + _paragraph(paragraph, placed) for paragraph in paragraphs])
    return f"{start}<{name}>{lines}{start}</{name}>"


def _paragraph(paragraph: Paragraph, placed: _Placed) -> str:
    """A paragraph on one line: its text and, after it, the stretches that mean something of their own."""
    start = f"<paragraph{_PARAGRAPH(paragraph)}>{_text(paragraph.text, paragraph.span, placed)}"
    if paragraph.marks:
        start += "".join([f"<mark{_MARK(mark)}/>" for mark in paragraph.marks])
    if paragraph.cells is not None:
        start += "".join([f"<row>{''.join(map(_cell, row))}</row>" for row in paragraph.cells])
    return start + "</paragraph>"


def _cell(span: Span) -> str:
    return f'<cell span="{_pair(span)}"/>'


def _text(text: str, span: Span | None, placed: _Placed) -> str:
    """The content of a leaf, with the milestones of the paid spans that begin or end in it."""
    if not placed or span is None or span not in placed:
        return _content(text)
    pieces, position = [], 0
    for milestone in placed[span]:
        pieces.append(_content(text[position : milestone.position]))
        pieces.append(f'<{milestone.kind} n="{milestone.number}"/>')
        position = milestone.position
    pieces.append(_content(text[position:]))
    return "".join(pieces)


def _pair(span: Span) -> str:
    return " ".join(map(str, span))


def _quoted(text: str) -> str:
    """``text`` for an attribute; white space as references, because a reader turns it into blanks (XML 1.0 §3.3.3)."""
    if text.isalnum() or not _IN_ATTRIBUTE.search(text):
        return text
    return _content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _content(text: str) -> str:
    """``text`` for an element; CR as a reference, because a reader turns it into LF (XML 1.0 §2.11)."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text  # what XML cannot carry is not printable, nor is CR
    found = UNCARRIED.search(text)
    if found:
        raise FormatError(f"XML cannot carry the character U+{ord(found[0]):04X}; only source.layout may hold it")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


class _Words(dict[str, str]):
    """The words of the closed lists as attributes have them: ``>=`` is ``&gt;=``."""

    def __missing__(self, text: str) -> str:
        """What is no word of the model, in a report that no schema has seen, as any text."""
        return _quoted(text)


_WORDS = _Words((word, _quoted(word)) for words in VOCABULARIES.values() for word in words)

_WRITE: dict[str, _Write] = {
    "text": _quoted,
    "integer": str,
    "number": repr,
    "boolean": lambda value: "true" if value else "false",
    "span": _pair,
}


def _attributes(owner: type, wanted: names.Attributes) -> _Write:
    """What writes the attributes ``wanted`` of an ``owner``, an absent one not at all."""
    values_of = attrgetter(*wanted)
    words = _WORDS.__getitem__
    write = [
        (f' {name}="', words if kind == "text" and not FIELDS[owner.__name__][name].scalar else _WRITE[kind])
        for name, kind in wanted.items()
    ]

    def written(it: object) -> str:
        return "".join(
            [
                f'{start}{as_text(value)}"'
                for (start, as_text), value in zip(write, values_of(it), strict=True)
                if value is not None
            ]
        )

    return written


_META = _attributes(Meta, names.META)
_PLACE = _attributes(Place, names.PLACE)
_AUTHOR = _attributes(Author, names.AUTHOR)
_SECTION = _attributes(Section, names.SECTION)
_MARKER = _attributes(Marker, names.MARKER)
_PARAGRAPH = _attributes(Paragraph, names.PARAGRAPH)
_MARK = _attributes(Mark, names.MARK)
_TARGET = _attributes(Target, names.TARGET)
_RESULT = _attributes(Result, names.RESULT)
_CORRECTION = _attributes(Correction, names.CORRECTION)
_PROJECTION = _attributes(Projection, names.PROJECTION)
_OMITTED = _attributes(Omitted, names.OMITTED)
_PAID_SPAN = _attributes(PaidSpan, names.PAID_SPAN)
_DIAGNOSTIC = _attributes(Diagnostic, names.DIAGNOSTIC)
_SOURCE = _attributes(Source, names.SOURCE)
_EDITION = _attributes(Edition, names.EDITION)
_GENERATOR = _attributes(Generator, names.GENERATOR)
