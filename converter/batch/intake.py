"""From the source to the engine: what needs no conversion is told apart from what does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.batch.chunks import Item
from converter.batch.destinations import Destination
from converter.batch.documents import Document, DocumentError, Failure, Outcome, Stopped, Unusable
from converter.batch.journal import Journal
from converter.batch.sources import Source, SourceFault
from converter.batch.sources.source import damaged
from converter.system_errors import reason


def items(source: Source, destination: Destination, journal: Journal) -> Iterator[Item]:
    """The documents to convert, and the outcomes that stand without: unusable texts, and results of an earlier run.

    Raises :class:`Stopped` when the source is gone or can be read no further.
    """
    documents = _readable(source)
    met = False
    for document in documents:
        met = met or not (isinstance(document, Unusable) and document.hides_others)
        place = _place(destination, document)
        if isinstance(place, Failure):
            yield _failed(_numbered(document, journal), place)
            continue
        earlier = journal.claim(place, document.key)
        if earlier is not None and earlier != document.key and isinstance(document, Document):
            place = destination.other_place_of(document.key)
            earlier = journal.claim(place, document.key)
        if earlier is not None:
            yield _second(document, earlier)
        elif isinstance(document, Unusable):
            yield _failed(document, document.failure)
        else:
            placed = replace(document, place=place)
            yield _kept(placed, destination, journal) or placed
    if not met:
        raise Stopped(_nothing(source))


def _nothing(source: Source) -> str:
    left_out = source.left_out.said()
    return f"{source.place}: there is no text in it{f' ({left_out})' if left_out else ''}"


def _numbered(document: Document | Unusable, journal: Journal) -> Document | Unusable:
    """A document whose name can have no place; the second of that name goes by its number in the source."""
    if journal.claim(f"\0{document.key}", document.key) is None:
        return document
    return replace(document, key=f"{document.key} (text {document.index + 1} of the source)")


def still_there(source: Source) -> None:
    """Raise :class:`Stopped` when the source is gone, for then it is not its documents that are at fault."""
    if not source.place.exists():
        raise Stopped(f"{source.place}: the source is gone; bring it back and run again with --resume")


def _readable(source: Source) -> Iterator[Document | Unusable]:
    count = 0
    try:
        for document in source.documents():
            yield document
            count += 1
    except SourceFault as fault:
        raise Stopped(str(fault)) from fault
    except OSError as error:
        still_there(source)
        yield damaged(count, source.place, f"the source can be read no further ({reason(error)})")


def _place(destination: Destination, document: Document | Unusable) -> str | Failure:
    try:
        return destination.place_of(document.key)
    except DocumentError as error:
        return document.failure if isinstance(document, Unusable) else error.failure


def _failed(document: Document | Unusable, failure: Failure) -> Outcome:
    hides_others = isinstance(document, Unusable) and document.hides_others
    return Outcome(document.index, document.key, failure=failure, share=document.share, hides_others=hides_others)


def _second(document: Document | Unusable, earlier: str) -> Outcome:
    """A document whose place is taken; when even its name is, it goes by its number in the source."""
    if document.key == earlier:
        document = replace(document, key=f"{document.key} (text {document.index + 1} of the source)")
        return _failed(document, Failure("twice", f"{document.key}: another text has this name, and is the one taken"))
    return _failed(document, Failure("twice", f"{document.key}: its result would stand where that of {earlier} does"))


def _kept(document: Document, destination: Destination, journal: Journal) -> Outcome | None:
    """The outcome of an earlier run, when the document's bytes are the same and the result is still there."""
    entry = journal.known(document.key)
    if entry is None or entry.sha256 is None or entry.sha256 != document.digest():
        return None
    if not destination.holds(entry, document):
        return None
    return Outcome(
        document.index,
        document.key,
        sha256=entry.sha256,
        size=entry.size,
        result_sha256=entry.result_sha256,
        kept=True,
        share=document.share,
        place=document.place,
    )
