"""From blocks to the tree: markers, headings, leads, nesting, and the parts of a document.

Each is loaded when it is first used: who only asks what is a marker has no need of the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from converter.outline.building import Outline, build
    from converter.outline.markers import starts_node

__all__ = ["Outline", "build", "starts_node"]

_ROOMS = {
    "Outline": "converter.outline.building",
    "build": "converter.outline.building",
    "starts_node": "converter.outline.markers",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
