"""One page in a file: plain text, Markdown or HTML."""

from pathlib import PurePosixPath

from dragoman.model.article import Page
from dragoman.sources.bytes import binary, whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source

_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
_HTML = (b"<!doctype html", b"<html")
_WAY_OUT = "save its text as .txt or .html"


@source("page")
class PageFile:
    """A file that is one page."""

    suffixes = tuple(sorted(_TYPES))

    def fits(self, head: bytes) -> Fit:
        """Any text may be a page, and one that begins as HTML is."""
        if _is_html(head):
            return 2
        return 0 if binary(head) or head.lstrip()[:1] in b"{[" else 1

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the page."""
        content = whole(file, limit=terms.limits.page)
        if isinstance(content, Failure):
            yield content
            return
        what = binary(content)
        if what is not None:
            yield Failure(file.name, f"{what}, not text; {_WAY_OUT}")
            return
        yield Page(file.name, content, file.media_type or media_type(file.told_by, content), file.url)


def media_type(name: str, content: bytes) -> str | None:
    """Return the type the name's suffix tells, unless the bytes say that "page.txt" is a saved HTML page."""
    by_name = _TYPES.get(PurePosixPath(name).suffix.lower())
    return "text/html" if by_name == "text/plain" and _is_html(content[:512]) else by_name


def _is_html(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML)
