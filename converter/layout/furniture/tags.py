"""What HTML and Markdown leave in a text: tags, scripts and styles, comments, front matter, pictures, links, fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.layout.furniture.html_tables import Table, html_tables
from converter.layout.offset_map import Cut, MappedText
from converter.model import Span
from converter.patterns import late

#: Elements that start a line of their own, and those that stand inside one.
BLOCK_TAGS = late(
    "p|div|br|h[1-6]|center|table|tbody|thead|tr|td|th|[uod]l|li|d[td]|hr|section|article|header|footer|main|nav"
    "|blockquote|pre|title|head|body|html|form|meta|link|base|figure|figcaption|aside|address|caption|script|style"
)
INLINE_TAGS = late("span|font|b|strong|i|em|u|a|su[bp]|o:p|st1|img|label|small|big|ins|del|s|input|button|video|audio")
#: Elements whose content is no text either.
UNREAD = ("script", "style", "head", "noscript", "svg")
#: Attributes that a careless extraction glues to the element's name: ``<divclass="detail">``.
_GLUED_ATTRIBUTE = late("(?:class|id|style|align|href|name|width|target)$")
_TAG = late(r"</?([A-Za-z][A-Za-z0-9:]{0,15})[^<>]{0,800}>|<!doctype[^<>]{0,200}>", re.IGNORECASE)
_UNREAD = late(rf"<(?P<end>/?)(?P<name>{'|'.join(UNREAD)})(?:\s[^<>]{{0,800}})?>", re.IGNORECASE)

#: ``---`` above and below ``title: …``: what a converter notes about a page before its text.
_YAML = late(
    r"\s*---[ \t]*\n"
    r"(?>[ \t]*[-#]?[ \t]*[A-Za-z_\u4e00-\u9fff][^\n:]{0,40}:[^\n]{0,400}\n|[ \t]+[^\n]{0,400}\n|[ \t]*\n){1,60}?"
    r"(?:---|\.\.\.)[ \t]*(?=\n)"
)
#: Pictures, fences, containers and the attributes of headings; of a link the words stay.
_MARKDOWN = late(
    r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,400}\)(?:\{[^{}\n]{0,80}\})?|^(?:```|~~~|:::)[^\n]{0,60}$"
    r"|(?<=\S)[ \t]*\{[#.][^{}\n]{1,80}\}[ \t]*$"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,200}\]\((?:https?:|/|\.|#|mailto:)[^()\n]{0,400}\))"
    r"|(?P<close>\]\((?:https?:|/|\.|#|mailto:)[^()\n]{0,400}\))",
    re.MULTILINE,
)
#: Rules and underlined headings: ``===``, ``---``, ``* * *``, and rules drawn with Chinese dashes.
_RULED = late(r"^[ \t]*(?:={3,}|[-—–─－]{3,}|_{3,}|\*{3,}|(?:[-*_][ \t]+){2,}[-*_])[ \t]*$", re.MULTILINE)
_RULES = ("===", "---", "___", "***", "———", "───", "－－－", "* *", "- -", "_ _")
#: A line in italics: ``*2025年1月8日在青禾县人民代表大会上*``.
_ITALICS = late(r"^[ \t]*([*_])(?=\S)[^*_\n]{4,200}(?<=\S)\1[ \t]*$", re.MULTILINE)
#: Keys and quotes of an object that a program wrote: ``{"title": "…", "content": "…"}``.
_OBJECT = late(
    r"\A\s{0,8}\{\s{0,8}\"[\w-]{1,30}\"\s{0,8}:\s{0,8}\"|\"?\s{0,8}\}\s{0,8}\Z"
    r"|\"?,\s{0,8}\"[\w-]{1,30}\"\s{0,8}:\s{0,8}(?:\"|(?:[\d.]{1,20}|null|true|false)(?=\s{0,8}[,}]))"
)
_MARKDOWN_SIGNS = ("](", "```", "~~~", ":::", "{#", "{.")


class TagReading:
    """The text without what marks it up, where that stood, and the tables that it made (in source offsets)."""

    __slots__ = ("mapped", "removed", "tables")

    def __init__(self, mapped: MappedText, removed: list[Span], tables: list[Table]) -> None:
        self.mapped = mapped
        self.removed = removed
        self.tables = tables


def read_tags(mapped: MappedText) -> TagReading:
    """Take mark-up out of ``mapped``; a tag that starts a block leaves a line break."""
    text = mapped.text
    cuts: list[Cut] = []
    if "<" in text and ">" in text:
        cuts += _tags(text)
    if text.lstrip().startswith("---") and (yaml := _YAML.match(text)) is not None:
        cuts.append(Cut(*yaml.span(), ""))
    if any(sign in text for sign in _MARKDOWN_SIGNS):
        cuts += (Cut(*found.span(), "") for found in _MARKDOWN.finditer(text))
    if any(rule in text for rule in _RULES):
        cuts += (Cut(*found.span(), "") for found in _RULED.finditer(text))
    if "*" in text or "_" in text:
        for found in _ITALICS.finditer(text):
            cuts += (Cut(at, at + 1, "") for at in (found.start(1), text.rindex(found[1], 0, found.end())))
    bare = text.strip()
    if bare[:1] == "{" and bare[-1:] == "}":
        cuts += (Cut(*found.span(), "\n") for found in _OBJECT.finditer(text))
    if len(bare) > 2 and bare[0] == bare[-1] == '"' and "\n" in bare:  # a field of a table, or a string of a program
        cuts += (Cut(at, at + 1, "") for at in (text.index('"'), text.rindex('"')))
    if not cuts:
        return TagReading(mapped, [], [])
    cuts = _apart(cuts)
    tables = html_tables(mapped) if "<" in text else []
    return TagReading(mapped.without(cuts), [mapped.span(cut.start, cut.end) for cut in cuts], tables)


def _tags(text: str) -> Iterator[Cut]:
    """Tags, comments, and elements that are not read with all they hold."""
    yield from _comments(text)
    yield from _unread(text)
    for found in _TAG.finditer(text):
        filler = _filler(found[1])
        if filler is not None:
            yield Cut(*found.span(), filler)


def _comments(text: str) -> Iterator[Cut]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            return
        yield Cut(start, end + 3, "")
        start = text.find("<!--", end)


def _unread(text: str) -> Iterator[Cut]:
    """Elements from their tag to the end of what they hold; one that is never closed is but a tag."""
    opened: re.Match[str] | None = None
    for found in _UNREAD.finditer(text):
        if opened is None and not found["end"]:
            opened = found
        elif opened is not None and found["end"] and found["name"].lower() == opened["name"].lower():
            yield Cut(opened.start(), found.end(), "\n")
            opened = None


def _filler(name: str | None) -> str | None:
    """What stands for the tag of this element: a line break, nothing; ``None`` when it is no HTML element."""
    if name is None:
        return ""
    name = name.lower()
    if not BLOCK_TAGS.fullmatch(name) and not INLINE_TAGS.fullmatch(name):
        name = _GLUED_ATTRIBUTE.sub("", name)
    if BLOCK_TAGS.fullmatch(name):
        return "\n"
    return "" if INLINE_TAGS.fullmatch(name) else None


def _apart(cuts: list[Cut]) -> list[Cut]:
    """``cuts`` in order, less those that stand inside another or begin in it."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept
