"""The published data types, version 1.0: a report as a tree of sections and paragraphs, with targets and source.

Every name here is a name of the JSON, of the XML and of the documentation. All spans are half-open pairs of code
point offsets in the decoded source text (after a byte order mark, every line end one LF). Absent is ``None``, never an
empty string.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
Access = Literal["free", "paid", "mixed"]
Severity = Literal["info", "warning", "error"]

DocumentType = Literal["work_report", "speech", "party_report", "plan", "other"]
PlaceLevel = Literal["national", "province", "prefecture", "county", "township"]
Role = Literal[
    "title", "subtitle", "author", "date", "salutation", "contents", "signature", "issuer", "note", "glossary", "table"
]
MarkKind = Literal["emphasis", "redaction", "footnote"]
MarkerFamily = Literal[
    "division", "cjk", "cjk_paren", "arabic", "arabic_paren", "circled", "word", "dash", "bullet", "markdown", "box"
]
SectionKind = Literal["section", "item"]

Measure = Literal["growth", "decline", "level", "increment", "share", "rank", "relation"]
Comparator = Literal["=", "~", ">=", ">", "<=", "<", "range"]
Strength = Literal["binding", "stretch", "planned"]
Direction = Literal["up", "down", "hold"]
Newline = Literal["lf", "crlf", "cr", "ls", "mixed"]
StatedIn = Literal["text", "table"]
GeneratedKind = Literal["numbering", "separator"]
PagesBasis = Literal["fixed", "last_saved"]
Operation = Literal["break", "join", "node", "no_node", "role", "meta", "target", "no_target"]
CorrectionStatus = Literal["applied", "stale", "conflict", "impossible"]


@dataclass(slots=True)
class Mark:
    """A stretch of a paragraph with a meaning of its own: emphasis, a redaction, a footnote reference."""

    kind: MarkKind
    span: Span


@dataclass(slots=True)
class Paragraph:
    """A logical paragraph. ``text`` is ``source[span]`` less the layout inside it.

    A table has the role ``table`` and ``cells``: its rows, each the spans of its cells in order, inside ``span``; the
    span of an empty cell is empty.
    """

    id: str
    role: Role | None
    text: str
    span: Span
    access: Access = "free"
    marks: list[Mark] = field(default_factory=list)
    cells: list[list[Span]] | None = None


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

    @property
    def text(self) -> str:
        """All that stands under the node, itself included: its title and each paragraph, one a line."""
        from converter.model.lookup import text_of

        return text_of(self)

    def __repr__(self) -> str:
        from converter.model.summary import title_of

        return f"<Section {self.id} {title_of(self)!r}: {len(self.subsections)} subsections>"


@dataclass(slots=True)
class Target:
    """A commitment about the time after the report that states a quantity (CONVENTIONS §3).

    ``value`` and ``value_max`` are plain decimals in the unit written; ``value_decimal`` and ``value_max_decimal`` give
    the same numbers as decimal strings without loss. ``value_base`` and ``unit_base`` are the amount in the base unit
    (``600万人次`` → 6000000 人次). ``paragraph`` is ``None`` when the target stands in a heading.

    ``scope`` is what part of the place or of the economy it is about (``全市``, ``第一产业``), ``scope_code`` the
    division code of a place named there. ``period_start`` and ``period_end`` are the first and the last day of
    ``period``, ``base_year`` is the year it is measured against, ``reference`` what a relation relates to
    (``全省平均水平``).
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
    scope: str | None = None
    scope_code: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    base_year: int | None = None
    reference: str | None = None
    stated_in: StatedIn = "text"


@dataclass(slots=True)
class Result:
    """What was reached in the time before the report, with its quantity: a row of the review.

    The fields are those of a target; ``rate`` is the growth in % that is stated beside the amount
    (``地区生产总值达到200亿元、增长6.5%``: value 200, rate 6.5).
    """

    id: str
    section: str | None
    paragraph: str | None
    span: Span
    text: str
    indicator: str | None
    indicator_code: str | None
    scope: str | None
    measure: Measure
    comparator: Comparator
    value: int | float | None
    value_max: int | float | None
    unit: str | None
    period: str | None
    rate: int | float | None = None
    redacted: bool = False
    access: Access = "free"


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
    """The place governed, as the text names it, and its administrative level.

    ``code`` is its code in GB/T 2260, with the ``official_name`` there and the ``province`` it lies in.
    """

    name: str | None
    level: PlaceLevel | None
    code: str | None = None
    official_name: str | None = None
    province: str | None = None


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
class Projection:
    """What turned a file that is no plain text into text: the reader, and the SHA-256 of the projected text in UTF-8.

    In the projected text paragraphs and rows of tables are one a line, cells are parted by tabs; spans count it.
    """

    reader: str
    version: str
    sha256: str


@dataclass(slots=True)
class Omitted:
    """So many things of a kind that the file holds and the projected text leaves out, such as comments."""

    kind: str
    count: int


@dataclass(slots=True)
class Source:
    """What is needed to rebuild and check the original bytes.

    In the decoded text each CRLF and CR is one LF (as text-mode readers and XML 1.0 §2.11 have it); ``newline``
    says how they were written. ``size`` is in bytes, ``characters`` in code points of the decoded text.
    ``layout`` holds every piece of the text that is no leaf of the tree. ``undecodable`` gives the bytes behind
    each U+FFFD that stands for bytes without a character; ``variants`` the bytes of characters and line ends that
    were not written in the usual way.

    Of a file that is no plain text, ``projection`` says how it became text, ``generated`` what of that text the file
    does not hold as text, ``omitted`` what it holds beside, ``pages`` where its pages begin (``pages_basis``: as they
    are, or as they were when it was last saved). ``original`` holds its bytes in Base64 when they were embedded.
    ``repair`` says what was done about a text that had been decoded wrongly before.
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
    media_type: str = "text/plain"
    projection: Projection | None = None
    generated: list[tuple[int, int, GeneratedKind]] = field(default_factory=list)
    omitted: list[Omitted] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
    pages_basis: PagesBasis | None = None
    original: str | None = None
    repair: str | None = None


@dataclass(slots=True)
class Correction:
    """What a person knew better, whether it was applied, and if not, why not.

    ``op`` names the operation; ``kind``, ``level`` and ``heading`` belong to ``node``, ``role`` to ``role``, ``field``
    and ``value`` to ``meta`` and ``target``.
    """

    op: Operation
    span: Span | None
    status: CorrectionStatus
    reason: str | None = None
    kind: SectionKind | None = None
    level: int | None = None
    heading: str | None = None
    role: Role | None = None
    field: str | None = None
    value: str | None = None


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
    results: list[Result] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The source text, which all spans count. Raises :class:`converter.RestoreError` for a report that was cut."""
        from converter.model.source_text import source_text

        return source_text(self)

    def walk(self) -> Iterator[Section]:
        """Every section and item, parents before children, in reading order."""
        from converter.model.walk import sections

        return sections(self)

    def find(self, id: str) -> Section | Paragraph | Target | Result | None:
        """The node, paragraph, target or result with this id (``s2.1``, ``s2.1.p1``, ``t17``, ``r3``), or ``None``."""
        from converter.model.lookup import part_with_id

        return part_with_id(self, id)

    def __repr__(self) -> str:
        from converter.model.summary import in_a_line

        return f"<Report {in_a_line(self)}>"

    def _repr_html_(self) -> str:
        from converter.model.summary import as_html

        return as_html(self)
