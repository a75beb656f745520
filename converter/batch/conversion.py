"""The kernel: one document to one outcome. Every engine runs this, and nothing else, on each document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from converter.batch.checking import json_conforms, xml_conforms
from converter.batch.documents import Document, DocumentError, Failure, Outcome, Recipe, Work, sha256
from converter.edition import public
from converter.formats.json_format import to_json
from converter.formats.xml_writer import to_xml
from converter.model import Report
from converter.model.corrections import CorrectionSet
from converter.model.errors import FormatError
from converter.pipeline import parse
from converter.source import SourceError

#: How a report is written, and how the result is checked.
_SYNTAXES: dict[str, tuple[Callable[[Report], bytes], Callable[[bytes], bool]]] = {
    "json": (to_json, json_conforms),
    "xml": (to_xml, xml_conforms),
}


def converting(recipe: Recipe) -> Work:
    """The kernel for ``recipe``, to be sent to other processes."""
    return partial(convert, recipe)


def convert(recipe: Recipe, document: Document) -> Outcome:
    """Convert ``document``; whatever is wrong with it is in the outcome.

    ``source.name`` of the result is the document's key. ``MemoryError`` goes through: its process is not to be trusted.
    """
    digest = None
    try:
        data = document.read()
        said = document.corrections()
        digest = sha256(data + (said or b""))
        result = _written(recipe, document, data, said)
    except MemoryError:
        raise
    except DocumentError as error:
        return _failed(document, digest, error.failure)
    except SourceError as error:
        sentence = str(error)
        named = sentence if sentence.startswith(f"{document.key}: ") else f"{document.key}: {sentence}"
        return _failed(document, digest, Failure("not_text", named))
    except Exception as error:
        fault = f"a fault of gongwen itself, not of the text ({type(error).__name__}: {error}); please report it"
        return _failed(document, digest, Failure("fault", f"{document.key}: {fault}"))
    return Outcome(
        document.index,
        document.key,
        sha256=digest,
        size=len(result),
        result=result,
        share=document.share,
        result_sha256=sha256(result),
        place=document.place,
    )


def _failed(document: Document, digest: str | None, failure: Failure) -> Outcome:
    return Outcome(
        document.index, document.key, sha256=digest, failure=failure, share=document.share, place=document.place
    )


def _corrections(document: Document, said: bytes | None) -> CorrectionSet | None:
    if said is None:
        return None
    from converter.formats.corrections_file import read_corrections

    try:
        return read_corrections(said)
    except FormatError as error:
        raise DocumentError("unreadable", f"{document.key}: its corrections: {error}") from error


def _written(recipe: Recipe, document: Document, data: bytes, said: bytes | None) -> bytes:
    report = parse(
        data, name=document.key, encoding=document.encoding or recipe.encoding, corrections=_corrections(document, said)
    )
    if recipe.edition == "public":
        report = public(report)
    write, conforms = _SYNTAXES[recipe.syntax]
    result = write(report)
    if recipe.check and not conforms(result):
        fault = "the result does not conform to the published schema, a fault of gongwen itself; please report it"
        raise DocumentError("invalid", f"{document.key}: {fault}")
    return result
