"""What the README files show is what the commands print."""

import doctest

import pytest

from tests.readme import READMES, ROOT, renewed


@pytest.mark.parametrize("name", READMES)
def test_outputs_are_the_real_ones(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == renewed(text), "python -m tests.readme writes them anew"
    assert text.count("<!-- ") == 3


@pytest.mark.parametrize("name", READMES)
def test_session_of_the_library_is_a_real_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failures, tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert (failures, tried > 5) == (0, True)
