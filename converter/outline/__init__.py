"""From blocks to the tree: markers, headings, leads, nesting, and the parts of a document.

Each is loaded when it is first used: who only asks what is a marker has no need of the rest.
"""

from typing import TYPE_CHECKING

from converter.rooms import opened_late

if TYPE_CHECKING:
    from converter.outline.building import Outline, build
    from converter.outline.markers import starts_node

__all__ = ["Outline", "build", "starts_node"]

_HOMES = {
    "Outline": "converter.outline.building",
    "build": "converter.outline.building",
    "starts_node": "converter.outline.markers",
}

__getattr__ = opened_late(__name__, _HOMES)
