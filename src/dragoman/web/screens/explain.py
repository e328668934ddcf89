"""How something came into the record."""

from fastapi import APIRouter, Request, Response

from dragoman.web.screens.asked import Draw

router = APIRouter()


@router.get("/explain/{id:path}", summary="The rule, the words and the way that led to anything in the record")
def explain(request: Request, pages: Draw, id: str) -> Response:
    """Return the explanation of an id."""
    return pages.show(request, "explain.html", lambda screens: screens.explain(id))
