"""A web page as a whole: its characters, its article, the lines of it, and what of the page is left out."""

from __future__ import annotations

from lxml import etree

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.patterns import late
from converter.readers.bounds import MAX_TAGS
from converter.readers.html.article import Article, find_article
from converter.readers.html.decoding import decoded
from converter.readers.html.elements import SILENT
from converter.readers.html.writing import PageWriter
from converter.readers.projecting import Projection

#: To be raised whenever the same file gives another text.
VERSION = "1"
#: More than any page has.
MAX_PAGE = 16 << 20
#: Lines between the title and the article: where there are more, they are no lines of publication.
_MOST_BETWEEN = 400
_NOT_IN_XML = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TOO_DEEP = "Excessive depth"


def read(data: bytes) -> Projected:
    """The projected text of a web page and the facts it states. Raises :class:`ReaderError`."""
    return read_pages([decoded(data)], "html", "text/html")


def read_pages(texts: list[str], reader: str, media_type: str) -> Projected:
    """The page among ``texts`` that has the longest article. Raises :class:`ReaderError` where none has one."""
    found: list[tuple[etree._Element, Article]] = []
    pages = [parse_page(text) for text in texts]
    for page in pages:
        article = find_article(page)
        if article is not None:
            found.append((page, article))
    if not found:
        raise ReaderError(_without_article(pages))
    page, article = max(found, key=lambda each: each[1].prose)
    projection = Projection()
    writer = PageWriter(projection)
    if article.title is not None:
        _write_title(writer, page, article.title, article.root)
    writer.write(article.root)
    projection.omit("page_parts", _parts_outside(page, article))
    if any("\ufffd" in text for text in texts):
        projection.note("page_undecodable")
    return projection.projected(reader, VERSION, media_type, states_paragraphs=True)


def parse_page(text: str) -> etree._Element:
    """The tree of a page. Raises :class:`ReaderError`."""
    data = _NOT_IN_XML.sub(" ", text).encode("utf-8")
    if len(data) > MAX_PAGE:
        raise ReaderError(f"the page has more than {MAX_PAGE >> 20} MiB; no report is that long")
    if data.count(b"<") > MAX_TAGS:
        raise ReaderError(f"the page has more than {MAX_TAGS} tags; no report has")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        page = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReaderError(f"the page cannot be read: {error}") from error
    if page is None:
        raise ReaderError("the page is empty; save it again from the browser")
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise ReaderError("the page is nested too deeply to be one; save it again from the browser")
    return page


def _write_title(writer: PageWriter, page: etree._Element, title: etree._Element, root: etree._Element) -> None:
    """The title, and what stands between it and the article: a line of publication, a subtitle."""
    ancestors = set(root.iterancestors())
    common = next(each for each in title.iterancestors() if each in ancestors)
    between: list[etree._Element] = []
    element = title
    # From the title outwards to the element that holds both, then on to the article.
    while element.getparent() is not common:
        between += element.itersiblings()
        parent = element.getparent()
        assert parent is not None
        element = parent
    for sibling in element.itersiblings():
        between.append(sibling)
        if sibling is root or sibling in ancestors:
            break
    writer.write(title)
    if sum(len(text) for each in between if each is not root for text in _texts_before(each, root)) <= _MOST_BETWEEN:
        for each in between:
            if each is not root:
                writer.write(each, until=root)


def _texts_before(element: etree._Element, root: etree._Element) -> list[str]:
    texts: list[str] = []
    for each in element.iter():
        if each is root:
            break
        if isinstance(each.tag, str) and each.tag not in SILENT and each.text:
            texts.append(each.text)
    return texts


def _parts_outside(page: etree._Element, article: Article) -> int:
    """How many stretches of text the page has beside its article."""
    inside = set(article.root.iter())
    count = 0
    for element in page.iter():
        if isinstance(element.tag, str) and element.tag not in SILENT and element not in inside:
            count += bool((element.text or "").strip())
    return count


def _without_article(pages: list[etree._Element]) -> str:
    links = sum(1 for page in pages for _ in page.iter("a"))
    if any(next(page.iter("frame", "iframe"), None) is not None for page in pages):
        return "the page shows its text in a frame, which is a page of its own; save that page"
    if links:
        return f"the page holds no article, only {links} links; open the report itself and save that page"
    return "the page holds no article; it may load its text by a script, so save it from the browser as a complete page"
