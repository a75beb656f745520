"""Who gave the report: name and position."""

from __future__ import annotations

import re

from converter.language.normal_form import compact
from converter.language.offices_and_names import OFFICE, author_parts, is_name
from converter.meta.evidence import Evidence
from converter.model import Author
from converter.patterns import late

_LABEL = late(r"^(?:报告人|作者|发言人|讲话人):|^[※*]")
# `青禾县县长在县委十六届五次全会上的讲话`, `李某某同志在…上的讲话`
_IN_TITLE = re.compile(
    rf"^([^\n在《“]{{0,24}}(?:{OFFICE}))?([^\n在]{{2,4}}?)?(?:同志)?在[^\n]{{2,80}}(?:讲话|报告|发言|致辞)"
)


def read_author(evidence: Evidence) -> Author | None:
    """The author of the front, on one line or two, or the one whom the title names; ``None`` if neither does."""
    lines = [_LABEL.sub("", compact(line)) for line in evidence.front("author")]
    for original, line in zip(evidence.front("author"), lines, strict=True):
        parts = author_parts(original)
        if parts is not None:
            return Author(parts[1], parts[0])
        if is_name(line) and len(lines) == 1:
            return Author(line, None)
    if lines:
        names = [line for line in lines if not re.search(rf"(?:{OFFICE})$", line)]
        positions = [line for line in lines if line not in names]
        return Author(names[0] if names else None, "".join(positions) or None)
    return _named_in_title(evidence)


def _named_in_title(evidence: Evidence) -> Author | None:
    match = _IN_TITLE.match("".join(map(compact, evidence.front("title"))))
    if match is None:
        return None
    name = match[2] if match[2] and is_name(match[2]) else None
    return Author(name, match[1]) if name or match[1] else None
