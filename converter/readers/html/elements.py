"""The elements of HTML: which part lines, which hold no text of the page, and the text inside one."""

from __future__ import annotations

from lxml import etree

#: Elements that begin a line and end one.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
#: Elements whose content is no text of the page.
SILENT = frozenset((
    "applet", "area", "audio", "base", "button", "canvas", "colgroup", "datalist", "embed", "frame", "frameset", "head",
    "iframe", "input", "link", "map", "meta", "noframes", "noscript", "object", "option", "param", "picture", "script",
    "select", "source", "style", "svg", "template", "textarea", "title", "track", "video",
))  # fmt: skip
PICTURES = frozenset(("img", "picture", "svg"))


def text_in(element: etree._Element, most: int | None = None) -> str:
    """The text in an element as it stands in the markup, or its first ``most`` characters and a little more."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(piece)
        if most is not None and length >= most:
            break
    return "".join(pieces)


def has_text(element: etree._Element) -> bool:
    """Whether there is any text in an element, blanks aside."""
    return any(not piece.isspace() for piece in element.itertext() if piece)
