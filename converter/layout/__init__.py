"""From text to logical paragraphs: page breaks, broken lines, platform markers, emphasis, redaction."""

from converter.layout.blocks import Block, Layout
from converter.layout.reading import read

__all__ = ["Block", "Layout", "read"]
