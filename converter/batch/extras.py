"""Packages that only some sources, forms and engines need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from converter.batch.documents import Stopped


def pyarrow(purpose: str) -> Any:
    """The module ``pyarrow``; raises :class:`Stopped` when it is not installed."""
    return _extra("pyarrow", purpose, "batch")


def parquet(purpose: str) -> Any:
    """The module ``pyarrow.parquet``; raises :class:`Stopped` when it is not installed."""
    return _extra("pyarrow.parquet", purpose, "batch")


def ray(purpose: str) -> Any:
    """The module ``ray``; raises :class:`Stopped` when it is not installed."""
    return _extra("ray", purpose, "ray")


def _extra(name: str, purpose: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        needed = f"{purpose} needs {name.partition('.')[0]}, which is not installed: pip install 'gongwen[{extra}]'"
        raise Stopped(needed) from None
