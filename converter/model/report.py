"""The published data types, version 1.0: a report as a tree of sections and paragraphs, with targets and source.

Every name here is a name of the JSON, of the XML and of the documentation. All spans are half-open pairs of code
point offsets in the decoded source text (after a byte order mark, every line end one LF). Absent is ``None``, never an
empty string.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
Access = Literal["free", "paid", "mixed"]
Severity = Literal["info", "warning", "error"]

DocumentType = Literal["work_report", "speech", "party_report", "plan", "other"]
PlaceLevel = Literal["national", "province", "prefecture", "county", "township"]
Role = Literal[
    "title", "subtitle", "author", "date", "salutation", "contents", "signature", "issuer", "note", "glossary"
]
MarkKind = Literal["emphasis", "redaction", "footnote"]
MarkerFamily = Literal[
    "division", "cjk", "cjk_paren", "arabic", "arabic_paren", "circled", "word", "dash", "bullet", "markdown"
]
SectionKind = Literal["section", "item"]

Measure = Literal["growth", "decline", "level", "increment", "share", "rank", "relation"]
Comparator = Literal["=", "~", ">=", ">", "<=", "<", "range"]
Strength = Literal["binding", "stretch", "planned"]
Direction = Literal["up", "down", "hold"]
Newline = Literal["lf", "crlf", "cr", "ls", "mixed"]


@dataclass(slots=True)
class Mark:
    """A stretch of a paragraph with a meaning of its own: emphasis, a redaction, a footnote reference."""

    kind: MarkKind
    span: Span


@dataclass(slots=True)
class Paragraph:
    """A logical paragraph. ``text`` is ``source[span]`` less the layout inside it."""

    id: str
    role: Role | None
    text: str
    span: Span
    access: Access = "free"
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Marker:
    """An outline marker as written, such as ``一要`` or ``（三）``. ``ordinal`` is ``None`` for dashes and bullets."""

    text: str
    family: MarkerFamily
    ordinal: int | None
    span: Span


@dataclass(slots=True)
class Section:
    """A node of the outline: a ``section`` starts a paragraph, an ``item`` starts inside one (CONVENTIONS §2).

    ``body`` holds the paragraphs before the first subsection, ``tail`` those after the last one (wrap-ups), and
    ``interludes`` those between two subsections that speak for this section; spans give their place among these.
    ``level`` is the depth in the tree, 1 below the document. ``run_in`` says that the heading is the first
    sentence of a paragraph that goes on.
    """

    id: str
    kind: SectionKind
    level: int
    marker: Marker | None
    heading: str | None
    heading_span: Span | None
    run_in: bool
    span: Span
    access: Access = "free"
    body: list[Paragraph] = field(default_factory=list)
    subsections: list[Section] = field(default_factory=list)
    interludes: list[Paragraph] = field(default_factory=list)
    tail: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Target:
    """A commitment about the time after the report that states a quantity (CONVENTIONS §3).

    ``value`` and ``value_max`` are plain decimals in the unit written; ``value_decimal`` and ``value_max_decimal`` give
    the same numbers as decimal strings without loss. ``value_base`` and ``unit_base`` are the amount in the base unit
    (``600万人次`` → 6000000 人次). ``paragraph`` is ``None`` when the target stands in a heading.
    """

    id: str
    section: str | None
    paragraph: str | None
    span: Span
    text: str
    indicator: str | None
    measure: Measure
    comparator: Comparator
    value: int | float | None
    value_max: int | float | None
    unit: str | None
    period: str | None
    strength: Strength
    redacted: bool = False
    access: Access = "free"
    indicator_code: str | None = None
    direction: Direction | None = None
    value_base: int | float | None = None
    value_max_base: int | float | None = None
    unit_base: str | None = None
    value_decimal: str | None = None
    value_max_decimal: str | None = None


@dataclass(slots=True)
class PaidSpan:
    """The stretch between a paid-begin marker and the first end after it, with both markers as written."""

    span: Span
    opened_by: str
    closed_by: str


@dataclass(slots=True)
class Diagnostic:
    """A repair, a guess or a slip of the source: stable code, severity, one sentence, place."""

    code: str
    severity: Severity
    message: str
    span: Span | None
    section: str | None = None


@dataclass(slots=True)
class Place:
    """The place governed, as the text names it, and its administrative level."""

    name: str | None
    level: PlaceLevel | None


@dataclass(slots=True)
class Author:
    """Who gives the report."""

    name: str | None
    position: str | None


@dataclass(slots=True)
class Meta:
    """What front matter, back matter and body say about the document (CONVENTIONS §4). Dates are ISO 8601."""

    title: str | None = None
    subtitle: str | None = None
    document_type: DocumentType = "other"
    place: Place | None = None
    meeting: str | None = None
    date: str | None = None
    author: Author | None = None
    review_year: int | None = None
    target_year: int | None = None
    salutation: str | None = None
    issuer: str | None = None
    issued: str | None = None


@dataclass(slots=True)
class Source:
    """What is needed to rebuild and check the original bytes.

    In the decoded text each CRLF and CR is one LF (as text-mode readers and XML 1.0 §2.11 have it); ``newline``
    says how they were written. ``size`` is in bytes, ``characters`` in code points of the decoded text.
    ``layout`` holds every piece of the text that is no leaf of the tree. ``undecodable`` gives the bytes behind
    each U+FFFD that stands for bytes without a character; ``variants`` the bytes of characters and line ends that
    were not written in the usual way.
    """

    name: str | None
    sha256: str
    size: int
    encoding: str
    confidence: float
    bom: bool
    newline: Newline | None
    characters: int
    layout: list[tuple[int, str]] = field(default_factory=list)
    undecodable: list[tuple[int, str]] = field(default_factory=list)
    variants: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Edition:
    """Whether the report is whole, or the public edition, and how much paid content the latter leaves out."""

    kind: Literal["full", "public"] = "full"
    omitted_characters: int = 0
    omitted_paragraphs: int = 0


@dataclass(slots=True)
class Generator:
    """The software that wrote the report."""

    name: str
    version: str


@dataclass(slots=True)
class Report:
    """A whole document. The leaves of the tree and ``source.layout`` partition the decoded text."""

    schema_version: str
    meta: Meta
    front: list[Paragraph]
    preamble: list[Paragraph]
    sections: list[Section]
    closing: list[Paragraph]
    back: list[Paragraph]
    targets: list[Target]
    paid_spans: list[PaidSpan]
    diagnostics: list[Diagnostic]
    source: Source
    edition: Edition
    generator: Generator
