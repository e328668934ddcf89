"""An address on the web."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from dragoman.sources.bytes import empty, in_memory, read_pages
from dragoman.sources.kinds import Failure, File, Found, Terms, place

# what a server calls its answer, and the ending such a file has
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/json": ".json",
    "text/csv": ".csv",
}


@place("url")
class Url:
    """An address on the web; of a feed or a sitemap, the pages it names."""

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is an address."""
        return "://" in target[:20]

    def fetch(self, target: str, *, name: str, terms: Terms, kind: str | None) -> Found:
        """Return what is at the address, as a good citizen may fetch it."""
        yield from fetch_all([target], terms=terms, kind=kind)


def fetch_all(urls: Iterable[str], *, terms: Terms, kind: str | None = None) -> Found:
    """Return the pages at some addresses, in their order; hosts are asked side by side."""
    from dragoman.sources.web.client import Got
    from dragoman.sources.web.session import Session, plain

    session = terms.session or Session()
    for url, came in session.get(map(plain, urls), limit=terms.limits.page):
        if not isinstance(came, Got):
            yield Failure(url, str(came))
        elif came.content is None:
            yield Failure(url, "skipped: not changed since it was last fetched", skipped=True)
        elif not came.content.strip():
            yield empty(came.content, name=url)
        else:
            yield from read_pages(_file(url, came.url, came.content, came.media_type), terms, kind=kind)


def _file(name: str, url: str, content: bytes, media_type: str | None) -> File:
    kind = (media_type or "").partition(";")[0].strip().lower()
    # what is no page is told by its bytes and its ending; what the server calls it only matters for pages
    called = media_type if kind in ("text/html", "application/xhtml+xml", "text/plain") else None
    ending = _ENDINGS.get(kind)
    path = urlsplit(url).path
    return replace(in_memory(content, name=name), url=url, media_type=called, plain=f"page{ending}" if ending else path)
