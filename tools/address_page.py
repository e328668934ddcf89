"""The reference page of the addresses that ``dragoman serve`` answers to, from what the program says of itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from page_parts import code, page, table

from dragoman.web.app import create
from dragoman.web.options import Options

INTRO = (
    "What `dragoman serve` answers to; [how to serve a record](../how-to/serve.md) says how to start it. The address "
    "of a page holds all of its state. With `.json` after the path (`/today.json` for `/`), or where JSON is accepted "
    "and HTML is not, it gives the data of the page: an object with `shown`, what the page shows, and `foot`, what was "
    "not read. `/openapi.json` has the same as a description for programs."
)


def addresses() -> str:
    """Return the page."""
    described = create(Options(Path("dragoman.db"))).openapi()["paths"]
    rows = [
        (code(f"{method.upper()} {path}"), told["summary"], ", ".join(_asked(told)))
        for path, methods in described.items()
        for method, told in methods.items()
    ]
    return page("Addresses", INTRO, table(("address", "what it shows", "what may be asked"), rows))


def _asked(told: dict[str, Any]) -> Iterator[str]:
    for parameter in told.get("parameters", ()):
        if parameter["in"] == "query":
            description = parameter.get("description") or parameter["schema"].get("description")
            yield code(parameter["name"]) + (f" ({description.rstrip('.')})" if description else "")
