"""Write the evidence of thirty places of invented reports: python -m training.golden FIXTURES OUTPUT"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from converter.layout import read
from converter.layout.lost_breaks.evidence.deciding import decide
from converter.layout.lost_breaks.evidence.weights import weights

REPORTS = ("qinghe-work-report-2024", "yunling-work-report-2023", "shimenling-work-report-2020")
_EACH = 10


def main() -> None:
    """The command."""
    fixtures, output = Path(sys.argv[1]), Path(sys.argv[2])
    rows = []
    for name in REPORTS:
        text = "".join(block.text for block in read((fixtures / f"{name}.txt").read_text("utf-8-sig")).blocks)
        reading = decide(text, (), weights())
        step = len(reading.ends) // _EACH
        for number in range(0, step * _EACH, step):
            place = reading.ends[number].place
            rows.append(
                {
                    "report": name,
                    "place": place,
                    "behind": text[place : place + 8],
                    "first_look": reading.looks[number],
                    "evidence": reading.paragraphs[number],
                    "missing_stop": reading.evidence.some(place + 3),
                }
            )
    output.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
