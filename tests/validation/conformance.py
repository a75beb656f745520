"""``schemas/conformance``: documents that every reader of reports must accept or refuse, to test one's own with.

``python -m tests.validation.conformance`` writes them anew: from the sound report and what breaks each rule in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from converter import to_json, to_xml
from converter.model import Report
from converter.validation.catalogue import ROWS
from tests.validation.sample import projected_report, sound_report
from tests.validation.test_rules import BREAKS

FOLDER = Path(__file__).resolve().parent.parent.parent / "schemas" / "conformance"

#: What both syntaxes accept.
ACCEPTED: dict[str, Callable[[], Report]] = {"sound": sound_report, "projected": projected_report}

#: Code → what a JSON document says that the schema refuses, in place of what is right; both stand once in it.
SCHEMA_JSON = {
    "GW101": ('"salutation":"各位代表：",', ""),
    "GW102": ('"title":"政府工作报告"', '"title":7'),
    "GW103": ('"document_type":"work_report"', '"document_type":"poem"'),
    "GW104": ('"date":"2024-02-21"', '"date":"21 February 2024"'),
    "GW105": ('"confidence":1.0', '"confidence":1.5'),
    "GW106": ('"title":"政府工作报告"', '"title":""'),
    "GW008": ('"title":"政府工作报告"', '"title":"政府工作报告","title":"政府工作报告"'),
    "GW009": ('"confidence":1.0', '"confidence":NaN'),
}
#: The same in XML.
SCHEMA_XML = {
    "GW101": (' document_type="work_report"', ""),
    "GW103": ('document_type="work_report"', 'document_type="poem"'),
    "GW104": ('date="2024-02-21"', 'date="21 February 2024"'),
    "GW105": ('confidence="1.0"', 'confidence="1.5"'),
    "GW106": ('title="政府工作报告"', 'title=""'),
    "GW107": ("<closing>", "<coda/><closing>"),
    "GW014": ("<report ", "<!DOCTYPE report><report "),
    "GW015": ('encoding="UTF-8"', 'encoding="GB18030"'),
}


def documents() -> Iterator[tuple[str, bytes]]:
    """Every document with its path in the folder; what is to be refused is named by the code that says why."""
    for name, make in ACCEPTED.items():
        yield f"accept/{name}.json", to_json(make())
        yield f"accept/{name}.xml", to_xml(make())
    for code, change in BREAKS.items():
        report = sound_report()
        change(report)
        yield f"refuse/{code}.json", to_json(report)
        yield f"refuse/{code}.xml", to_xml(report)
    for suffix, written, changes in (
        ("json", to_json(sound_report()).decode(), SCHEMA_JSON),
        ("xml", to_xml(sound_report()).decode(), SCHEMA_XML),
    ):
        for code, (right, wrong) in changes.items():
            assert right in written, (code, right)
            yield f"refuse/{code}.{suffix}", written.replace(right, wrong, 1).encode()


def page() -> str:
    """What the folder is, and the code behind each name."""
    rows = {row.code: row for row in ROWS}
    codes = sorted({Path(name).stem for name, _ in documents() if name.startswith("refuse/")})
    table = "".join(
        f"| {code} | {rows[code].severity} | {rows[code].name} | {_cell(rows[code].right)} |\n" for code in codes
    )
    return f"""# Documents to test a reader of reports with

Every document in `accept/` is a sound report, in JSON and in XML: a reader of version 1.0 must read it, and a validator
must find nothing. Every document in `refuse/` breaks the one rule that it is named by, and no other: a validator must
refuse it, or warn where the rule only warns. The codes are those of [docs/rules.md](../../docs/rules.md). The county
does not exist. `python -m tests.validation.conformance` writes the folder anew.

| code | severity | rule | what is right |
| --- | --- | --- | --- |
{table}"""


def _cell(text: str) -> str:
    return "`" + text.replace("|", "\\|") + "`"


def main() -> None:
    """Write the folder anew."""
    for path in FOLDER.glob("*/*"):
        path.unlink()
    for name, data in documents():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data + b"\n")
    (FOLDER / "README.md").write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
