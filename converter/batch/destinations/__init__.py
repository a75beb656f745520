"""Where the results go: a tree of files, or a single file that is joined from blocks."""

from converter.batch.destinations.destination import Destination
from converter.batch.destinations.single_file import SingleFile
from converter.batch.destinations.tree import Tree

__all__ = ["Destination", "SingleFile", "Tree"]
