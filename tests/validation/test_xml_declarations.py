"""An XML document is in the encoding that it declares, wherever in its declaration; reader and validator agree."""

from __future__ import annotations

import codecs

import pytest

from converter import FormatError, from_xml, to_xml, validate
from tests.validation.sample import sound_report

BODY = to_xml(sound_report()).decode().partition("?>")[2]
BLANKS = " " * 200


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        (f'<?xml version="1.0"{BLANKS} encoding="GB18030"?>', "utf-8"),
        ('<?xml version="1.0" encoding="GB18030"?>', "utf-8"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-8"),
        ('<?xml version="1.0" encoding="GB18030"?>', "utf-16"),
    ],
)
def test_a_false_declaration_is_refused(declaration: str, encoding: str) -> None:
    document = (declaration + BODY).encode(encoding)
    assert [finding.code for finding in validate(document)] == ["GW015"]
    with pytest.raises(FormatError, match="the declaration says"):
        from_xml(document)


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("", "utf-8"),
        ('<?xml version="1.0"?>', "utf-8"),
        (f"<?xml version='1.0'{BLANKS} encoding='utf-8'?>", "utf-8"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        ('<?xml version="1.0"?>', "utf-16"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-16"),
    ],
)
def test_a_true_one_is_read(declaration: str, encoding: str) -> None:
    document = (declaration + BODY).encode(encoding)
    assert validate(document) == []
    assert from_xml(document) == sound_report()


def test_text_that_was_decoded_may_declare_what_it_was() -> None:
    assert from_xml('<?xml version="1.0" encoding="GB18030"?>' + BODY) == sound_report()


def test_a_declaration_without_end_takes_no_time() -> None:
    document = codecs.BOM_UTF8 + b"<?xml " + b"encoding " * 200_000
    assert [finding.code for finding in validate(document)] == ["GW013"]
