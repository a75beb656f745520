"""What a worker of the service does: one request, in a process of its own, from bytes to bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from converter.batch.documents import Document, DocumentError, Failure, Outcome
from converter.model import Report
from converter.model.errors import FormatError, GongwenError


@dataclass(frozen=True, slots=True)
class Task(Document):
    """A request: the bytes and their name (``key``), what is to be done, the options of that, corrections."""

    operation: str = "convert"
    options: dict[str, str] = field(default_factory=dict)
    said: bytes | None = None


def perform(document: Document) -> Outcome:
    """Do what the task says; what is wrong with it is the failure of the outcome, one sentence."""
    assert isinstance(document, Task)
    try:
        result = OPERATIONS[document.operation](document)
    except MemoryError:
        raise
    except (GongwenError, ValueError) as error:
        return Outcome(document.index, document.key, failure=Failure("not_text", str(error)))
    except DocumentError as error:
        return Outcome(document.index, document.key, failure=error.failure)
    except Exception as error:
        fault = f"a fault of gongwen itself, not of the input ({type(error).__name__}: {error}); please report it"
        return Outcome(document.index, document.key, failure=Failure("fault", fault))
    return Outcome(document.index, document.key, size=len(result), result=result)


def _report(task: Task) -> Report:
    from converter.formats.corrections_file import read_corrections
    from converter.opening import open_report

    said = read_corrections(task.said) if task.said is not None else None
    return open_report(task.read(), task.key or None, task.options.get("encoding"), said)


def _convert(task: Task) -> bytes:
    from converter.edition import public
    from converter.exports.registry import export_for

    report = _report(task)
    if task.options.get("edition") == "public" and report.edition.kind == "full":
        report = public(report)
    return b"".join(export_for(task.options["to"], task.options.get("file")).write(report))


def _validate(task: Task) -> bytes:
    from dataclasses import asdict
    from json import dumps

    from converter.validation import validate

    findings = validate(task.read())
    accepted = not any(finding.severity == "error" for finding in findings)
    return dumps({"accepted": accepted, "findings": list(map(asdict, findings))}, ensure_ascii=False).encode()


def _targets(task: Task) -> bytes:
    import io

    from converter.formats.tables import write_table

    out = io.BytesIO()
    write_table([_report(task)], task.options["to"], out)
    return out.getvalue()


def _explain(task: Task) -> bytes:
    from dataclasses import asdict
    from json import dumps

    from converter.explanation import explain

    line, _, column = task.options.get("at", "").partition(":")
    place = (int(line), int(column) if column else None) if line else None
    found = explain(task.read(), place, task.key or None, task.options.get("encoding"))
    return dumps(asdict(found), ensure_ascii=False).encode()


def _page(task: Task) -> bytes:
    from json import loads

    from converter.view import page

    return page(_report(task), served=loads(task.options["served"]), up=task.options.get("up"))


def _data(task: Task) -> bytes:
    from json import dumps

    from converter.view.report_data import page_data
    from converter.view.words import notices

    return dumps({**page_data(_report(task)), "notices": notices()}, ensure_ascii=False).encode()


#: What a task may ask for.
OPERATIONS: dict[str, Callable[[Task], bytes]] = {
    "convert": _convert,
    "validate": _validate,
    "targets": _targets,
    "explain": _explain,
    "page": _page,
    "data": _data,
}

__all__ = ["FormatError", "Task", "perform"]
