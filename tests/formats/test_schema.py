"""Where the schemas are found, and that looking for them loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from converter.formats import schema
from tests.formats.example import SCHEMAS

MODULE = sys.modules["converter.formats.schema"]


@pytest.fixture(autouse=True)
def _forget() -> None:
    schema.cache_clear()


def test_a_checkout_has_them_beside_the_package() -> None:
    assert schema("json") == (SCHEMAS / "report-1.0.schema.json").read_bytes()
    assert schema("xsd") == (SCHEMAS / "report-1.0.xsd").read_bytes()


def test_a_wheel_has_them_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "converter" / "schemas").mkdir(parents=True)
    (tmp_path / "converter" / "schemas" / "report-1.0.xsd").write_bytes(b"<installed/>")
    monkeypatch.setattr(MODULE, "_PACKAGE", tmp_path / "converter")
    assert schema("xsd") == b"<installed/>"
    with pytest.raises(FileNotFoundError, match=r"report-1\.0\.schema\.json is neither in"):
        schema("json")


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, converter.formats; converter.formats.schema('xsd'); "
        "print([name for name in ('pydantic', 'lxml') if name in sys.modules]); "
        "from converter import to_xml, parse; to_xml(parse('一、回顾\\n正文。\\n')); "
        "print([name for name in ('pydantic', 'lxml') if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.split("\n")[:2] == ["[]", "[]"]


def test_an_unknown_name_is_no_attribute() -> None:
    import converter.formats

    with pytest.raises(AttributeError, match="to_yaml"):
        _ = converter.formats.to_yaml
