"""From text to logical paragraphs: page breaks, broken lines, platform markers, emphasis, redaction.

Each is loaded when it is first used: who only asks what is a platform marker has no need of the rest.
"""

from typing import TYPE_CHECKING

from converter.rooms import opened_late

if TYPE_CHECKING:
    from converter.layout.blocks import Block, Layout
    from converter.layout.reading import read

__all__ = ["Block", "Layout", "read"]

_HOMES = {
    "Block": "converter.layout.blocks",
    "Layout": "converter.layout.blocks",
    "read": "converter.layout.reading",
}

if not TYPE_CHECKING:
    __getattr__ = opened_late(__name__, _HOMES)
