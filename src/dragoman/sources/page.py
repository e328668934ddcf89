"""One page in a file: plain text, Markdown or HTML."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.model.article import Page
from dragoman.sources.bytes import read_file
from dragoman.sources.kinds import Failure, Limits, source

_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}


@source("page")
class PageFile:
    """A file that is one page."""

    suffixes = tuple(sorted(_TYPES))

    def claims(self, target: str) -> bool:
        """Any file the user names is tried as a page; what its bytes are decides."""
        path = Path(target)
        return path.exists() and not path.is_dir()

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return the page."""
        content = read_file(Path(target), name=name, limit=limits.page)
        if isinstance(content, Failure):
            yield content
            return
        yield Page(name=name, content=content, media_type=media_type(name, content))


def media_type(name: str, content: bytes) -> str | None:
    """Return the type the name's suffix tells, unless the bytes say that "page.txt" is a saved HTML page."""
    by_name = _TYPES.get(Path(name).suffix.lower())
    head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if by_name == "text/plain" and head.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return by_name
