"""From blocks to the tree: markers, headings, leads, nesting, and the parts of a document."""

from converter.outline.building import Outline, build
from converter.outline.markers import starts_node

__all__ = ["Outline", "build", "starts_node"]
