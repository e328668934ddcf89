"""An article: its text with what was read from it, each record tied to its sentence."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.article import Article, Cut, Stamp
from dragoman.model.derived import Agreement, Assessment, Event, Relation, Statement, Story, Vote
from dragoman.model.report import Report
from dragoman.model.text import Evidence, Span
from dragoman.record import Record
from dragoman.views.phrasing import HELD, Phrasing
from dragoman.views.screens.reports import phrase
from dragoman.views.screens.story import title_of

# what can be switched on in the text
KINDS = ("actors", "events", "agreements", "votes", "relations", "statements", "views", "numbers", "dates")
KIND_OF = {
    "event": "events", "step": "agreements", "provision": "agreements", "vote": "votes", "relation": "relations",
    "statement": "statements", "assessment": "views",
}  # fmt: skip
FOUNDED = Event | Agreement | Vote | Relation | Statement | Assessment  # on reports


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence that is marked in one way throughout."""

    text: str
    kinds: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the text; ``start`` is its anchor on the page."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and what it is: headline, byline or text."""

    role: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a report is part of: a derived row."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Read:
    """One report that was read from the article."""

    id: str
    kind: str
    shown_as: str  # the kind of highlight
    text: str
    stance: str | None
    held: str  # the stance in words
    recency: str
    chain: tuple[str, ...]
    rule: str
    start: int  # of the sentence it stands in
    words: tuple[Evidence, ...]
    unknown: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ArticleScreen:
    """One article with all that was read from it."""

    id: str
    title: str
    outlet: str | None
    byline: tuple[str, ...]
    url: str | None
    file: str | None
    language: str
    published: Stamp
    modified: Stamp | None
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    reports: tuple[Read, ...]
    kinds: tuple[tuple[str, int], ...]  # those there are, with how many reports
    cut: tuple[Cut, ...]
    stories: tuple[tuple[str, str], ...]  # id and title


def article_screen(record: Record, id: str) -> ArticleScreen:
    """Return an article.

    Raises:
        UnknownName: there is none of this id.
    """
    article = record.article(record.current(id))
    reports = record.reports_of((article.id,))
    sentences = record.sentences(article.id)
    read = sorted(_read(record, reports, sentences), key=lambda r: (r.start, r.kind, r.id))
    rank = {r.id: number for number, r in enumerate(read)}
    marked = [(kind, e.span, r.id) for r in reports for e in r.evidence if (kind := _kind(r, e))]
    marked.sort(key=lambda m: rank[m[2]])
    counts = {kind: len({r for k, _, r in marked if k == kind}) for kind in KINDS}
    return ArticleScreen(
        id=article.id,
        title=title_of(article),
        outlet=article.outlet,
        byline=article.byline,
        url=article.url,
        file=article.file,
        language=article.language,
        published=article.published,
        modified=article.modified,
        sha256=article.sha256,
        paragraphs=tuple(_paragraphs(article, sentences, marked)),
        reports=tuple(read),
        kinds=tuple((kind, count) for kind, count in counts.items() if count),
        cut=article.cut,
        stories=tuple((s.id, s.title) for s in record.naming(Story, article.id)),
    )


def _kind(report: Report, evidence: Evidence) -> str | None:
    """Return the kind of highlight for words that carry a field."""
    field = evidence.field
    if (field.startswith("roles.") and field.endswith("quantity")) or field.startswith("vote."):
        return "numbers"
    if field.startswith(("roles.", "attribution.")):
        return None if field.endswith(".cue") else "actors"
    if field.startswith("when"):
        return "dates"
    return KIND_OF[report.kind] if field.partition(".")[0] == report.kind else None


Marked = tuple[str, Span, str]  # kind, where, report


def _paragraphs(article: Article, sentences: Sequence[Span], marked: Sequence[Marked]) -> Iterator[Paragraph]:
    whole = Span(article.id, 0, len(article.text))
    for paragraph in article.paragraphs or (whole,):
        within = [s for s in sentences if paragraph.holds(s)]
        told = tuple(_sentence(article, span, marked) for span in _filled(paragraph, within))
        yield Paragraph(_role(article, paragraph), told)


def _role(article: Article, paragraph: Span) -> str:
    if article.headline and article.headline.touches(paragraph):
        return "headline"
    if paragraph.end <= article.body:
        return "byline"
    return "text"


def _filled(paragraph: Span, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield stretches that together are the whole paragraph: what stands between sentences goes with the one before."""
    starts = [s.start for s in sentences]
    bounds = [paragraph.start, *starts[1:], paragraph.end] if sentences else [paragraph.start, paragraph.end]
    for start, end in itertools.pairwise(bounds):
        yield Span(paragraph.article, start, end)


def _sentence(article: Article, span: Span, marked: Sequence[Marked]) -> Sentence:
    inside = [m for m in marked if m[1].touches(span)]
    edges = {span.start, span.end}
    for _, at, _ in inside:
        edges |= {max(at.start, span.start), min(at.end, span.end)}
    cuts = sorted(edges)
    pieces = tuple(_piece(article.text, a, b, inside) for a, b in itertools.pairwise(cuts))
    return Sentence(span.start, span.end, pieces, tuple(dict.fromkeys(r for _, _, r in inside)))


def _piece(text: str, start: int, end: int, inside: Sequence[Marked]) -> Piece:
    over = [m for m in inside if m[1].start <= start and end <= m[1].end]
    kinds = {kind for kind, _, _ in over}
    return Piece(text[start:end], tuple(k for k in KINDS if k in kinds), tuple(dict.fromkeys(r for _, _, r in over)))


def _read(record: Record, reports: Sequence[Report], sentences: Sequence[Span]) -> Iterator[Read]:
    say = Phrasing(record.names())
    rows: dict[str, list[Row]] = {}
    for table, row in _founded(record, [r.id for r in reports]):
        for id in row.reports:
            rows.setdefault(id, []).append(Row(table, row.id))
    for report in reports:
        first = report.evidence[0].span
        yield Read(
            id=report.id,
            kind=report.kind,
            shown_as=KIND_OF[report.kind],
            text=phrase(report, say),
            stance=report.stance,
            held=HELD[report.stance] if report.stance else "a verdict",
            recency=report.recency,
            chain=tuple(s.source for s in report.attribution),
            rule=report.rule,
            start=max((s.start for s in sentences if s.start <= first.start), default=first.start),
            words=report.evidence,
            unknown=tuple(f"{u.field}: {u.reason}" for u in report.unknown),
            rows=tuple(rows.get(report.id, ())),
        )


def _founded(record: Record, reports: Sequence[str]) -> Iterator[tuple[str, FOUNDED]]:
    """Yield the derived rows that rest on some reports, each with its table."""
    yield from (("events", row) for row in record.naming(Event, *reports))
    yield from (("agreements", row) for row in record.naming(Agreement, *reports))
    yield from (("votes", row) for row in record.naming(Vote, *reports))
    yield from (("relations", row) for row in record.naming(Relation, *reports))
    yield from (("statements", row) for row in record.naming(Statement, *reports))
    yield from (("assessments", row) for row in record.naming(Assessment, *reports))
