"""Who may look, what a page may load, and which forms are ours."""

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.web.options import Options

Message = MutableMapping[str, Any]  # as ASGI has it
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
TOKEN, FORM = "dragoman_token", "dragoman_form"  # cookies
LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")


class SafeHeaders:
    """Puts the headers on every answer."""

    def __init__(self, app: App) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, safe)


class Guard:
    """Lets in who asks by a name of this machine, or who has the token, and no form larger than allowed."""

    def __init__(self, app: App, options: Options, refuse: Callable[[Request, int, str], Any]) -> None:
        """Take what answers, the options, and what tells a visitor that something is refused."""
        self._app, self._options, self._refuse = app, options, refuse

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused:
            await self._refuse(Request(scope), *refused)(scope, receive, send)
        elif self._brings_token(scope):
            await self._enter(scope, send)
        else:
            await self._app(scope, _limited(receive, self._options.largest), send)

    def _refused(self, scope: Message) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        name = urlsplit(f"//{headers.get('host', '')}").hostname
        if self._options.local and name not in LOCAL_NAMES:  # another site's name that was pointed at this machine
            return 421, f"this record is served to this machine only; open http://127.0.0.1:{self._options.port}/"
        if int(headers.get("content-length") or 0) > self._options.largest:
            return 413, f"that is more than {self._options.largest:,} bytes; `dragoman read FILE` takes it"
        if self._options.token and not self._has_token(headers) and not self._brings_token(scope):
            return 401, "open the address that `dragoman serve` printed when it was started: it has the token in it"
        return None

    def _has_token(self, headers: Headers) -> bool:
        held = SimpleCookie(headers.get("cookie", "")).get(TOKEN)
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        return self._same(held.value if held else "") or self._same(bearer)

    def _brings_token(self, scope: Message) -> bool:
        brought = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        return self._options.token is not None and self._same(brought)

    def _same(self, brought: str) -> bool:
        return hmac.compare_digest(brought.encode(), (self._options.token or "").encode())

    async def _enter(self, scope: Message, send: Send) -> None:
        """Keep the token in a cookie, and lead to the same page without it in the address."""
        query = parse_qs(scope["query_string"].decode("latin-1"))
        query.pop("token")
        rest = f"?{urlencode(query, doseq=True)}" if query else ""
        headers = MutableHeaders({"location": f"{scope['path']}{rest}"})
        headers.append("set-cookie", f"{TOKEN}={self._options.token}; Path=/; HttpOnly; SameSite=Strict")
        await send({"type": "http.response.start", "status": 303, "headers": headers.raw})
        await send({"type": "http.response.body", "body": b""})


def _limited(receive: Receive, largest: int) -> Receive:
    """Return what receives no more than so many bytes, whatever the length was said to be."""
    came = 0

    async def limited() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > largest:
            raise HTTPException(413, f"that is more than {largest:,} bytes; `dragoman read FILE` takes it")
        return message

    return limited


def form_cookie(request: Request) -> str:
    """Return what a browser keeps that forms are signed for, a new one where it has none."""
    return request.cookies.get(FORM) or secrets.token_hex(16)


def signed(options: Options, cookie: str) -> str:
    """Return what a form of ours carries: nobody else can make it."""
    return hmac.new(options.secret.encode(), cookie.encode(), hashlib.sha256).hexdigest()


def ours(request: Request, options: Options, carried: str) -> bool:
    """Say whether a form that came is one that we gave to this browser."""
    cookie = request.cookies.get(FORM)
    site = request.headers.get("sec-fetch-site", "same-origin")
    return (
        bool(cookie) and site in ("same-origin", "none") and hmac.compare_digest(signed(options, cookie or ""), carried)
    )
