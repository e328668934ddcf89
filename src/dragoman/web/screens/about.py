"""What the marks mean, and which keys there are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response

from dragoman.web.pages import MARKS
from dragoman.web.screens.asked import Draw

if TYPE_CHECKING:
    from dragoman.views.screens import Screens

router = APIRouter()


@dataclass(frozen=True, slots=True)
class About:
    """The marks, each with what it says."""

    marks: tuple[tuple[str, str], ...]


@router.get("/about", summary="What the marks mean, and which keys there are")
def about(request: Request, pages: Draw) -> Response:
    """Return what a reader of the pages must know."""
    return pages.show(request, "about.html", _about)


def _about(screens: "Screens") -> About:
    return About(tuple((mark, words) for mark, (_, words) in MARKS.items() if mark))
