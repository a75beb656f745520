"""Documents in chunks: what one worker gets at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.batch.documents import Document, Outcome

#: What goes through an engine: a document to convert, or an outcome that stands already.
Item = Document | Outcome

#: A chunk takes a worker about a tenth of a second: enough to hide the pipe, little enough to share out evenly.
CHUNK_DOCUMENTS = 16
CHUNK_BYTES = 1 << 20


def chunked(items: Iterable[Item], documents: int = CHUNK_DOCUMENTS, size: int = CHUNK_BYTES) -> Iterator[list[Item]]:
    """``items`` in lists of at most ``documents``, which are closed when their texts have ``size`` bytes."""
    chunk: list[Item] = []
    held = 0
    for item in items:
        chunk.append(item)
        if isinstance(item, Document) and item.data is not None:
            held += len(item.data)
        if len(chunk) >= documents or held >= size:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk
