"""Signs of time in sentences: what makes one look back, or plan, whatever its heading says (lexicon/time_signs.tsv)."""

from __future__ import annotations

import re
from collections import defaultdict

from converter.patterns import late
from converter.targets.words.tables import entries

_SIGNS: dict[str, list[str]] = defaultdict(list)
for _row in entries("time_signs"):
    _SIGNS[_row[0]].append(_row[1])


def _any(*signs: str) -> str:
    return "|".join(pattern for sign in signs for pattern in _SIGNS[sign])


#: A sentence about the past, also in a part that plans; and where no heading says what its part looks at.
PAST = re.compile(_any("past"))
PAST_OPEN = late(_any("past", "past_open"))
ACHIEVED = late(_any("achieved"))
PROMISED = late(_any("promised"))
ANNOUNCES = late(_any("announces"))
STATES = late(_any("states"))
#: A paragraph that reports.
PAST_PARAGRAPH = tuple(_SIGNS["past_paragraph"])
PAST_OPENING = late(rf"(?:各位代表[，,！!]|同志们[，,！!])?(?:{_any('past_opening')})")
#: An explicit sentence of goals, and what opens a paragraph that turns to the time to come.
GOALS = late(_any("goals"))
TURNING = late(rf"(?:各位代表[，,！!：:]|同志们[，,！!：:])?(?:{_any('turning')})")
