"""How something came into the record: the rule, the words in their sentences, and the way that led there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.errors import UnknownName
from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.derived import Step, Story
from dragoman.model.finding import Finding
from dragoman.model.report import Report, Source
from dragoman.model.text import Span
from dragoman.record import Record
from dragoman.record.rows import Explicable


@dataclass(frozen=True, slots=True)
class Words:
    """The words that carry one field, and the sentence they stand in."""

    field: str
    quote: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """One report: who told it, by which rule it was read, and from which words."""

    report: str
    article: str
    outlet: str | None
    kind: str
    holds: str  # "actual, as planned": stance and modality
    chain: tuple[str, ...]  # the outlet first
    rule: str
    words: tuple[Words, ...]
    links: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an id stands for, and what led to it."""

    id: str
    former: str | None  # the id that was asked for, where it has another now
    table: str
    title: str
    way: tuple[str, ...]  # how it came to be, a line each
    told: tuple[Told, ...]


def explain(record: Record, id: str) -> Explanation:
    """Explain anything in the record by its id, present or former.

    Raises:
        UnknownName: nothing in the record has this id.
    """
    table, noun = _found(record, id)
    reports = _reports(record, noun)
    return Explanation(
        id=noun.id,
        former=id if id != noun.id else None,
        table=table,
        title=_title(noun),
        way=(*_way(noun, reports), *_judged(record, noun)),
        told=tuple(_told(record, report) for report in reports),
    )


def _found(record: Record, id: str) -> tuple[str, Explicable]:
    """Return what has an id; where nothing in the record has it, the ontology may know it as an actor.

    A body that still has to approve is one: a procedure names it, and no article needs to.
    """
    try:
        return record.find(id)
    except UnknownName as unknown:
        from dragoman import ontology

        try:
            return "actors", replace(ontology.load().actors.get(id), aliases=())
        except UnknownName:
            raise unknown from None


def _reports(record: Record, noun: Explicable) -> tuple[Report, ...]:
    """Return the reports that led to a noun; for an article or an actor, those that come from it or name it."""
    match noun:
        case Report():
            return (noun,)
        case Article():
            return record.reports_of((noun.id,))
        case Story():
            return record.reports_of(noun.articles)
        case Actor():
            return tuple(report for report in record.reports() if _names(report, noun.id))
        case Finding():
            return record.reports_with(id for side in noun.sides for id in side.reports)
    return record.reports_with(getattr(noun, "reports", ()) or getattr(noun, "subjects", ()))


def _names(report: Report, actor: str) -> bool:
    return actor in report.actors() or any(source.actor == actor for source in report.attribution)


def _title(noun: Explicable) -> str:
    """Return what a reader would call it."""
    match noun:
        case Article():
            return noun.title or f"an article of {noun.outlet or noun.file or 'an unknown outlet'}, without a title"
        case Step():
            return f"{noun.act} ({noun.layer}) by {', '.join(noun.parties) or 'no party named'}"
        case Finding():
            return f"{noun.kind}: {noun.because}"
        case Report():
            return f"a report of {'an' if noun.kind[0] in 'aeiou' else 'a'} {noun.kind}"
    names = ("title", "name", "text", "type", "question", "kind")
    return next((str(value) for name in names if (value := getattr(noun, name, None))), noun.id)


def _way(noun: Explicable, reports: tuple[Report, ...]) -> tuple[str, ...]:
    """Return how it came to be."""
    match noun:
        case Article():
            return _way_of_article(noun)
        case Actor():
            if not noun.aliases:
                return (f"{noun.kind} known to the program; no article in the record names it",)
            return (f"named as {', '.join(noun.aliases)}",)
        case Report():
            return ()
        case Finding():
            return tuple(f"{', '.join(side.articles)}: {side.value}" for side in noun.sides)
    articles = {report.article for report in reports}
    lines = [f"derived from {_counted(len(reports), 'report')} in {_counted(len(articles), 'article')}"]
    origins = getattr(noun, "origins", None)
    if origins:
        lines.append(f"independent origins: at least {origins.low}, at most {origins.high}")
    return tuple(lines)


def _judged(record: Record, noun: Explicable) -> Iterator[str]:
    """Yield what persons decided about a noun, or about what it rests on."""
    rests_on = {noun.id, *getattr(noun, "reports", ()), *getattr(noun, "articles", ())}
    if isinstance(noun, Finding):
        rests_on |= {member for side in noun.sides for member in (*side.reports, *side.articles)}
    for judgement in record.judgements():
        if rests_on & set(judgement.subjects):
            who = f" by {judgement.by}" if judgement.by else ""
            yield f"judged {judgement.verdict}{who}: {judgement.note or judgement.about} ({judgement.id})"


def _way_of_article(article: Article) -> tuple[str, ...]:
    stamp = article.published
    because = f" ({stamp.because})" if stamp.because else ""
    return (
        f"{article.outlet or 'outlet unknown'}, from {article.file or article.url or 'a page without a name'}",
        f"published {stamp.edtf or 'on an unknown day'}, told by {stamp.basis}{because}",
        *(f"cut as {cut.why}: {cut.text}" for cut in article.cut),
    )


def _told(record: Record, report: Report) -> Told:
    article = record.article(report.article)
    holds = " ".join(part for part in (report.stance, f"({report.modality}, {report.polarity})") if part)
    return Told(
        report=report.id,
        article=article.id,
        outlet=article.outlet,
        kind=report.kind,
        holds=holds,
        chain=tuple(_link(source) for source in report.attribution),
        rule=report.rule,
        words=tuple(
            Words(item.field, item.quote, _sentence(record, article, item.span), item.span.start, item.span.end)
            for item in report.evidence
        ),
        links=tuple(f"{link.kind} {link.report}" for link in report.links),
        unknown=tuple(f"{item.field}: {item.reason}" for item in report.unknown),
    )


def _link(source: Source) -> str:
    cue = f", “{source.cue}”" if source.cue else ""
    return f"{source.source} ({source.commitment}{cue})"


def _sentence(record: Record, article: Article, span: Span) -> str:
    """Return the sentence; where none is known, the paragraph."""
    whole = record.sentence(span)
    if whole == span:
        whole = next((paragraph for paragraph in article.paragraphs if paragraph.holds(span)), span)
    return whole.of(article.text)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
