"""An article with all that was read from it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.web.screens.asked import Draw

router = APIRouter()
FIRST_SHOWN = ("events", "agreements", "votes", "statements")


@router.get("/article/{id}", summary="An article, its text marked with what was read from it")
def article(
    request: Request, pages: Draw, id: str, show: Annotated[list[str] | None, Query(max_length=20)] = None
) -> Response:
    """Return one article; ``show`` names the kinds of highlight that are on."""
    return pages.show(
        request,
        "article.html",
        lambda screens: screens.article(id),
        more={"on": FIRST_SHOWN if show is None else tuple(show)},
    )
