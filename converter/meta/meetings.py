"""The meeting a report was given at."""

from __future__ import annotations

import re

from converter.language.dates import DATE, FULL_DATE
from converter.language.normal_form import compact, narrow, unspaced
from converter.meta.evidence import Evidence
from converter.model import DocumentType, Role
from converter.patterns import late

_MEETING = "(?:会议?|论坛|培训班|集体学习|仪式)"

# In the title or the subtitle: `在县委全会上的讲话`, `（2023年2月21日在…第四次会议上）`, `…第四次会议通过`,
# `人民代表大会第二次会议上`
_NAMED = (
    re.compile(rf"在([^\n]{{2,80}}{_MEETING})(?:(?:开幕会|闭幕会)?上|时)"),
    re.compile(rf"(?:{DATE})([^\n]{{2,80}}?(?:会议|大会))(?:审议)?(?:通过|批准)"),
    re.compile(rf"^\(?(?:{DATE})?([^\n在]{{2,80}}{_MEETING})上\)?$", re.MULTILINE),
    re.compile(rf"^\(?{FULL_DATE}([^\n在]{{4,80}}?(?:会议|大会|全会))\)?$", re.MULTILINE),
)

# In a line above the title: `青禾县第十七届人民代表大会第四次会议文件（二）`
_PAPER_OF = late(r"^([^\n]{4,60}?(?:会议|大会))(?:文件|材料)", re.MULTILINE)

# In the first sentences: `中国共产党第十六次全国代表大会，是我们党…`, `向第五届全国人民代表大会作政府工作报告`,
# `今天，我们召开全县经济工作会议，主要是…`
_SUBJECT = re.compile(r"^(?:我们)?([^,。;:\n]{4,40}?(?:代表大会|全会|会议|大会)),(?:是|现在|在听)", re.MULTILINE)
_ADDRESSED = re.compile(
    "向((?:党的)?第[一二三四五六七八九十]{1,3}[届次]全国(?:人民)?代表大会(?:第[一二三四五六七八九十]{1,3}次会议)?)"
)
_CONVENED = late(
    r"(?:今天|今日|今晚|现在)[^。\n]{0,24}?(?:召开|举行)(?:的)?(?:一个|一次)?([^,。;:“”\n]{2,60}?会议?)(?=[,。;])"
)
_UNNAMED = late(r"(?:这|本|此|那)次|今天|我们|我$|会议$")
# The note of an article: `※这是李某某同志2015年11月23日在…集体学习时的讲话。`
_NOTED = re.compile(rf"这是[^\n]{{2,16}}?(?:{DATE})在([^\n]{{4,60}}?)(?:上|时)的(?:讲话|报告)")
# A work report names other meetings, too: only its words to the meeting itself count.
_OPENINGS_OF: dict[DocumentType, tuple[re.Pattern[str], ...]] = {
    "speech": (_SUBJECT, _ADDRESSED, _CONVENED),
    "party_report": (_SUBJECT, _ADDRESSED, _CONVENED),
    "work_report": (_SUBJECT, _ADDRESSED),
    "plan": (),
    "other": (),
}
# A line below the title that is nothing but the name of a meeting.
_ALONE = re.compile("[^\\n在]{4,80}(?:会议|大会|全会)")
_ROLES: tuple[Role, ...] = ("subtitle", "title")
_LOOKED_AT = 400  # characters of the opening


def read_meeting(evidence: Evidence, kind: DocumentType) -> str | None:
    """The meeting as named in the subtitle, the title, the first sentences or the note of an article."""
    for role in _ROLES:
        printed = "".join(map(unspaced, evidence.front(role)))
        for pattern in _NAMED:
            if (match := pattern.search(narrow(printed))) is not None:
                return printed[match.start(1) : match.end(1)]
    for line in map(unspaced, evidence.front("subtitle")):
        if _ALONE.fullmatch(line):
            return line
    for line in evidence.front("note"):
        if (match := _PAPER_OF.match(compact(line))) is not None:
            return unspaced(line)[match.start(1) : match.end(1)]
    for pattern in _OPENINGS_OF[kind]:
        for match in pattern.finditer(evidence.opening[:_LOOKED_AT]):
            if not _UNNAMED.match(match[1]):
                return _in_full(evidence.printed_body[match.start(1) : match.end(1)], evidence)
    noted = _NOTED.search(evidence.notes)
    return noted[1] if noted else None


def _in_full(name: str, evidence: Evidence) -> str:
    """`党的第十二次全国代表大会` by its full name, if the document gives it somewhere."""
    full = f"中国共产党{name.removeprefix('党的')}"
    return full if name.startswith("党的") and full in evidence.printed_body else name
