"""What a validation gives: findings, each with a code, a severity, a sentence in two languages, and its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from converter.model import Severity, Span

#: How much of a value is shown; of what was expected and of reasons, which are our own words, more.
_SHOWN = 60
_SHOWN_AT_LENGTH = 240
_AT_LENGTH = frozenset(("expected", "expected_zh", "reason", "reason_zh"))


class Position(NamedTuple):
    """A place in a file: ``line`` and ``column`` count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of one document.

    ``line`` and ``column`` (from 1, in code points) say where in the JSON or XML; ``path`` is the JSON Pointer
    (RFC 6901) or the XPath of the faulty part; ``span`` the place in the source text, half-open, in code points. What a
    fault does not have is ``None``.
    """

    code: str
    severity: Severity
    message: str
    message_zh: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings of one file; ``complete`` is false when ``max_findings`` cut them off."""

    file: str
    findings: list[Finding]
    complete: bool = True

    def accepts(self, strict: bool = False) -> bool:
        """Whether the file passes: no error, and with ``strict`` no warning either."""
        refused = ("error", "warning") if strict else ("error",)
        return not any(finding.severity in refused for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the catalogue: all that is written about a code. Placeholders in the messages are filled by name."""

    code: str
    severity: Severity
    name: str
    message: str
    message_zh: str
    right: str
    wrong: str

    def finding(
        self,
        values: Mapping[str, object],
        *,
        file: str | None = None,
        position: Position | None = None,
        path: str | None = None,
        span: Span | None = None,
    ) -> Finding:
        """The finding that this row gives for ``values``."""
        texts = {name: shown(v, _SHOWN_AT_LENGTH if name in _AT_LENGTH else _SHOWN) for name, v in values.items()}
        line, column = position or (None, None)
        message, message_zh = self.message.format_map(texts), self.message_zh.format_map(texts)
        return Finding(self.code, self.severity, message, message_zh, file, line, column, path, span)


class Raised(NamedTuple):
    """A fault whose place in the file is not yet known: ``where`` is what its document finds the place by."""

    row: Row
    values: Mapping[str, object]
    where: Any = ()
    span: Span | None = None


class Document(Protocol):
    """A document that was read: it raises faults, and knows the places of those that are reported."""

    def raised(self, source: bytes | None) -> Iterator[Raised]:
        """The faults of the document; with ``source``, the file the report was made from, those against it, too."""

    def places(self, faults: Sequence[Raised]) -> list[tuple[str, Position | None]]:
        """Path and position of each of ``faults``."""


def shown(value: object, limit: int = _SHOWN) -> str:
    """``value`` on one line, without control characters, and at most ``limit`` characters long: safe for a terminal."""
    if isinstance(value, int) and value.bit_length() > 256:
        return "a number of more than 77 digits"
    text = value if isinstance(value, str) else str(value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[: limit + 1])
    return text if len(text) <= limit else text[: limit - 1] + "…"
