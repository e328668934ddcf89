"""The agreements, and one of them."""

from fastapi import APIRouter, Request, Response

from dragoman.web.screens.asked import Draw, PageNumber

router = APIRouter()


@router.get("/agreements", summary="The agreements, those most told of first")
def agreements(request: Request, pages: Draw, page: PageNumber = 1) -> Response:
    """Return a page of the agreements."""
    return pages.show(request, "agreements.html", lambda screens: screens.agreements(page))


@router.get("/agreement/{id}", summary="An agreement: how far each party has come, steps, provisions, votes")
def agreement(request: Request, pages: Draw, id: str) -> Response:
    """Return one agreement."""
    return pages.show(request, "agreement.html", lambda screens: screens.agreement(id))
