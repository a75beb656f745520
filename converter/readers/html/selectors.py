"""Where content systems of government sites put the article of a page: one row a system, by id or class."""

from __future__ import annotations

from typing import NamedTuple


class Selector(NamedTuple):
    """The value of an attribute that the element around an article has, and the system that writes it."""

    attribute: str
    value: str
    system: str


SELECTORS: tuple[Selector, ...] = (
    Selector("id", "UCAP-CONTENT", "UCAP: gov.cn and many provinces"),
    Selector("class", "TRS_Editor", "TRS WCM"),
    Selector("class", "TRS_UEDITOR", "TRS WCM with UEditor"),
    Selector("class", "trs_editor_view", "TRS WCM 7"),
    Selector("class", "trs_paper_default", "TRS HyCloud"),
    Selector("class", "pages_content", "gov.cn"),
    Selector("id", "zoom", "JCMS and others, with buttons for the size of the type"),
    Selector("class", "zoom", "JCMS"),
    Selector("id", "fontzoom", "sites with buttons for the size of the type"),
    Selector("id", "Zoom", "sites with buttons for the size of the type"),
    Selector("id", "vsb_content", "Boda site builder"),
    Selector("class", "v_news_content", "Boda site builder"),
    Selector("class", "wp_articlecontent", "Sudy"),
    Selector("id", "js_content", "articles of public accounts"),
    Selector("class", "rich_media_content", "articles of public accounts"),
    Selector("class", "mw-parser-output", "MediaWiki"),
    Selector("class", "article-content", "general"),
    Selector("class", "article_content", "general"),
    Selector("class", "news_content", "general"),
    Selector("class", "detail-content", "general"),
    Selector("class", "xxgk_content", "disclosure of information"),
    Selector("id", "NewsContent", "general"),
    Selector("id", "artibody", "portals of news"),
    Selector("id", "rwb_zw", "People's Daily Online"),
    Selector("class", "rm_txt_con", "People's Daily Online"),
    Selector("id", "detailContent", "Xinhuanet"),
    Selector("id", "p-detail", "Xinhuanet"),
    Selector("id", "article", "general"),
    Selector("class", "article", "general"),
)
_BY_ID = frozenset(row.value for row in SELECTORS if row.attribute == "id")
_BY_CLASS = frozenset(row.value for row in SELECTORS if row.attribute == "class")


def is_article(identifier: str | None, classes: str | None) -> bool:
    """Whether an element with these attributes holds an article by the table."""
    if identifier in _BY_ID:
        return True
    return classes is not None and not _BY_CLASS.isdisjoint(classes.split())
