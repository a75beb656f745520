"""Reports with one or more things changed: sound ones become faulty, or stay sound, in ways both syntaxes can write."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields, is_dataclass
from random import Random
from typing import Any, get_args

from converter.model import (
    Access,
    Comparator,
    Correction,
    CorrectionStatus,
    DocumentType,
    MarkerFamily,
    Measure,
    Newline,
    Operation,
    PagesBasis,
    PlaceLevel,
    Report,
    Role,
    SectionKind,
    Severity,
    StatedIn,
    Strength,
)

_WORDS = (
    "", "x", "1.0", "1.7", "2.0", "s1", "s1.1", "s01", "s1.p1", "front.p1", "t1", "t2", "t0", "一、", "（一）", "青禾",
    "2024", "2024Q5", "2025-2021", "2021-2025", "2024-02-30", "2024-13", "2024-02", "8", "08", "16.4", "utf-8",
    "gb18030", "utf-7", "00", "0", "ff", "a b", " ", "\n", "2024\n", "s1\n", "\ufffd", "\U0001f33e", "a_gap", "A gap",
)  # fmt: skip
_CHOICES = (
    Access,
    Comparator,
    CorrectionStatus,
    DocumentType,
    MarkerFamily,
    Measure,
    Newline,
    Operation,
    PagesBasis,
    PlaceLevel,
    Role,
    SectionKind,
    Severity,
    StatedIn,
    Strength,
)
_TERMS = tuple(term for choice in _CHOICES for term in get_args(choice))
_NUMBERS = (-1, 0, 1, 2, 5, 33, 999, 1000, 2024, 9999, 10000, 2**53, 2**53 - 1, 10**30, 10**31, 10**400)
_FLOATS = (0.5, -0.5, 1.5, 16.4, 1e29, 1e31, -1e31, 1e-7)

#: A heading and its span come and go together in XML; texts are content there, which is never absent; and the places
#: of paid parts in XML are made from spans.
_NEVER_ABSENT = ("text", "heading", "heading_span", "span", "schema_version")


def mutated(report: Report, random: Random) -> Report:
    """A copy of ``report`` with one to three changes."""
    changed = deepcopy(report)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        owner = random.choice(_objects(changed))
        names = [field.name for field in fields(owner)]
        name = random.choice(names)
        setattr(owner, name, _changed(owner, name, getattr(owner, name), random))
    return changed


def _objects(report: Report) -> list[Any]:
    """Every object of the model in ``report``, without recursion."""
    found: list[Any] = []
    work: list[Any] = [report]
    while work:
        value = work.pop()
        if isinstance(value, list):
            work.extend(value)
        elif is_dataclass(value):
            found.append(value)
            work.extend(getattr(value, field.name) for field in fields(value))
    return found


def _changed(owner: Any, name: str, value: Any, random: Random) -> Any:
    may_be_absent = name not in _NEVER_ABSENT and not isinstance(value, list) and not is_dataclass(value)
    if may_be_absent and random.random() < 0.1:
        return None
    if name in ("heading", "heading_span") and value is None:
        return None
    if value is None:
        return _from_nothing(owner, name, random)
    for kind, change in _CHANGES:
        if isinstance(value, kind):
            return change(name, value, random)
    return value


def _boolean(name: str, value: bool, random: Random) -> bool:
    return not value


def _number(name: str, value: float, random: Random) -> float:
    if random.random() < 0.5:
        return int(value) + random.choice((-1, 1))
    is_real = name.startswith("value") or name in ("confidence", "rate")
    return random.choice(_NUMBERS + _FLOATS if is_real else _NUMBERS)


def _text(name: str, value: str, random: Random) -> str:
    if value in _TERMS and random.random() < 0.7:
        return random.choice(_TERMS)
    if value and random.random() < 0.4:
        at = random.randrange(len(value))
        return value[:at] + random.choice(("", "某", value[at] * 2)) + value[at + 1 :]
    return random.choice(_WORDS)


def _span(name: str, value: tuple[int, int], random: Random) -> tuple[int, int]:
    start, end = value
    by = random.choice((-3, -1, 1, 2))
    return random.choice(((start + by, end), (start, end + by), (start + by, end + by), (end, start), (start, start)))


def _list(name: str, value: list[Any], random: Random) -> list[Any]:
    if not value:
        return value
    at, other = random.randrange(len(value)), random.randrange(len(value))
    if name in ("layout", "undecodable", "variants") and random.random() < 0.6:
        offset, text = value[at]
        entry = (
            (offset + random.choice((-1, 1)), text) if random.random() < 0.5 else (offset, _text(name, text, random))
        )
        return [*value[:at], entry, *value[at + 1 :]]
    swapped = list(value)
    swapped[at], swapped[other] = swapped[other], swapped[at]
    if name == "cells":  # a table without rows is no table in XML
        return [*value, deepcopy(value[at])]
    return random.choice((value[:at] + value[at + 1 :], [*value, deepcopy(value[at])], swapped, []))


def _same(name: str, value: Any, random: Random) -> Any:
    return value


def _from_nothing(owner: Any, name: str, random: Random) -> Any:
    """Something for a field that is absent, of the kind that it holds."""
    if name in ("place", "author", "marker", "projection", "cells"):
        return None
    if isinstance(owner, Correction) and name in ("level", "value"):
        return random.choice(_NUMBERS if name == "level" else _WORDS)
    if name == "span":
        return (0, random.choice((0, 1, 99)))
    if name.endswith("decimal"):
        return random.choice(("8", "08", "x"))
    if name.startswith("value"):
        return random.choice(_NUMBERS + _FLOATS)
    if name in ("ordinal", "review_year", "target_year", "base_year", "rate"):
        return random.choice(_NUMBERS)
    return random.choice(_WORDS + _TERMS)


_CHANGES: tuple[tuple[type, Callable[[str, Any, Random], Any]], ...] = (
    (bool, _boolean),
    (int, _number),
    (float, _number),
    (str, _text),
    (tuple, _span),
    (list, _list),
    (object, _same),
)
