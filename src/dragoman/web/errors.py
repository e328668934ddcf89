"""What a visitor is told when something goes wrong: what it was, and how to go on."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from dragoman.errors import ConfigError, DragomanError, RecordError, UnknownName
from dragoman.web.pages import Pages, wants_json

log = logging.getLogger(__name__)

TITLES = {
    400: "That was not understood", 401: "A token is wanted", 403: "That is not allowed", 404: "There is no such page",
    405: "That is not done here", 413: "That is too large", 421: "Not by this name", 422: "That was not understood",
    503: "The record cannot be read",
}  # fmt: skip


def install(app: FastAPI, pages: Pages) -> None:
    """Let every error be told as a page."""

    @app.exception_handler(DragomanError)
    def ours(request: Request, error: DragomanError) -> Response:
        status = 404 if isinstance(error, UnknownName) else 503 if isinstance(error, RecordError | ConfigError) else 400
        return told(pages, request, status, str(error))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        why = (
            "the address leads nowhere; the first page lists the stories" if error.status_code == 404 else error.detail
        )
        return told(pages, request, error.status_code, why)

    @app.exception_handler(RequestValidationError)
    def unclear(request: Request, error: RequestValidationError) -> Response:
        wrong = "; ".join(f"{fault['loc'][-1]}: {fault['msg'].lower()}" for fault in error.errors())
        return told(pages, request, 422, wrong)

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        log.error("%s", request.url.path, exc_info=error)
        why = "a fault of the program, which the terminal that serves this page tells more of; the record is as it was"
        return told(pages, request, 500, why)


def told(pages: Pages, request: Request, status: int, why: str) -> Response:
    """Return the page that says what went wrong."""
    title = TITLES.get(status, "Something went wrong")
    if wants_json(request):
        return JSONResponse({"error": title, "why": why}, status)
    return pages.page(request, "error.html", {"title": title, "why": why, "foot": None}, status=status)
