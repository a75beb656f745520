"""The kernel for other engines gives what the pool gives."""

from __future__ import annotations

from pathlib import Path

import pyarrow

from converter import from_json, from_xml, parse, to_json
from converter.batch.arrow import ANSWER, IsolatedKernel, batch_of, convert_batch, convert_batches, outcomes_of
from converter.batch.documents import Document, Limits, Recipe
from tests.batch.poison import poisoned
from tests.batch.texts import report


def test_a_batch_of_strings_becomes_a_batch_of_reports() -> None:
    batch = pyarrow.RecordBatch.from_pydict({"key": ["a", "b"], "text": [report(1), report(2)], "other": [1, 2]})
    answer = convert_batch(batch)
    assert isinstance(answer, pyarrow.RecordBatch)
    assert tuple(answer.schema.names) == ANSWER
    assert answer["key"].to_pylist() == ["a", "b"]
    assert [row.encode() for row in answer["report"].to_pylist()] == [
        to_json(parse(report(number), name=name)) for number, name in ((1, "a"), (2, "b"))
    ]
    assert answer["code"].to_pylist() == [None, None]


def test_bytes_are_decoded_and_what_is_no_text_has_a_code(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(report(3).encode())
    rows = {
        "key": ["a", "b", "c"],
        "text": [report(1).encode("gb18030"), b"\x89PNG\r\n\x1a\n", None],
        "path": [None, None, str(path)],
    }
    (answer,) = convert_batches([pyarrow.RecordBatch.from_pydict(rows)], Recipe(syntax="xml"))
    first, second, third = answer.to_pylist()
    assert from_xml(first["report"]).source.encoding == "gb18030"
    assert (second["code"], second["report"]) == ("not_text", None)
    assert second["message"].startswith("b: ")
    assert from_xml(third["report"]).source.name == "c"


def test_an_empty_batch_gives_an_empty_batch() -> None:
    batch = pyarrow.RecordBatch.from_pydict({"key": pyarrow.array([], "string"), "text": pyarrow.array([], "string")})
    assert convert_batch(batch).num_rows == 0
    assert tuple(convert_batch(batch).schema.names) == ANSWER


def test_the_isolated_kernel_survives_a_poison() -> None:
    documents = [
        Document(7, "a", data=report(1).encode()),
        Document(9, "b", data=b"kill\n"),
        Document(11, "c", data=b""),
    ]
    answer = IsolatedKernel(poisoned, Limits())(batch_of(documents))
    outcomes = list(outcomes_of(answer, {document.key: document for document in documents}))
    assert [outcome.index for outcome in outcomes] == [7, 9, 11]
    assert [outcome.failure and outcome.failure.code for outcome in outcomes] == [None, "killed", "not_text"]
    assert outcomes[0].result is not None
    assert from_json(outcomes[0].result).source.name == "a"
