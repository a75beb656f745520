"""``gongwen rules``: every code with what it means."""

from __future__ import annotations

import json

from converter.diagnostics import CATALOGUE
from converter.validation.catalogue import ROWS
from tests.cli.conftest import Gongwen


def test_every_rule_and_diagnostic_is_listed(gongwen: Gongwen) -> None:
    lines = gongwen("rules").stdout.splitlines()
    kinds = [kind for kinds in CATALOGUE.values() for kind in kinds]
    assert [line.split()[0] for line in lines] == [row.code for row in ROWS] + [kind.code for kind in kinds]


def test_a_code_is_explained(gongwen: Gongwen) -> None:
    said = gongwen("rules", "GW205", "numbering_gap").stdout
    assert "GW205 (rule, error)" in said and "right: " in said and "wrong: " in said
    assert "numbering_gap (diagnostic, " in said and "what to do: " in said


def test_the_beginning_of_codes_stands_for_them_all(gongwen: Gongwen) -> None:
    found = json.loads(gongwen("rules", "GW2", "--to", "json").stdout)
    assert {row["code"] for row in found} == {row.code for row in ROWS if row.code.startswith("GW2")}
    assert all(row["meaning"] and row["meaning_zh"] for row in found)


def test_a_code_that_is_none_is_said(gongwen: Gongwen) -> None:
    done = gongwen("rules", "GW999")
    assert done.exit_code == 2 and "no code is, or begins with, 'GW999'" in done.stderr
