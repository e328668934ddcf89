"""A web page saved by a browser with all that belongs to it, in one file."""

from dragoman.model.article import Page
from dragoman.sources.bytes import whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.letter import content_of, message_of


@source("mhtml")
class SavedPage:
    """A page saved as MHTML; its address comes with it, its pictures are left."""

    suffixes: tuple[str, ...] = (".mhtml", ".mht")

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins as a browser's saved page does."""
        lowered = head.lower()
        return 2 if b"snapshot-content-location:" in lowered and b"multipart/related" in lowered else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the page: the first part that is HTML."""
        content = whole(file, limit=terms.limits.packed)
        if isinstance(content, Failure):
            yield content
            return
        message = message_of(content)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        if part is None:
            yield Failure(file.name, "no page in it; save the page again, as .html")
            return
        address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
        url = address if address.startswith(("http://", "https://")) else None
        made = content_of(part).encode("utf-8", errors="replace")
        if len(made) > terms.limits.page:
            yield Failure(file.name, f"{len(made):,} bytes, over the limit of {terms.limits.page:,} bytes for one page")
            return
        yield Page(file.name, made, "text/html; charset=utf-8", url)
