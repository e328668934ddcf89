"""Search: articles and statements by their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.derived import Statement, Story
from dragoman.record import Record
from dragoman.record.lookup import END, HIT
from dragoman.views.screens.story import title_of

ON_A_PAGE = 20
FIELDS = ("title", "outlet", "text")
TERM = re.compile(r'(?P<no>-)?(?:(?P<field>title|outlet|text):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """What is looked for."""

    words: str = ""
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a snippet; ``hit``: it was looked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that has the words."""

    id: str
    title: str
    outlet: str
    day: str | None
    story: str | None
    snippet: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that has the words."""

    id: str
    speaker: str
    snippet: tuple[Bit, ...]
    article: str
    outlet: str
    start: int


@dataclass(frozen=True, slots=True)
class SearchScreen:
    """What was found."""

    asked: SearchAsked
    articles: tuple[ArticleHit, ...]
    statements: tuple[StatementHit, ...]
    further: bool
    outlets: tuple[str, ...]


def search_screen(record: Record, asked: SearchAsked) -> SearchScreen:
    """Return the articles and statements that have all the words asked for."""
    words = query(asked.words)
    outlets = tuple(o.name for o in record.outlet_counts() if o.name)
    if not words:
        return SearchScreen(asked, (), (), False, outlets)
    skip = (asked.page - 1) * ON_A_PAGE
    matches = record.search(
        words,
        table="articles",
        outlet=asked.outlet,
        since=asked.since,
        until=asked.until,
        most=ON_A_PAGE + 1,
        skip=skip,
    )
    said = () if asked.outlet or asked.page > 1 else record.search(words, table="statements", most=ON_A_PAGE)
    return SearchScreen(
        asked=asked,
        articles=tuple(_article(record, m.id, m.snippet) for m in matches[:ON_A_PAGE]),
        statements=tuple(hit for m in said for hit in _statement(record, m.id, m.snippet)),
        further=len(matches) > ON_A_PAGE,
        outlets=outlets,
    )


def query(words: str) -> str | None:
    """Return what a user typed as a query of FTS5; None where nothing is left to look for.

    Words all have to be there; "two words" is a phrase, title:word asks a field, -word must not be there, and a word
    that ends in * begins others. Everything is quoted, so that no word of it is taken for an operator.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in TERM.finditer(words):
        text = term["phrase"] if term["phrase"] is not None else term["word"].rstrip("*")
        bare = " ".join(re.findall(r"\w+", text))
        if bare:
            open_end = "*" if term["word"] and term["word"].endswith("*") else ""
            field = f"{term['field']} : " if term["field"] else ""
            (unwanted if term["no"] else wanted).append(f'{field}"{bare}"{open_end}')
    if not wanted:
        return None
    return " ".join(["(" + " AND ".join(f"({w})" for w in wanted) + ")", *(f"NOT ({w})" for w in unwanted)])


def bits(snippet: str) -> tuple[Bit, ...]:
    """Return a snippet in stretches, those that were looked for told from the rest."""
    return tuple(_bits(snippet))


def _bits(snippet: str) -> Iterator[Bit]:
    for number, part in enumerate(re.split(f"[{HIT}{END}]", snippet)):
        if part:
            yield Bit(part, number % 2 == 1)


def _article(record: Record, id: str, snippet: str) -> ArticleHit:
    article: Article = record.article(id)
    stories = record.naming(Story, id)
    return ArticleHit(
        id=id,
        title=title_of(article),
        outlet=article.outlet or article.file or id,
        day=article.published.earliest,
        story=stories[0].id if stories else None,
        snippet=bits(snippet),
    )


def _statement(record: Record, id: str, snippet: str) -> Iterator[StatementHit]:
    for statement in record.rows_of(Statement, (id,)):
        for report in record.reports_with(statement.reports[:1]):
            article = record.article(report.article)
            sentence = record.sentence(report.evidence[0].span)
            outlet = article.outlet or article.file or article.id
            yield StatementHit(id, statement.speaker, bits(snippet), article.id, outlet, sentence.start)
