"""A PDF: communiqués, gazettes and printed newspapers come that way."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

from dragoman.sources.bytes import whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.piece import Piece

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGES = 200  # a longer one is a book
_SECONDS = 60  # a page of drawings may take one; a file made to take for ever is given up
_LETTERS = 20  # on a page, in the mean; fewer are those a scanner's program put there
_SHORT = 0.75  # of the width of a column; a line that ends before does so because the paragraph does
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
_WAY_OUT = "save its text as .txt"


@source("pdf")
class Pdf:
    """A PDF document with its text in it; the last change it tells bounds the day it was published."""

    suffixes: tuple[str, ...] = (".pdf",)

    def fits(self, head: bytes) -> Fit:
        """Say whether the sign of a PDF stands in the first bytes; some have a line before it."""
        return 2 if b"%PDF-" in head[:1024] and (head.startswith(b"%PDF-") or not head.lstrip().startswith(b"<")) else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the document as one page."""
        content = whole(file, limit=terms.limits.packed)
        made = content if isinstance(content, Failure) else _piece(content, file.name)
        yield made if isinstance(made, Failure) else made.page(file.name)


def _piece(content: bytes, name: str) -> Piece | Failure:
    from pypdf import PdfReader

    _hush()
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Failure(name, f"locked with a password; unlock it, or {_WAY_OUT}")
        count = len(reader.pages)
        if not count:
            return Failure(name, f"a PDF without pages; {_WAY_OUT}")
        if count > _PAGES:
            return Failure(name, f"{count:,} pages, over the limit of {_PAGES}; {_WAY_OUT}, the article alone")
        printed = _printed(reader)
        info = _told(reader)
    except Exception as error:  # what a malformed file makes the library stumble over has no common name
        return Failure(name, f"a broken PDF: {' '.join(str(error).split())[:120] or type(error).__name__}; {_WAY_OUT}")
    if printed is None:
        return Failure(name, f"not read within {_SECONDS} seconds; {_WAY_OUT}")
    if sum(len(page) for page in printed) < _LETTERS * count:
        return Failure(name, f"{count} pages without text: a scan? `ocrmypdf` puts the text in")
    title, modified = info
    text = "\n\n".join(_paragraphs(_without_margins(printed)))
    head = " ".join(printed[0][:2000].split())
    # what made the file often puts its own name there: only a title that is printed is one
    return Piece(text=text, title=title if title and title in head else None, modified=modified)


def _printed(reader: "PdfReader") -> list[str] | None:
    """Return the text of each page; None: it takes too long."""
    end = monotonic() + _SECONDS
    pages: list[str] = []
    for page in reader.pages:
        if monotonic() > end:
            return None
        pages.append(page.extract_text())
    return pages


def _told(reader: "PdfReader") -> tuple[str | None, str | None]:
    """Return the title and the day of the last change that the file tells."""
    told = reader.metadata
    if told is None:
        return None, None
    try:
        day = told.modification_date or told.creation_date
    except ValueError:
        day = None
    return " ".join((told.title or "").split()) or None, day.date().isoformat() if day else None


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join lines, also over the edge of a page, to paragraphs: one ends at an empty line, or at a short one."""
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    run: list[str] = []
    for line in [*lines, ""]:
        if line:
            run.append(line)
        if run and len(line) < _SHORT * width:
            yield " ".join(_HYPHEN.sub("", "\n".join(run)).split())
            run = []


def _without_margins(pages: list[str]) -> list[str]:
    """Return the lines without what comes again at the top or the foot of each page: a title, a number."""
    lines = [[line.strip() for line in page.splitlines()] for page in pages]
    edges = Counter(line for page in lines for line in {*page[:2], *page[-2:]} if line)
    again = {line for line, count in edges.items() if count >= 3 and count * 2 >= len(pages)}
    return [line for page in lines for line in page if line not in again and not _NUMBER.match(line)]


@cache
def _hush() -> None:
    """Keep the library's warnings off stderr: there each page has one line and no more."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
