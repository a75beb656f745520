"""Web pages saved as one file (.mhtml, .mht): a message whose parts are the page and what belongs to it (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.bounds import MAX_PARTS
from converter.readers.html.decoding import decoded
from converter.readers.html.reading import read_pages

#: Pages of one message that are looked at: frames have a page each.
_MOST_PAGES = 20


def read(data: bytes) -> Projected:
    """The projected text of the page in a message and the facts it states. Raises :class:`ReaderError`."""
    pages: list[str] = []
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for number, part in enumerate(message.walk()):
            if number > MAX_PARTS:
                break
            if part.get_content_type() in ("text/html", "application/xhtml+xml") and len(pages) < _MOST_PAGES:
                pages.append(_page(part))
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError) as error:
        raise ReaderError("the message is broken; save the page again from the browser") from error
    if not pages:
        raise ReaderError("the message holds no web page; save the page again from the browser")
    return read_pages(pages, "mhtml", "multipart/related")


def _page(part: Message) -> str:
    content = part.get_payload(decode=True)
    return decoded(content, part.get_content_charset()) if isinstance(content, bytes) else ""
