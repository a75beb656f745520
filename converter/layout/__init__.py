"""From text to logical paragraphs: page breaks, broken lines, platform markers, emphasis, redaction.

Each is loaded when it is first used: who only asks what is a platform marker has no need of the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from converter.layout.blocks import Block, Layout
    from converter.layout.reading import read

__all__ = ["Block", "Layout", "read"]

_ROOMS = {
    "Block": "converter.layout.blocks",
    "Layout": "converter.layout.blocks",
    "read": "converter.layout.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
