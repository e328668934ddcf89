"""From a page to an article: chrome cut and kept apart, title, byline, outlet and dates with how we know them."""

from typing import TYPE_CHECKING

from dragoman.articles.assemble import assemble
from dragoman.articles.decoding import decode, is_markup
from dragoman.articles.sheet import Sheet
from dragoman.errors import ExtractError
from dragoman.model.article import Article, Page

if TYPE_CHECKING:
    from dragoman.ontology import Ontology

__all__ = ["extract"]

# characters; longer than any paragraph printed, and each rule looks at a line more than once
_LONGEST_LINE = 100_000
_LONGEST_TEXT = 2_000_000
_LONGEST_MARKUP = 10_000_000  # scripts and styles make most of it
_MOST_LINES = 20_000
_EMPTY = "save the article again, or leave the file out"
_WAY_OUT = "put each article in a file of its own, each paragraph on a line"


def extract(page: Page, *, ontology: "Ontology | None" = None) -> Article:
    """Return the article of a page.

    Args:
        ontology: knows outlets by their web address; without it, an address names no outlet.

    Raises:
        ExtractError: the bytes are no text, or nothing is left when menus and notices are cut.
    """
    text = decode(page)
    if not text.strip():
        raise ExtractError(f"{page.name}: no text ({len(page.content):,} bytes of white space); {_EMPTY}")
    limit = _LONGEST_MARKUP if is_markup(page) else _LONGEST_TEXT
    if len(text) > limit:
        raise ExtractError(f"{page.name}: {len(text):,} characters, over the limit of {limit:,} for one article")
    return assemble(page, _sheet(page, text), ontology=ontology)


def _sheet(page: Page, text: str) -> Sheet:
    if is_markup(page):
        from dragoman.articles import markup

        return markup.sheet(page, text)
    if page.media_type == "application/json":
        from dragoman.articles import structured

        return structured.sheet(page, text)
    from dragoman.articles import plain

    _refuse_binary(page, text)
    _refuse_long_lines(page, text)
    return plain.sheet(text, markdown=page.media_type == "text/markdown")


def _refuse_binary(page: Page, text: str) -> None:
    if "\x00" in text:
        raise ExtractError(f"{page.name}: binary, not text (a zero byte at offset {text.index(chr(0)):,})")


def _refuse_long_lines(page: Page, text: str) -> None:
    from dragoman.articles import plain

    lines = plain.lines_of(text)
    if len(lines) > _MOST_LINES:
        raise ExtractError(
            f"{page.name}: {len(lines):,} lines, over the limit of {_MOST_LINES:,} for one article; {_WAY_OUT}"
        )
    number, longest = max(enumerate(map(len, lines), start=1), key=lambda numbered: numbered[1])
    if longest > _LONGEST_LINE:
        raise ExtractError(
            f"{page.name}: line {number:,} is {longest:,} characters long, "
            f"over the limit of {_LONGEST_LINE:,}; {_WAY_OUT}"
        )
