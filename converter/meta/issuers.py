"""Who issued or printed the document, and when."""

from __future__ import annotations

from converter.language.dates import DATE, find_date, find_month_and_day
from converter.language.line_kinds import line_kind
from converter.language.normal_form import compact
from converter.meta.evidence import Evidence
from converter.patterns import late

_DATED = late(rf"{DATE}(?:印发?|印制)?")
_NEWSPAPER = late(r"^\(?《?([^《》/(]{2,10}(?:日报|晚报|时报|公报))》?")
_PRINTED = late(r"(?:编印|印发|印制|印|编)$")
_AGENCY = late(r"(新华社|中新社|人民网)")


def read_issuer(evidence: Evidence, year: int | None) -> tuple[str | None, str | None]:
    """Issuer and day of issue: from the back, else from the front, else the news agency of the dateline.

    ``year`` is the year of the document, for datelines that give month and day only.
    """
    for lines in (evidence.back("issuer"), _front_lines(evidence)):
        names = [name for name in map(_name, lines) if name]
        days = [day for day in (find_date(line.replace("/", "")) for line in lines) if day]
        printed = any(line_kind(line) != "date" for line in lines)  # a bare date is the document's own
        if names or (days and printed):
            return names[0] if names else None, days[0] if days else None
    for line in (*evidence.front("note"), *evidence.back("note")):
        if line_kind(line) == "dateline" and (agency := _AGENCY.search(line)) is not None:
            return agency[1], find_date(line) or (find_month_and_day(line, year) if year else None)
    return None, None


def _front_lines(evidence: Evidence) -> list[str]:
    """The issuer's lines of the front and the date below them: the signature of a circular."""
    lines: list[str] = []
    for line in evidence.front_lines:
        if line.role == "issuer" or (line.role == "date" and lines):
            lines.append(line.text)
    return lines


def _name(line: str) -> str | None:
    """The issuer a line names: `《人民日报》（2020年02月24日 02版）`, `大会秘书处`, `县政府办公室2023年2月20日印发`."""
    text = compact(line)
    newspaper = _NEWSPAPER.match(text)
    if newspaper is not None:
        return newspaper[1]
    return _PRINTED.sub("", _DATED.sub("", text).strip("()")) or None
