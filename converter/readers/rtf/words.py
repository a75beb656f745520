"""The control words of RTF that the reader heeds, by what they do."""

from __future__ import annotations

from converter.model.projection import Alignment

#: Words that stand for characters.
SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "~": "\u00a0", "_": "-",
    "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
#: Words that part lines inside a paragraph.
BREAKS = frozenset(("line", "page", "column", "lbr"))
ALIGNMENTS: dict[str, Alignment] = {"ql": "left", "qc": "center", "qr": "right", "qj": "both", "qd": "both"}
#: Groups whose text is no text of the document.
SKIPPED = frozenset((
    "colortbl", "info", "filetbl", "revtbl", "objdata", "nonshppict", "sp", "xe", "tc", "private", "upr", "author",
    "operator", "atnid", "atnauthor", "listtable", "listoverridetable", "rsidtbl", "themedata", "pgptbl",
))  # fmt: skip
#: Groups that are left out and counted: what of.
COUNTED = {
    "pict": "pictures",
    "annotation": "comments",
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), "headers_footers"
    ),
}
#: Groups with ``\*`` before them, which readers that do not know them pass over, and whose text is text all the same.
KNOWN_STARRED = frozenset(
    ("shppict", "shpinst", "shptxt", "annotation", "fldinst", "footnote", "ud", "listtext", "pntext")
)
