"""The bounds of what a reader unpacks and builds, so that no small file takes a machine (promise 7 of the design)."""

from __future__ import annotations

#: The most bytes that the parts of one file have together once they are unpacked.
MAX_UNPACKED = 256 << 20
#: The most bytes of one part: a report of a million characters has a tenth of that.
MAX_PART = 64 << 20
#: The most tags of one part in XML or HTML: each takes a hundred bytes or more once it is read.
MAX_TAGS = 4_000_000
#: The most parts of a package; a long book with pictures has hundreds.
MAX_PARTS = 10_000
#: The deepest nesting of elements, tables and lists.
MAX_DEPTH = 200
#: The most lines of a projected text.
MAX_LINES = 500_000
#: The longest chain of styles or lists that are based on each other; Word itself ends at 11.
MAX_CHAIN = 50
