"""The application: HTTP for machines, pages for people, the workers behind both."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response

from converter.batch.documents import Outcome
from converter.exports.registry import EXPORTS, NAMES, export_for
from converter.service.guarding import Guard, refusal
from converter.service.settings import Settings
from converter.service.shelf import Kept, Shelf
from converter.service.tasks import Task
from converter.service.workers import Refused, Workers
from converter.version import __version__
from converter.view.report_page import as_script, rendered
from converter.view.words import words

#: The status of HTTP for what may be wrong with a text; all else is 422.
_STATUS = {"fault": 500, "too_large": 413, "unreadable": 422}
#: A body that is a file, in the description of the interface.
_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"},
                "example": "政府工作报告\n\n各位代表：\n\n一、2024年工作安排\n\n全年地区生产总值增长6.5%左右。\n",
            }
        },
    }
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": meaning,
        "content": {"application/json": {"example": {"detail": "one sentence"}}},
    }
    for status, meaning in {
        413: "The file is larger than allowed.",
        422: "The file cannot be read; the sentence says why.",
        429: "Too many requests wait already; try again after Retry-After.",
        503: "It took too long or too much memory, or the process that worked on it ended.",
    }.items()
}
_Name = Annotated[str, Query(description="What the file is called; kept as source.name.", max_length=300)]
_Encoding = Annotated[str | None, Query(description="The encoding of a plain text, when it is not found right.")]

_At = Annotated[str | None, Query(description="LINE or LINE:COLUMN.", pattern="^[0-9]{1,9}(:[0-9]{1,9})?$")]


class _Asked(Exception):
    """An answer other than the result: its status and one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def create_app(settings: Settings) -> FastAPI:
    """The application for ``settings``; each has its own workers and its own shelf."""
    workers = Workers(settings)
    shelf = Shelf(settings.kept_bytes, settings.folder)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield
        workers.close()

    app = FastAPI(
        title="gongwen",
        version=__version__,
        description="Structured documents out of Chinese government reports. A file goes in as the body of a request.",
        docs_url=None,
        redoc_url=None,
        lifespan=living,
    )
    app.middleware("http")(Guard(settings))
    app.exception_handler(_Asked)(_answered)
    app.exception_handler(Refused)(_answered)
    app.exception_handler(RequestValidationError)(_not_as_described)
    _add_machines(app, workers, settings)
    _add_people(app, workers, shelf, settings)
    return app


async def _answered(_: Request, error: Any) -> Response:
    return refusal(error.status, str(error))


async def _not_as_described(_: Request, error: Any) -> Response:
    first = error.errors()[0]
    return refusal(422, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")


async def _body(request: Request, limit: int) -> bytes:
    """The body, of at most ``limit`` bytes; more is not read."""
    sentence = f"the file is larger than {limit >> 20} MiB, the most this service takes"
    stated = request.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > limit:
        raise _Asked(413, sentence)
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > limit:
            raise _Asked(413, sentence)
        pieces.append(piece)
    if not size:
        raise _Asked(422, "the request has no body; send the file as the body")
    return b"".join(pieces)


def _result(outcome: Outcome) -> bytes:
    if outcome.failure is not None:
        raise _Asked(_STATUS.get(outcome.failure.code, 422), outcome.failure.message)
    assert outcome.result is not None
    return outcome.result


def _attachment(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}


def _add_machines(app: FastAPI, workers: Workers, settings: Settings) -> None:
    async def done(request: Request, operation: str, name: str, **options: str | None) -> bytes:
        data = await _body(request, settings.max_bytes)
        given = {key: value for key, value in options.items() if value is not None}
        return _result(await workers.run(Task(0, name, data=data, operation=operation, options=given)))

    @app.post("/convert", responses=_REFUSALS, openapi_extra=_FILE, response_class=Response)
    async def convert(
        request: Request,
        to: Annotated[Literal[NAMES], Query(description="The format of the answer.")] = "json",  # type: ignore[valid-type]
        name: _Name = "",
        encoding: _Encoding = None,
        edition: Annotated[Literal["full", "public"], Query(description="public leaves the paid parts out.")] = "full",
    ) -> Response:
        """A report out of a text, a document, or a report in JSON or XML, in any format."""
        result = await done(request, "convert", name, to=to, encoding=encoding, edition=edition)
        return Response(result, media_type=export_for(to, None).media_type)

    @app.post("/validate", responses=_REFUSALS, openapi_extra=_FILE, response_class=Response)
    async def validate(request: Request, name: _Name = "") -> Response:
        """Whether a report in JSON or XML is right; each finding has its code, its place and a sentence."""
        return Response(await done(request, "validate", name), media_type="application/json")

    @app.post("/targets", responses=_REFUSALS, openapi_extra=_FILE, response_class=Response)
    async def targets(
        request: Request, to: Literal["jsonl", "csv"] = "jsonl", name: _Name = "", encoding: _Encoding = None
    ) -> Response:
        """The table of targets of a text, document or report."""
        media_type = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}[to]
        return Response(await done(request, "targets", name, to=to, encoding=encoding), media_type=media_type)

    @app.post("/explain", responses=_REFUSALS, openapi_extra=_FILE, response_class=Response)
    async def explain(request: Request, at: _At = None, name: _Name = "", encoding: _Encoding = None) -> Response:
        """Why a place of a text or document is a heading, a node or a target, or none; else the narrow decisions."""
        return Response(await done(request, "explain", name, at=at, encoding=encoding), media_type="application/json")

    @app.get("/schema/{kind}", response_class=Response)
    async def schema(kind: Literal["json", "xsd", "corrections"]) -> Response:
        """The published schemas: the JSON Schema and the XSD of a report, the JSON Schema of corrections."""
        from converter.formats.schema import schema as published

        media_type = "application/xml" if kind == "xsd" else "application/schema+json"
        return Response(published(kind), media_type=media_type)

    @app.get("/health")
    async def health() -> dict[str, str]:
        """That the service is there, and its version."""
        return {"status": "ok", "version": __version__}


def _add_people(app: FastAPI, workers: Workers, shelf: Shelf, settings: Settings) -> None:
    def kept(key: str) -> Kept:
        found = shelf.get(key)
        if found is None:
            raise _Asked(404, "this report is not kept any more; drop its file again")
        return found

    async def done(key: str, operation: str, **options: str) -> bytes:
        one = kept(key)
        task = Task(0, one.name, data=one.data, operation=operation, options=options, said=one.corrections)
        return _result(await workers.run(task))

    @app.get("/", include_in_schema=False)
    async def home() -> Response:
        page = rendered("home", connects=True, words=words(), data=as_script({"words": words()}))
        return Response(page, media_type="text/html; charset=utf-8")

    @app.post("/reports", include_in_schema=False)
    async def drop(request: Request, name: _Name = "report.txt") -> Response:
        data = await _body(request, settings.max_bytes)
        key = shelf.put(name, data)
        try:
            facts = json.loads(await done(key, "data"))
        except (_Asked, Refused):
            shelf.drop(key)
            raise
        said = {name: facts[name] for name in ("title", "meta")}
        counts = {name: len(facts[name]) for name in ("nodes", "targets")}
        warnings = sum(one["severity"] != "info" for one in facts["diagnostics"])
        return JSONResponse({"href": f"/reports/{key}", **said, **counts, "warnings": warnings}, status_code=201)

    @app.get("/reports/{key}", include_in_schema=False)
    async def page(key: str) -> Response:
        address = f"/reports/{key}"
        downloads = {row.suffixes[0][1:]: f"{address}/files/{row.suffixes[0][1:]}" for row in EXPORTS}
        addresses = {"correct": f"{address}/corrections", "explain": f"{address}/explain", "downloads": downloads}
        served = json.dumps(addresses)
        return Response(await done(key, "page", served=served, up="/"), media_type="text/html; charset=utf-8")

    @app.post("/reports/{key}/corrections", include_in_schema=False)
    async def correct(request: Request, key: str) -> Response:
        one = kept(key)
        before, one.corrections = one.corrections, await _body(request, settings.max_bytes)
        try:
            fresh = await done(key, "data")
        except (_Asked, Refused):
            one.corrections = before
            raise
        stem = one.name.rpartition(".")[0] or one.name
        shelf.save(key, f"{stem}.corrections.json", one.corrections)
        return Response(fresh, media_type="application/json")

    @app.get("/reports/{key}/explain", include_in_schema=False)
    async def why(key: str, at: _At = None) -> Response:
        return Response(await done(key, "explain", at=at or ""), media_type="application/json")

    @app.get("/reports/{key}/files/{suffix}", include_in_schema=False)
    async def download(key: str, suffix: str) -> Response:
        row = next((row for row in EXPORTS if row.suffixes[0] == f".{suffix}"), None)
        if row is None:
            raise _Asked(404, f"there is no format .{suffix}")
        stem = kept(key).name.rpartition(".")[0] or "report"
        result = await done(key, "convert", to=row.name, file=f"report{row.suffixes[0]}")
        shelf.save(key, f"{stem}{row.suffixes[0]}", result)
        return Response(result, media_type=row.media_type, headers=_attachment(f"{stem}{row.suffixes[0]}"))
