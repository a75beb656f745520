"""The service: what machines ask of it, what it refuses, and that a lost worker costs one request."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from converter import from_json, parse
from converter.service.app import create_app
from converter.service.settings import Settings
from tests.cli.conftest import TEXT

DATA = TEXT.encode()
HOST = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(Settings(workers=1, max_bytes=1 << 20)), base_url=HOST) as made:
        yield made


def test_convert(client: TestClient) -> None:
    answer = client.post("/convert?name=a.txt", content=DATA)
    assert from_json(answer.content) == parse(DATA, name="a.txt")
    assert answer.headers["content-type"] == "application/json"
    again = client.post("/convert?to=markdown", content=answer.content)
    assert again.text.startswith('<a id="front.p1"></a>')


def test_validate_targets_schema_health(client: TestClient) -> None:
    report = client.post("/convert?name=a.txt", content=DATA).content
    assert client.post("/validate", content=report).json() == {"accepted": True, "findings": []}
    assert not client.post("/validate", content=report.replace(b'"level":1', b'"level":2')).json()["accepted"]
    rows = client.post("/targets?name=a.txt", content=DATA).text.splitlines()
    assert [json.loads(row)["indicator"] for row in rows] == ["地区生产总值", "城镇新增就业"]
    explained = client.post("/explain?at=11", content=DATA).json()
    assert explained["stands_in"] == ["s1"]
    assert client.post("/explain?at=eleven", content=DATA).status_code == 422
    assert client.post("/explain?at=999", content=DATA).json()["detail"].startswith("the text has ")
    assert client.get("/schema/corrections").json()["$id"] == "urn:gongwen:corrections:1.0"
    assert client.get("/health").json()["status"] == "ok"


def test_interface_is_described_with_examples(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) == {
        "/convert",
        "/validate",
        "/targets",
        "/explain",
        "/schema/{kind}",
        "/health",
    }
    assert "example" in described["paths"]["/convert"]["post"]["requestBody"]["content"]["application/octet-stream"]


@pytest.mark.parametrize(
    ("path", "content", "status", "sentence"),
    [
        ("/convert", b"", 422, "the request has no body"),
        ("/convert?name=x.bin", bytes(range(256)) * 9, 422, "x.bin: "),
        ("/convert?to=pdf", DATA, 422, "query.to: "),
        ("/convert", b"x" * ((1 << 20) + 1), 413, "the file is larger than 1 MiB"),
        ("/validate", b"{", 200, ""),
        ("/reports/nobody/corrections", b"{}", 404, "this report is not kept any more"),
    ],
)
def test_refusals_are_one_sentence(client: TestClient, path: str, content: bytes, status: int, sentence: str) -> None:
    answer = client.post(path, content=content)
    assert answer.status_code == status
    assert sentence in answer.text
    assert "Traceback" not in answer.text


def test_every_answer_is_guarded(client: TestClient) -> None:
    for answer in (client.get("/"), client.get("/health"), client.post("/convert", content=b"")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers
    assert client.get("/health", headers={"host": "example.org"}).status_code == 421
    assert client.post("/convert", content=DATA, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_page_is_corrected(client: TestClient) -> None:
    dropped = client.post("/reports?name=a.txt", content=DATA).json()
    assert (dropped["title"], dropped["targets"]) == ("政府工作报告", 2)
    page = client.get(dropped["href"])
    assert "connect-src &#39;self&#39;" in page.text
    place = TEXT.index("（二）架好桥")
    said = {
        "schema_version": "1.0",
        "source": {"sha256": None},
        "corrections": [{"op": "no_node", "span": [place, place + 1]}],
    }
    fresh = client.post(f"{dropped['href']}/corrections", content=json.dumps(said)).json()
    assert [one["status"] for one in fresh["corrections"]] == ["applied"]
    assert client.post(f"{dropped['href']}/corrections", content=b"[]").status_code == 422
    kept = client.get(f"{dropped['href']}/files/json")
    assert len(from_json(kept.content).sections[0].subsections) == 1
    assert "attachment" in kept.headers["content-disposition"]


def test_token() -> None:
    with TestClient(create_app(Settings(host="0.0.0.0", token="open-sesame")), base_url=HOST) as client:
        assert client.get("/").status_code == 401
        assert client.get("/health").status_code == 200
        assert client.post("/convert", content=DATA, headers={"authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/openapi.json", headers={"authorization": "Bearer open-sesame"}).status_code == 200
        signed = client.get("/?token=open-sesame")
        assert (signed.status_code, str(signed.url)) == (200, f"{HOST}/")


def test_folder_keeps_what_is_dropped_and_nothing_is_kept_without(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(workers=1, folder=tmp_path)), base_url=HOST) as client:
        client.post("/reports?name=../../a.txt", content=DATA)
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["a.txt"]
    assert [path.read_bytes() for path in tmp_path.glob("*/a.txt")] == [DATA]


def test_what_takes_too_long_costs_itself_only() -> None:
    with TestClient(create_app(Settings(workers=1, seconds=0.01)), base_url=HOST) as client:
        slow = client.post("/convert", content=DATA * 200)
        assert (slow.status_code, slow.headers["retry-after"]) == (503, "1")
        assert "not done within 0.01 s" in slow.json()["detail"]
        assert client.get("/health").status_code == 200


def test_worker_that_is_killed_costs_one_request_at_most(client: TestClient) -> None:
    assert client.post("/convert", content=DATA).status_code == 200
    for child in _children(os.getpid()):
        os.kill(child, signal.SIGKILL)
    answers = [client.post("/convert", content=DATA).status_code for _ in range(3)]
    assert answers.count(200) >= 2


def _children(root: int) -> list[int]:
    """The processes that came out of the pool's server process, below ``root``."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    direct = {pid for pid, parent in parents.items() if parent == root}
    return [pid for pid, parent in parents.items() if parent in direct]
