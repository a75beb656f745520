"""Who may ask, from where, and what every answer carries."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from converter.service.settings import LOCAL, Settings

#: What every answer carries: it is not stored, not framed, not read by other sites, its type is not guessed.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
#: The policy of answers that are no page; pages bring their own.
_POLICY = "default-src 'none'; frame-ancestors 'none'"
_COOKIE = "gongwen_token"
#: What may be asked without the token.
_OPEN = ("/health",)

Next = Callable[[Request], Awaitable[Response]]


def refusal(status: int, sentence: str) -> JSONResponse:
    """An answer of one sentence."""
    headers = {"Retry-After": "1"} if status in (429, 503) else None
    return JSONResponse({"detail": sentence}, status_code=status, headers=headers)


class Guard:
    """The middleware: tokens, hosts, other sites, headers."""

    def __init__(self, settings: Settings) -> None:
        self._token = settings.token
        self._hosts = {*LOCAL, settings.host.strip("[]")} if settings.host in LOCAL else None

    async def __call__(self, request: Request, call_next: Next) -> Response:
        response = self._refused(request) or self._signed_in(request) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not response.headers.get("content-type", "").startswith("text/html"):
            response.headers.setdefault("Content-Security-Policy", _POLICY)
        return response

    def _refused(self, request: Request) -> Response | None:
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname
        if self._hosts is not None and host not in self._hosts:
            return refusal(421, f"this service answers to {', '.join(LOCAL)}, not to {host}")
        site = request.headers.get("sec-fetch-site", "none")
        if request.method not in ("GET", "HEAD") and site not in ("none", "same-origin"):
            return refusal(403, "a page of another site may not use this service")
        if self._token is None or request.url.path in _OPEN or self._has_token(request):
            return None
        return refusal(401, "a token is needed: Authorization: Bearer …, or once /?token=… in the browser")

    def _has_token(self, request: Request) -> bool:
        assert self._token is not None
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        candidates = [given if scheme.lower() == "bearer" else "", request.cookies.get(_COOKIE, "")]
        if request.url.path == "/":
            candidates.append(request.query_params.get("token", ""))
        return any(secrets.compare_digest(one.encode(), self._token.encode()) for one in candidates)

    def _signed_in(self, request: Request) -> Response | None:
        """After ``/?token=…`` the browser remembers, and the token leaves the address."""
        if self._token is None or request.url.path != "/" or "token" not in request.query_params:
            return None
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(_COOKIE, self._token, httponly=True, samesite="strict")
        return response
