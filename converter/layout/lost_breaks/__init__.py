"""Line breaks that were lost: paragraphs and headings that share a line are set apart again."""

from converter.layout.lost_breaks.restoring import restore_breaks

__all__ = ["restore_breaks"]
