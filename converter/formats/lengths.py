"""From what length on a report is written in pieces."""

#: Bytes of the original text.
LONG = 50_000
