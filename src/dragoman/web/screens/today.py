"""Today: the stories, the newest first."""

from fastapi import APIRouter, Request, Response

from dragoman.web.screens.asked import Day, Draw, Name, PageNumber

router = APIRouter()


@router.get("/", summary="The stories, the newest first")
def today(
    request: Request,
    pages: Draw,
    actor: Name = "",
    sector: Name = "",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
) -> Response:
    """Return the stories that name an actor, touch a sector, or fall in a stretch of time."""
    return pages.show(
        request,
        "today.html",
        lambda screens: screens.today(
            actor=actor or None, sector=sector or None, since=since or None, until=until or None, page=page
        ),
    )
