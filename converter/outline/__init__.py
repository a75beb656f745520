"""From blocks to the tree: markers, headings, leads, nesting, and the parts of a document."""

from converter.outline.building import Outline, build

__all__ = ["Outline", "build"]
