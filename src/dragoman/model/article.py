"""What an outlet put before its readers, and when."""

from dataclasses import dataclass

from dragoman.model.terms import StampBasis
from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as fetched, with where from.

    ``name`` is what messages and exports call it: a file's path relative to what the user named, or an address.
    """

    name: str
    content: bytes
    media_type: str | None = None  # "text/html", "text/plain"; None: to be guessed from the bytes and the name
    url: str | None = None  # canonical address, where one is known


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a text was published or last changed, and how we know.

    ``earliest`` and ``latest`` are ISO days that bound it; None: not known. ``because`` is for a reader to check.
    """

    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: StampBasis
    text: str | None = None  # the words as printed, where it was printed
    because: str | None = None


UNDATED = Stamp(edtf=None, earliest=None, latest=None, basis="unknown", because="no date in the page or its text")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the page that is not the article: menus, counters, forms, notices."""

    start: int  # offset into the page's decoded text (for HTML: into its visible text), code points
    end: int
    text: str
    why: str  # "share", "comments", "counter", "stamp", "copyright", "contact", "navigation", "duplicate title", ...


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text after chrome is cut; the text never changes.

    The text is the title, the byline and the paragraphs as they stand in the page, paragraphs parted by a blank line.
    """

    id: str
    outlet: str | None
    url: str | None
    title: str | None
    byline: tuple[str, ...]
    published: Stamp
    modified: Stamp | None
    language: str  # ISO 639-1; "und" when it could not be told
    sha256: str  # of ``text`` in UTF-8
    file: str | None  # Page.name: as seen from the folder that was named, else the file's own; no path of a machine
    text: str
    cut: tuple[Cut, ...] = ()
    paragraphs: tuple[Span, ...] = ()  # title, byline lines and headings are paragraphs of their own
    headline: Span | None = None  # the title where it stands in the text
    body: int = 0  # offset where running text begins: after headline, byline and dateline
