"""From the source to the engine: what needs no conversion is told apart from what does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.batch.chunks import Item
from converter.batch.destinations import Destination
from converter.batch.documents import Document, DocumentError, Failure, Outcome, Stopped, Unusable, reason
from converter.batch.journal import Journal
from converter.batch.sources import Source, SourceFault


def items(source: Source, destination: Destination, journal: Journal) -> Iterator[Item]:
    """The documents to convert, and the outcomes that stand without: unusable texts, and results of an earlier run.

    Raises :class:`Stopped` when the source is gone or can be read no further.
    """
    documents = _readable(source)
    met = False
    for document in documents:
        met = True
        place = _place(destination, document)
        if isinstance(place, Failure):
            yield _failed(document, place)
            continue
        earlier = journal.claim(place, document.key)
        if earlier is not None:
            yield _second(document, earlier)
        elif isinstance(document, Unusable):
            yield _failed(document, document.failure)
        else:
            yield _kept(document, destination, journal) or document
    if not met:
        raise Stopped(f"{source.place}: there is no text in it")


def still_there(source: Source) -> None:
    """Raise :class:`Stopped` when the source is gone, for then it is not its documents that are at fault."""
    if not source.place.exists():
        raise Stopped(f"{source.place}: the source is gone; bring it back and run again with --resume")


def _readable(source: Source) -> Iterator[Document | Unusable]:
    try:
        yield from source.documents()
    except SourceFault as fault:
        raise Stopped(str(fault)) from fault
    except OSError as error:
        still_there(source)
        raise Stopped(f"{source.place}: the source can be read no further ({reason(error)})") from error


def _place(destination: Destination, document: Document | Unusable) -> str | Failure:
    try:
        return destination.place_of(document.key)
    except DocumentError as error:
        return document.failure if isinstance(document, Unusable) else error.failure


def _failed(document: Document | Unusable, failure: Failure) -> Outcome:
    return Outcome(document.index, document.key, failure=failure, share=document.share)


def _second(document: Document | Unusable, earlier: str) -> Outcome:
    """A document whose place is taken; when even its name is, it goes by its number in the source."""
    if document.key == earlier:
        document = replace(document, key=f"{document.key} (text {document.index + 1} of the source)")
        return _failed(document, Failure("twice", f"{document.key}: another text has this name, and is the one taken"))
    return _failed(document, Failure("twice", f"{document.key}: its result would stand where that of {earlier} does"))


def _kept(document: Document, destination: Destination, journal: Journal) -> Outcome | None:
    """The outcome of an earlier run, when the document's bytes are the same and the result is still there."""
    entry = journal.known(document.key)
    if entry is None or entry.sha256 is None or not destination.holds(entry) or entry.sha256 != document.digest():
        return None
    return Outcome(document.index, document.key, sha256=entry.sha256, size=entry.size, kept=True, share=document.share)
