"""What an address may ask, as several screens ask it."""

from typing import Annotated

from fastapi import Depends, Query, Request

from dragoman.web.pages import Pages


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


Draw = Annotated[Pages, Depends(_pages)]
Day = Annotated[
    str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="A day, such as 2025-05-21.", examples=["2025-05-21"])
]
Name = Annotated[str, Query(max_length=300)]
PageNumber = Annotated[int, Query(ge=1, le=100_000, description="Which page of the list.")]
