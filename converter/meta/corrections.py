"""Metadata as a person has said they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from converter.model import Author, DocumentType, Meta, Place, PlaceLevel

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_YEAR = re.compile(r"[1-9][0-9]{3}")
_DIVISION = re.compile(r"[0-9]{6}")


def _text(value: str) -> str:
    return value


def _date(value: str) -> str:
    """An ISO date, as exact as it is known."""
    if not _DATE.fullmatch(value):
        raise ValueError("a date is written 2024-01-16 or 2024-01")
    date.fromisoformat(f"{value}-01"[:10])
    return value


def _year(value: str) -> int:
    if not _YEAR.fullmatch(value):
        raise ValueError("a year is written 2024")
    return int(value)


def _division(value: str) -> str:
    if not _DIVISION.fullmatch(value):
        raise ValueError("a code of GB/T 2260 has six digits")
    return value


def _one_of(words: object) -> Callable[[str], str]:
    choices = get_args(words)

    def read(value: str) -> str:
        if value not in choices:
            raise ValueError(f"there are {', '.join(choices)}")
        return value

    return read


#: How each field that can be put right is read; a dot leads into an object.
FIELDS: Mapping[str, Callable[[str], Any]] = {
    "title": _text,
    "subtitle": _text,
    "document_type": _one_of(DocumentType),
    "place.name": _text,
    "place.level": _one_of(PlaceLevel),
    "place.code": _division,
    "place.official_name": _text,
    "place.province": _text,
    "meeting": _text,
    "date": _date,
    "author.name": _text,
    "author.position": _text,
    "review_year": _year,
    "target_year": _year,
    "salutation": _text,
    "issuer": _text,
    "issued": _date,
}


def fault(name: str | None, value: str | None) -> str | None:
    """Why ``value`` cannot be the value of the field ``name``, in one sentence; ``None`` when it can."""
    if name is None or name not in FIELDS:
        return f"there is no field {name!r}; there are {', '.join(FIELDS)}"
    if value is None:
        return "the type of a document is never absent" if name == "document_type" else None
    try:
        FIELDS[name](value)
    except ValueError as error:
        return f"{value!r} is no value of {name}: {error}"
    return None


def corrected(meta: Meta, certain: Mapping[str, str | None]) -> Meta:
    """``meta`` with the values of ``certain``, which have no fault; an author or place without any value is absent."""
    for name, value in certain.items():
        if fault(name, value) is not None:
            continue
        found = None if value is None else FIELDS[name](value)
        owner, dot, field = name.partition(".")
        if not dot:
            setattr(meta, name, found)
            continue
        if getattr(meta, owner) is None:
            setattr(meta, owner, Place(None, None) if owner == "place" else Author(None, None))
        setattr(getattr(meta, owner), field, found)
    if meta.place is not None and meta.place.name is None and meta.place.level is None:
        meta.place = None
    if meta.author is not None and meta.author.name is None and meta.author.position is None:
        meta.author = None
    return meta


def value_of(meta: Meta, name: str) -> str | None:
    """The value of the field ``name`` as a correction writes it."""
    owner, dot, field = name.partition(".")
    found = getattr(meta, owner)
    if dot and found is not None:
        found = getattr(found, field)
    return None if found is None else str(found)
