"""The actors, and one of them."""

from fastapi import APIRouter, Request, Response

from dragoman.web.screens.asked import Draw, Name

router = APIRouter()


@router.get("/actors", summary="The actors that most articles name")
def actors(request: Request, pages: Draw, kind: Name = "") -> Response:
    """Return the actors, of one kind or of all."""
    return pages.show(request, "actors.html", lambda screens: screens.actors(kind or None))


@router.get("/actor/{id:path}", summary="An actor: what holds, what happened, agreements, statements")
def actor(request: Request, pages: Draw, id: str) -> Response:
    """Return one actor."""
    return pages.show(request, "actor.html", lambda screens: screens.actor(id))
