"""Editions of a report: the full one as it was parsed, and the public one without what is paid."""

from converter.edition.public import public

__all__ = ["public"]
