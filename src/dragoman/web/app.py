"""The application: its pages, in the order a visitor meets them, and what guards them."""

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

import dragoman
from dragoman.web import errors
from dragoman.web.adding import Adding
from dragoman.web.options import Options
from dragoman.web.pages import Pages
from dragoman.web.safety import Guard, SafeHeaders
from dragoman.web.screens import (
    about,
    actor,
    agreement,
    article,
    dyad,
    explain,
    findings,
    search,
    sources,
    story,
    today,
)
from dragoman.web.twins import Twins

SCREENS = (today, story, article, agreement, actor, dyad, findings, search, sources, explain, about)
STATIC = Path(__file__).parent / "static"


def create(options: Options) -> FastAPI:
    """Return the application that serves a record."""
    app = FastAPI(title="Dragoman", version=dragoman.__version__, docs_url=None, redoc_url=None)
    pages = Pages(options)
    app.state.pages = pages
    app.state.adding = Adding(options.record)
    for screen in SCREENS:
        app.include_router(screen.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app, pages)
    # the last that is added is the first that is asked
    app.add_middleware(Twins)
    app.add_middleware(Guard, options=options, refuse=_refusing(pages))
    app.add_middleware(SafeHeaders)
    return app


def _refusing(pages: Pages) -> Callable[[Request, int, str], Response]:
    def refuse(request: Request, status: int, why: str) -> Response:
        return errors.told(pages, request, status, why)

    return refuse
