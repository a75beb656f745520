"""The meta room as a whole: every field of CONVENTIONS §4 by its own reader."""

from __future__ import annotations

import re

from converter.language.dates import find_date
from converter.language.line_kinds import line_kind
from converter.meta.authors import read_author
from converter.meta.evidence import Evidence
from converter.meta.issuers import read_issuer
from converter.meta.meetings import read_meeting
from converter.meta.places import read_place
from converter.meta.titles import read_document_type, read_subtitle, read_title
from converter.meta.years import read_years
from converter.model import Meta
from converter.outline import Outline

# `时间：2007-03-02` among the remains of a web page above the text, which are layout
_STAMP = re.compile(r"(?<!发布)(?<!更新)(?:时间|日期)[:：]\s?\d{4}.{1,12}")
_PAGE_HEAD = 12  # pieces of layout at the top of the document


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
        title=read_title(evidence),
        subtitle=read_subtitle(evidence),
        document_type=kind,
        place=read_place(evidence),
        meeting=read_meeting(evidence, kind),
        date=date,
        author=read_author(evidence),
        review_year=review_year,
        target_year=target_year,
        salutation=evidence.salutation,
        issuer=issuer,
        issued=issued,
    )


def _date(evidence: Evidence) -> str | None:
    """The day the document was given: a date line of the front, else the occasion, its note, a bare date at the end.

    The last resort is the time stamp of the web page it came from.
    """
    lines = [line.text for line in evidence.front_lines if line.role == "date"]
    noted = (line for line in evidence.back("note") if "这是" in line[:6])
    printed = (match[0] for _, piece in evidence.outline.layout[:_PAGE_HEAD] for match in _STAMP.finditer(piece))
    signed = (line for line in evidence.back("issuer") if line_kind(line) == "date")
    candidates = (*lines, "".join(evidence.front("subtitle")), *noted, *signed, *printed)
    return next(filter(None, map(find_date, candidates)), None)
