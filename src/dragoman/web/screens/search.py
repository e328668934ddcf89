"""Search."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.web.screens.asked import Day, Draw, Name, PageNumber

router = APIRouter()
Words = Annotated[
    str, Query(max_length=500, description='All of them; "a phrase", title:word, outlet:word, -word, wor*.')
]


@router.get("/search", summary="Articles and statements by their words")
def search(
    request: Request,
    pages: Draw,
    q: Words = "",
    outlet: Name = "",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
) -> Response:
    """Return the articles and statements that have the words."""
    return pages.show(
        request,
        "search.html",
        lambda screens: screens.search(q, outlet=outlet or None, since=since or None, until=until or None, page=page),
    )
