"""The kernel for engines that speak Arrow: RecordBatch to RecordBatch, as Ray Data, Spark and Dask hand them over.

A batch has the columns ``key`` (string) and ``text`` (string, or the bytes of a file); where ``text`` is null, a
column ``path`` names a file to read, a column ``encoding`` may overrule the detection, and ``place`` is what the result
takes of a target. The answer has, in the same
order, the columns of :data:`ANSWER`: what failed has a ``code`` (:mod:`converter.batch.documents`) and no ``report``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from converter.batch.conversion import converting
from converter.batch.documents import Document, Failure, Limits, Outcome, Recipe, Stopped, Work
from converter.batch.extras import pyarrow
from converter.batch.pool import Pool

#: The columns of an answer: strings, but for the size in bytes.
ANSWER = ("key", "sha256", "size", "report", "code", "message", "result_sha256")
#: The code of an answer that says why no document can be converted any more.
STOPPED = "stopped"


def convert_batch(batch: Any, recipe: Recipe | None = None) -> Any:
    """Convert a ``pyarrow.RecordBatch`` (or ``Table``) in this process, without limits of time or memory."""
    return _answer(map(converting(recipe or Recipe()), documents_of(batch)))


def convert_batches(batches: Iterable[Any], recipe: Recipe | None = None) -> Iterator[Any]:
    """:func:`convert_batch` over an iterator of batches, as ``mapInArrow`` of Spark wants it."""
    for batch in batches:
        yield convert_batch(batch, recipe)


class IsolatedKernel:
    """The kernel in a process of its own, which a document may take with it: what it costs is that document."""

    def __init__(self, work: Work, limits: Limits) -> None:
        self._pool = Pool(work, 1, limits)

    def __call__(self, batch: Any) -> Any:
        """Convert a batch, to a ``Table``; its only row has the code ``stopped`` when nothing can be converted."""
        table = pyarrow("the Arrow kernel").Table.from_batches
        documents = documents_of(batch)
        try:
            outcomes = {outcome.index: outcome for outcome in self._pool.run(iter(documents))}
        except Stopped as stopped:
            return table([_rows([(None, None, 0, None, STOPPED, str(stopped), None)])])
        return table([_answer(outcomes[document.index] for document in documents)])


def documents_of(batch: Any) -> list[Document]:
    """The rows of a batch as documents, numbered from 0."""
    columns = [name for name in ("key", "text", "path", "encoding", "place") if name in batch.schema.names]
    return [_document(index, row) for index, row in enumerate(batch.select(columns).to_pylist())]


def batch_of(documents: list[Document]) -> Any:
    """Documents as a ``pyarrow.Table``."""
    arrow = pyarrow("Ray")
    columns = {
        "key": arrow.array([document.key for document in documents], arrow.string()),
        "text": arrow.array([document.data for document in documents], arrow.large_binary()),
        "path": arrow.array([None if document.path is None else str(document.path) for document in documents]),
        "encoding": arrow.array([document.encoding for document in documents], arrow.string()),
        "place": arrow.array([document.place for document in documents], arrow.string()),
    }
    return arrow.table(columns)


def outcomes_of(answer: Any, documents: dict[str, Document]) -> Iterator[Outcome]:
    """The rows of an answer as outcomes of ``documents``, by key. Raises :class:`Stopped` when a row says so."""
    for row in answer.to_pylist():
        if row["code"] == STOPPED:
            raise Stopped(row["message"])
        document = documents[row["key"]]
        yield Outcome(
            document.index,
            document.key,
            sha256=row["sha256"],
            size=row["size"],
            result=None if row["report"] is None else row["report"].encode(),
            failure=None if row["code"] is None else Failure(row["code"], row["message"]),
            share=document.share,
            result_sha256=row["result_sha256"],
            place=document.place,
        )


def _document(index: int, row: dict[str, Any]) -> Document:
    text, path, encoding, place = row["text"], row.get("path"), row.get("encoding"), row.get("place")
    if isinstance(text, str):
        text, encoding = text.encode("utf-8", "surrogatepass"), "utf-8"
    return Document(index, row["key"], Path(path) if path else None, text, encoding, place=place)


def _answer(outcomes: Iterable[Outcome]) -> Any:
    return _rows(
        (
            outcome.key,
            outcome.sha256,
            outcome.size,
            None if outcome.result is None else outcome.result.decode(),
            outcome.failure.code if outcome.failure else None,
            outcome.failure.message if outcome.failure else None,
            outcome.result_sha256,
        )
        for outcome in outcomes
    )


def _rows(rows: Iterable[tuple[Any, ...]]) -> Any:
    arrow = pyarrow("the Arrow kernel")
    columns = list(zip(*rows, strict=True)) or [()] * len(ANSWER)
    types = [arrow.int64() if name == "size" else arrow.string() for name in ANSWER]
    arrays = [arrow.array(column, kind) for column, kind in zip(columns, types, strict=True)]
    return arrow.RecordBatch.from_arrays(arrays, names=list(ANSWER))
