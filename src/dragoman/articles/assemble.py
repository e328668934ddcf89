"""An article out of a page laid out: its text, its spans, what was cut, and what is known of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.articles import bylines, outlet
from dragoman.articles.body import Layout, lay
from dragoman.articles.language import language_of
from dragoman.articles.metadata import canonical
from dragoman.articles.prose import is_prose, is_sentence, words
from dragoman.articles.sheet import Line, Sheet
from dragoman.articles.stamps import Stamps, stamps
from dragoman.errors import ExtractError
from dragoman.model.article import Article, Cut, Page
from dragoman.model.ids import digest
from dragoman.model.text import Span

if TYPE_CHECKING:
    from dragoman.ontology import Ontology

_PARTING = "\n\n"  # between paragraphs
_DATED = ("published", "modified")  # labels whose words are dates; an address may hold one too, of whatever
_WAY_OUT = "save the article's own page, or its text as .txt"
_LONGEST = 1_000_000  # characters; a book, not an article


@dataclass(frozen=True, slots=True)
class _Parts:
    """The article's pieces in the order of its text."""

    title: str | None
    byline: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def all(self) -> tuple[str, ...]:
        return (*((self.title,) if self.title else ()), *self.byline, *self.paragraphs)


def assemble(page: Page, sheet: Sheet, *, ontology: "Ontology | None") -> Article:
    """Return the article of a page's sheet.

    Raises:
        ExtractError: no line of the sheet is running text.
    """
    layout = lay(sheet)
    parts = _parts(sheet, layout)
    _refuse_empty(page, parts)
    text = _PARTING.join(parts.all())
    url = _url(page.url, sheet.told.url)
    name = _outlet(sheet, layout, parts, url, ontology)
    made_id = digest("url", url) if url else digest("text", name or "", text)
    paragraphs = _spans(made_id, parts.all())
    found = _stamps(sheet, layout, parts)
    return Article(
        id=made_id,
        outlet=name,
        url=url,
        title=parts.title,
        byline=_byline(sheet, layout, parts),
        published=found.published,
        modified=found.modified,
        language=language_of(_PARTING.join(parts.paragraphs), told=sheet.told.language),
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        file=page.name,
        text=text,
        cut=tuple(_cuts(sheet, layout.cut)),
        paragraphs=paragraphs,
        headline=paragraphs[0] if parts.title else None,
        body=_body(parts, paragraphs),
    )


def _parts(sheet: Sheet, layout: Layout) -> _Parts:
    def texts(places: Iterable[int]) -> tuple[str, ...]:
        return tuple(sheet.lines[place].text for place in places)

    title = sheet.told.title if layout.title is None else sheet.lines[layout.title].text
    return _Parts(title=title, byline=texts(layout.byline), paragraphs=texts(layout.paragraphs))


def _refuse_empty(page: Page, parts: _Parts) -> None:
    size = f"{len(page.content):,} bytes"
    if not any(is_sentence(paragraph) or words(paragraph) > 7 for paragraph in parts.paragraphs):
        raise ExtractError(f"{page.name}: no article text left after menus and notices were cut ({size}); {_WAY_OUT}")
    length = sum(map(len, parts.paragraphs))
    if length > _LONGEST:
        raise ExtractError(
            f"{page.name}: {length:,} characters of text, over the limit of {_LONGEST:,} for one article"
        )


def _spans(article: str, pieces: tuple[str, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = 0
    for piece in pieces:
        spans.append(Span(article, at, at + len(piece)))
        at += len(piece) + len(_PARTING)
    return tuple(spans)


def _url(fetched: str | None, told: str | None) -> str | None:
    """Return the address an article is known by: the one its page tells, unless that is of another site.

    A page that was fetched and names another site's address is a copy, and an article of its own.
    """
    if fetched is None or (told is not None and _host(told) == _host(fetched)):
        return told
    return canonical(fetched) or fetched


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("amp.").removeprefix("m.")


def _lead(parts: _Parts) -> int:
    """Return the paragraph where running text begins: the one with a dateline, for standfirsts come before it."""
    dated = (place for place, text in enumerate(parts.paragraphs[:3]) if 0 < outlet.body_offset(text) < len(text))
    prose = (place for place, text in enumerate(parts.paragraphs) if is_prose(text) or is_sentence(text))
    return next(dated, next(prose, 0))


def _body(parts: _Parts, spans: tuple[Span, ...]) -> int:
    """Return where running text begins: past title, byline, standfirst, the outlet's name and the dateline."""
    lead = _lead(parts)
    return spans[len(spans) - len(parts.paragraphs) + lead].start + outlet.body_offset(parts.paragraphs[lead])


def _outlet(sheet: Sheet, layout: Layout, parts: _Parts, url: str | None, ontology: "Ontology | None") -> str | None:
    cut = [(sheet.lines[place].text, why) for place, why in layout.cut]
    named = sheet.told.outlet
    lead = outlet.prefix(parts.paragraphs[_lead(parts)])
    known = ontology.outlets.at(url) if ontology is not None and url else None
    return (
        named
        or (lead[0] if lead else None)
        or (known.name if known else None)
        or outlet.of_copyright(text for text, why in cut if why in ("copyright", "footer"))
        or next((text for text, why in cut if why == "navigation" and outlet.looks_like_one(text)), None)
    )


def _byline(sheet: Sheet, layout: Layout, parts: _Parts) -> tuple[str, ...]:
    told = tuple(name for words in sheet.told.byline for name in bylines.names_of(words))
    if told:
        return told
    lines = [name for line in parts.byline for name in bylines.in_line(line) or bylines.is_bare(line)]
    cut = [(sheet.lines[place].text, why) for place, why in layout.cut]
    stamps = [name for text, why in cut if why == "stamp" for name in bylines.in_stamp(text)]
    credits = [name for text, why in cut if why == "credits" for name in bylines.credited(text)]
    return tuple(dict.fromkeys(lines or stamps or credits))


def _stamps(sheet: Sheet, layout: Layout, parts: _Parts) -> Stamps:
    stamped = [sheet.lines[place] for place, why in layout.cut if why == "stamp" or sheet.lines[place].label in _DATED]
    lines = [line.text for line in stamped]
    return stamps(sheet.told, [*lines, *parts.byline], parts.paragraphs[_lead(parts)])


def _cuts(sheet: Sheet, cut: tuple[tuple[int, str], ...]) -> Iterable[Cut]:
    """Join neighbouring lines that were cut for one reason."""
    run: list[Line] = []
    reason, before = "", -2
    for place, why in cut:
        if run and (why != reason or any(line.text for line in sheet.lines[before + 1 : place])):
            yield _cut(sheet, run, reason)
            run = []
        run.append(sheet.lines[place])
        reason, before = why, place
    if run:
        yield _cut(sheet, run, reason)


def _cut(sheet: Sheet, run: list[Line], why: str) -> Cut:
    start, end = run[0].start, run[-1].end
    return Cut(start=start, end=end, text=sheet.text[start:end], why=why)
