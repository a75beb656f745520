"""The meta room as a whole: every field of CONVENTIONS §4 by its own reader."""

from __future__ import annotations

from converter.language.dates import find_date
from converter.language.line_kinds import line_kind
from converter.language.lookalikes import as_seen
from converter.meta.authors import read_author
from converter.meta.evidence import Evidence
from converter.meta.issuers import read_issuer
from converter.meta.meetings import read_meeting
from converter.meta.places import read_place
from converter.meta.titles import read_document_type, read_subtitle, read_title
from converter.meta.years import read_years
from converter.model import Author, Meta
from converter.outline import Outline


def read_meta(outline: Outline) -> Meta:
    """Read the metadata from the front, the back and, where these do not say, from the headings and the text.

    Dates are ISO 8601, as exact as printed; years are of the common era; what the document does not say is ``None``.
    """
    evidence = Evidence(outline)
    kind = read_document_type(evidence)
    date = _date(evidence)
    issuer, issued = read_issuer(evidence, int(date[:4]) if date else None)
    review_year, target_year = read_years(evidence, kind, date, issued)
    return Meta(
        title=_seen(read_title(evidence)),
        subtitle=_seen(read_subtitle(evidence)),
        document_type=kind,
        place=read_place(evidence),
        meeting=_seen(read_meeting(evidence, kind)),
        date=date,
        author=_author(evidence),
        review_year=review_year,
        target_year=target_year,
        salutation=_seen(evidence.salutation),
        issuer=_seen(issuer),
        issued=issued,
    )


def _seen(text: str | None) -> str | None:
    """A field as a reader sees it: search must not miss 政府工作报告 because a radical was printed for 工."""
    return None if text is None else as_seen(text)


def _author(evidence: Evidence) -> Author | None:
    author = read_author(evidence)
    return None if author is None else Author(_seen(author.name), _seen(author.position))


def _date(evidence: Evidence) -> str | None:
    """The day the document was given: the occasion, else a date line of the front, a note, a bare date at the end.

    The day a web page was published is never the day.
    """
    lines = [line.text for line in evidence.front_lines if line.role == "date"]
    noted = (line for line in evidence.back("note") if "这是" in line[:6])
    signed = (line for line in evidence.back("issuer") if line_kind(line) == "date")
    printed = list(filter(None, map(find_date, ("".join(evidence.front("subtitle")), *lines))))
    exact = [day for day in printed if len(day) == len("2023-02-21")]
    candidates = (*exact, *printed, *filter(None, map(find_date, (*noted, *signed))))
    return next(iter(candidates), None)
