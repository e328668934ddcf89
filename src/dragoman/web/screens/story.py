"""A story, and its accounts side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.web.screens.asked import Draw, Name

router = APIRouter()


@router.get("/story/{id}", summary="A story: established, disputed, who said what")
def story(request: Request, pages: Draw, id: str) -> Response:
    """Return one story."""
    return pages.show(request, "story.html", lambda screens: screens.story(id))


@router.get("/story/{id}/compare", summary="The compare grid: propositions by outlets")
def compare(
    request: Request,
    pages: Draw,
    id: str,
    differences: bool = False,
    sector: Name = "",
    outlet: Annotated[list[str] | None, Query(max_length=100)] = None,
) -> Response:
    """Return what each outlet of a story says of each proposition."""
    chosen = tuple(name for name in outlet or () if name)
    return pages.show(
        request,
        "compare.html",
        lambda screens: screens.compare(id, differences=differences, sector=sector or None, outlets=chosen),
        more={"chosen": chosen, "differences": differences, "sector": sector},
    )
