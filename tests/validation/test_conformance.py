"""What ``schemas/conformance`` holds is what the tables give, and this validator conforms."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import from_json, from_xml, validate
from tests.validation.conformance import FOLDER, documents, page

DOCUMENTS = dict(documents())


def test_the_folder_is_what_the_tables_give() -> None:
    found = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.glob("*/*")}
    assert found == {name: data + b"\n" for name, data in DOCUMENTS.items()}, "python -m tests.validation.conformance"
    assert (FOLDER / "README.md").read_text("utf-8") == page()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_accepted_or_refused_for_its_reason(name: str) -> None:
    path = FOLDER / name
    codes = {finding.code for finding in validate(path)}
    if name.startswith("accept/"):
        assert codes == set()
        assert (from_json if name.endswith(".json") else from_xml)(path.read_bytes())
    else:
        assert codes == {Path(name).stem}
