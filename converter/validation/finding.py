"""What a validation gives: findings, each with a code, a severity, a sentence in two languages, and its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from converter.model import Severity, Span

_SHOWN = 60


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
        texts = {name: shown(value) for name, value in values.items()}
        line, column = position or (None, None)
        message, message_zh = self.message.format_map(texts), self.message_zh.format_map(texts)
        return Finding(self.code, self.severity, message, message_zh, file, line, column, path, span)


def shown(value: object) -> str:
    """``value`` on one line, without control characters, and at most 60 characters long: safe for a terminal."""
    if isinstance(value, int) and value.bit_length() > 256:
        return "a number of more than 77 digits"
    text = value[: _SHOWN + 1] if isinstance(value, str) else str(value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
