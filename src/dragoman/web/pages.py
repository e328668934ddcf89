"""Drawing a screen: as a page, or as its twin in JSON."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

import dragoman
from dragoman.web import charts
from dragoman.web.options import Options
from dragoman.web.safety import FORM, form_cookie, signed

if TYPE_CHECKING:
    from dragoman.views.screens import Screens

# What turns the order of what follows, or is no letter at all: shown, never obeyed. CVE-2021-42574
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MARKS = {
    "●": ("corroborated", "corroborated: independent origins"),
    "=": ("agreed", "agreed: several outlets, origin unknown"),
    "○": ("one", "one origin"),
    "∑": ("sums", "arithmetic"),
    "≠": ("differs", "the accounts differ"),
    "!": ("stronger", "the word is stronger than the act"),
    "?": ("unheld", "not held as fact"),
    "": ("none", ""),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
HOWS = {"asserts": "●", "attributes": "↪", "denies": "✗", "differs": "≠", "silent": "·"}


class Pages:
    """Draws the screens of one record.

    Args:
        options: which record, and what may be done to it.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("dragoman.web"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_visible,
        )
        self._templates.globals |= {
            "marks": MARKS,
            "hows": HOWS,
            "charts": charts,
            "version": dragoman.__version__,
            "read_only": options.read_only,
            "actor_link": lambda id: f"/actor/{quote(id)}",
        }

        self._templates.filters["day"] = day

    def show(
        self,
        request: Request,
        template: str,
        look: "Callable[[Screens], Any]",
        more: Mapping[str, object] | None = None,
    ) -> Response:
        """Return the page of a screen, or its data where JSON is asked for.

        Args:
            request: what was asked.
            template: which page.
            look: what gives the screen's data.
            more: what the page needs to know that is no part of the data.
        """
        with dragoman.open(self.options.record, create=False) as held:
            shown, foot = look(held.screens), held.screens.foot()
        if wants_json(request):
            return JSONResponse({"shown": asdict(shown), "foot": asdict(foot)})
        return self.page(request, template, {"shown": shown, "foot": foot, **(more or {})})

    def page(self, request: Request, template: str, what: Mapping[str, object], *, status: int = 200) -> Response:
        """Return a page; a browser that may send forms gets what they are signed for."""
        cookie = form_cookie(request)
        path = request.url.path
        known = {
            "path": path,
            "twin": f"{quote(path.rstrip('/') or '/today')}.json",
            "address": address(request),
            "signature": signed(self.options, cookie),
        }
        html = self._templates.get_template(template).render({**known, **what})
        answer = HTMLResponse(html, status)
        if FORM not in request.cookies and not self.options.read_only:
            answer.set_cookie(FORM, cookie, httponly=True, samesite="strict")
        return answer


def wants_json(request: Request) -> bool:
    """Say whether the twin is asked for: by ``.json`` after the address, or by what is accepted."""
    accepts = request.headers.get("accept", "")
    return bool(request.scope.get("twin")) or ("application/json" in accepts and "text/html" not in accepts)


def address(request: Request) -> Callable[..., str]:
    """Return what makes the address of this page with some of its query changed; None takes a part out."""

    def changed(path: str | None = None, **parts: object) -> str:
        query: Mapping[str, object] = {**request.query_params, **parts}
        kept = {key: value for key, value in query.items() if value not in (None, "", 1)}
        return (path or quote(request.url.path)) + (f"?{urlencode(kept)}" if kept else "")

    return changed


def day(edtf: str) -> str:
    """Return a day as words: 21 May 2025; anything coarser as it is written."""
    parts = edtf.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return edtf
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def _visible(value: object) -> object:
    """Return text in which what a browser would act on is made visible."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return ACTIVE.sub("\N{REPLACEMENT CHARACTER}", value)
    return value
