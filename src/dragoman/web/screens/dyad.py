"""What is between two actors."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.web.screens.asked import Draw

router = APIRouter()
Id = Annotated[str, Query(min_length=1, max_length=300, description="An actor's id, such as IRN.")]


@router.get("/dyad", summary="Two actors: what holds between them, what happened, what they say")
def dyad(request: Request, pages: Draw, one: Id, other: Id) -> Response:
    """Return what is between two actors."""
    return pages.show(request, "dyad.html", lambda screens: screens.dyad(one, other))
