"""Line breaks that were lost: paragraphs and headings that share a line are set apart again."""

from converter.layout.lost_breaks.full_lines import starts_behind_full_lines
from converter.layout.lost_breaks.restoring import restore_breaks
from converter.layout.lost_breaks.sentence_lines import sentence_starts

__all__ = ["restore_breaks", "sentence_starts", "starts_behind_full_lines"]
