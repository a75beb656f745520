"""One report as one self-contained page: no request to anywhere, and a policy that would forbid it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from converter.model import Report
from converter.templates import environment
from converter.view.report_data import page_data
from converter.view.words import notices, sentences, words

#: What would end a script element early, or begin a comment in it.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(report: Report, *, served: Mapping[str, str] | None = None, up: str | None = None) -> bytes:
    """The page of ``report``, in UTF-8.

    ``served`` holds the addresses of the service that shows it (none: the page is a file), ``up`` the page over all.
    """
    spoken = {"words": words(), "sentences": sentences(), "notices": _used_notices(report)}
    data = {**page_data(report), **spoken, "served": served or {}}
    return rendered("view", title=data["title"], data=as_script(data), up=up, connects=bool(served))


def rendered(name: str, *, connects: bool = False, **context: Any) -> bytes:
    """The template ``name`` with its style and its script, and a policy that allows these and nothing else."""
    templates = environment()
    style = templates.get_template(f"{name}.css").render()
    script = templates.get_template(f"{name}.js").render()
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        f"connect-src {chr(39)}{'self' if connects else 'none'}{chr(39)}; base-uri 'none'; form-action 'none'"
    )
    html = templates.get_template(f"{name}.html.j2").render(style=style, script=script, policy=policy, **context)
    return html.encode("utf-8", "replace")


def as_script(data: Any) -> str:
    """``data`` as JSON that may stand in a script element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        written = written.replace(sign, escape)
    return written


def _hash(content: str) -> str:
    """``sha256-…`` (CSP Level 3 §2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _used_notices(report: Report) -> dict[str, dict[str, str]]:
    codes = {diagnostic.code for diagnostic in report.diagnostics}
    return {code: said for code, said in notices().items() if code in codes}
