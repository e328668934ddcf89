"""The inbox of findings."""

from fastapi import APIRouter, Request, Response

from dragoman.web.screens.asked import Draw, Name, PageNumber

router = APIRouter()


@router.get("/findings", summary="What comparison shows, the gravest first")
def findings(
    request: Request, pages: Draw, kind: Name = "", severity: Name = "", story: Name = "", page: PageNumber = 1
) -> Response:
    """Return findings; without a severity, warnings and notices, with "all" every one."""
    return pages.show(
        request,
        "findings.html",
        lambda screens: screens.findings(kind=kind or None, severity=severity or None, story=story or None, page=page),
    )
