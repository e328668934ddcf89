"""What was read, what was not, how good we are; and adding something to read."""

from collections.abc import AsyncIterator

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile

from dragoman.web import quality
from dragoman.web.adding import Added, Adding, file, pasted
from dragoman.web.safety import ours
from dragoman.web.screens.asked import Draw

router = APIRouter()
FILES = 200  # that one form may bring


@router.get("/sources", summary="What was read, what was not and why, and the runs")
def sources(request: Request, pages: Draw) -> Response:
    """Return what came in, and what became of it."""
    more = {"quality": quality.tables(), "largest": pages.options.largest}
    return pages.show(request, "sources.html", lambda screens: screens.sources(), more=more)


@router.get("/reading/{number}", summary="How far the reading of something added is")
def reading(request: Request, pages: Draw, number: int) -> Response:
    """Return a reading; its page asks again by itself until it is done."""
    shown = _adding(request).shown(number)
    if shown is None:
        raise HTTPException(404, "there is no such reading, or it was long ago")
    return pages.show(request, "reading.html", lambda screens: shown)


@router.post("/sources", summary="Add files, a text or an address", status_code=303)
async def add(request: Request, pages: Draw) -> Response:
    """Have what a form brings read, and lead to the page that shows how far it is."""
    if pages.options.read_only:
        raise HTTPException(403, "these pages are read only; start `dragoman serve` without --read-only")
    async with request.form(max_files=FILES, max_fields=10, max_part_size=pages.options.largest) as form:
        if not ours(request, pages.options, str(form.get("signature", ""))):
            raise HTTPException(403, "the form is none of this page's, or an old one; load the page again")
        things = [thing async for thing in _things(form)]
    if not things:
        raise HTTPException(400, "nothing was added: choose a file, paste a text, or give an address")
    return RedirectResponse(f"/reading/{_adding(request).add(things)}", 303)


async def _things(form: FormData) -> AsyncIterator[Added]:
    """Yield what a form brings."""
    for sent in form.getlist("files"):
        if isinstance(sent, UploadFile) and sent.filename:
            yield file(sent.filename, await sent.read())
    text, address = str(form.get("text", "")).strip(), str(form.get("address", "")).strip()
    if text:
        yield pasted(text)
    if address:
        if not address.startswith(("http://", "https://")):
            raise HTTPException(400, f"{address!r} is no address; one begins with https://")
        yield Added(address, None)


def _adding(request: Request) -> Adding:
    adding: Adding = request.app.state.adding
    return adding
