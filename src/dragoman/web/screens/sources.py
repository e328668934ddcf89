"""What was read, what was not, and how good we are."""

from fastapi import APIRouter, Request, Response

from dragoman.web.screens.asked import Draw

router = APIRouter()


@router.get("/sources", summary="What was read, what was not and why, and the runs")
def sources(request: Request, pages: Draw) -> Response:
    """Return what came in, and what became of it."""
    return pages.show(request, "sources.html", lambda screens: screens.sources())
