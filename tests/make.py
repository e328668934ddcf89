"""Builders: a valid object in one word; a test spells out only what it is about."""

import hashlib
from dataclasses import replace
from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.article import UNDATED, Article, Stamp
from dragoman.model.coded import Coded
from dragoman.model.derived import (
    Agreement,
    Arithmetic,
    Event,
    Origins,
    Relation,
    StanceReports,
    Statement,
    Story,
    Vote,
)
from dragoman.model.finding import About, Finding, Side, SideQuote
from dragoman.model.grouping import Grouping
from dragoman.model.ids import digest
from dragoman.model.report import (
    Content,
    EventContent,
    Instrument,
    Report,
    Role,
    Source,
    StatementContent,
    StepContent,
    VoteContent,
)
from dragoman.model.terms import EventType
from dragoman.model.text import Evidence, Span
from dragoman.model.time import When

TEXT = "Narvia and Ostland sign a river pact\n\nNarvia signed the pact with Ostland on Monday, its ministry said."


def when(day: str | None = "2024-03-04", **fields: Any) -> When:
    """A day told by the clause."""
    return replace(When(text=day, edtf=day, earliest=day, latest=day, basis="clause"), **fields)


def stamp(day: str | None = "2024-03-05") -> Stamp:
    """A day found in the page's metadata; None: undated."""
    return Stamp(edtf=day, earliest=day, latest=day, basis="metadata") if day else UNDATED


def article(text: str = TEXT, **fields: Any) -> Article:
    """An article of an invented outlet; its first line is the title."""
    outlet = fields.get("outlet", "The Narvia Post")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    id = fields.get("id", digest("article", outlet or "", text))
    title, _, _ = text.partition("\n")
    made = Article(
        id=id,
        outlet=outlet,
        url=None,
        title=title,
        byline=(),
        published=stamp(),
        modified=None,
        language="en",
        sha256=sha256,
        file="post.txt",
        text=text,
        paragraphs=_paragraphs(id, text),
        headline=Span(id, 0, len(title)),
        body=len(title) + 2 if "\n\n" in text else 0,
    )
    return replace(made, **fields)


def _paragraphs(id: str, text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(id, start, start + len(part)))
        start += len(part) + 2
    return tuple(spans)


def evidence(of: Article, field: str, quote: str) -> Evidence:
    """Words of an article that carry a field."""
    start = of.text.index(quote)
    return Evidence(field, Span(of.id, start, start + len(quote)), quote)


def report(content: Content, of: Article | None = None, **fields: Any) -> Report:
    """A report of one article, in the outlet's own voice, that holds as a fact."""
    of = of or article()
    kinds = {"StepContent": "step", "EventContent": "event", "VoteContent": "vote", "StatementContent": "statement"}
    kind = fields.get("kind") or kinds[type(content).__name__]
    made = Report(
        id=digest("report", of.id, kind, repr(content), repr(sorted(fields.items()))),
        article=of.id,
        kind=kind,
        content=content,
        roles=(Role("actor", "NAR", "Narvia"), Role("recipient", "OST", "Ostland")),
        when=when(),
        where=(),
        polarity="+",
        modality="actual",
        stance="actual",
        recency="new",
        attribution=(Source(of.outlet or "", None, None, "asserts", None, False),),
        links=(),
        evidence=(evidence(of, kind, of.text.split("\n\n")[-1]),),
        rule="by hand",
    )
    return replace(made, **fields)


def event(type: EventType | None = "AGREE", of: Article | None = None, **fields: Any) -> Report:
    """A report of an event."""
    return report(EventContent(type), of, **fields)


def step(act: str = "signed", of: Article | None = None, **fields: Any) -> Report:
    """A report of a step in the life of a river pact."""
    return report(StepContent(act, "international", act, None, Instrument("river pact", "treaty")), of, **fields)  # type: ignore[arg-type]


def vote(yes: int = 60, no: int = 30, abstain: int | None = 5, present: int | None = 100, **fields: Any) -> Report:
    """A report of a vote."""
    return report(VoteContent(yes, no, abstain, None, None, present, None, None, "passed", None), **fields)


def statement(text: str = "its ministry said", of: Article | None = None, **fields: Any) -> Report:
    """A report of a statement."""
    return report(StatementContent(text, "indirect"), of, **fields)


def actor(id: str = "NAR", name: str = "Narvia", **fields: Any) -> Actor:
    """An invented state."""
    return replace(Actor(id=id, name=name, kind="state", country=id, aliases=(name,)), **fields)


def coded(of: Article | None = None, *reports: Report, actors: tuple[Actor, ...] = ()) -> Coded:
    """What coding made of an article: the given reports, or one event."""
    of = of or article()
    found = reports or (event(of=of),)
    return Coded(of.id, tuple(sorted(found, key=lambda r: r.id)), actors or (actor(), actor("OST", "Ostland")))


def origins(low: int = 0, high: int = 1) -> Origins:
    """Origins by their bounds."""
    return Origins(low, high, ())


def derived_event(*reports: Report, **fields: Any) -> Event:
    """An event derived from reports."""
    ids = tuple(sorted(r.id for r in reports)) or ("r1",)
    made = Event(
        id=digest("event", ids[0]),
        type="AGREE",
        mode=None,
        context=(),
        quad=1,
        actors=("NAR",),
        recipients=("OST",),
        when=when(),
        where=(),
        stance="actual",
        stances=(StanceReports("actual", ids),),
        recency="new",
        reports=ids,
        articles=tuple(sorted({r.article for r in reports})),
        origins=origins(),
    )
    return replace(made, **fields)


def agreement(*reports: Report, **fields: Any) -> Agreement:
    """An agreement that reports are about."""
    ids = tuple(sorted(r.id for r in reports)) or ("r1",)
    made = Agreement(digest("agreement", ids[0]), "river pact", "treaty", ("NAR", "OST"), None, (), (), ids, (), ())
    return replace(made, **fields)


def derived_vote(*reports: Report, **fields: Any) -> Vote:
    """A vote with five unaccounted for."""
    ids = tuple(sorted(r.id for r in reports)) or ("r1",)
    sums = Arithmetic("unaccounted", 5, "60, 30 and 5 are 95 of 100")
    made = Vote(
        digest("vote", ids[0]), None, "NAR/legislature", None, when(), 60, 30, 5, None, None, 100, None, None, "passed",
        sums, ids,
    )  # fmt: skip
    return replace(made, **fields)


def relation(*reports: Report, **fields: Any) -> Relation:
    """A relation from one state to another."""
    ids = tuple(sorted(r.id for r in reports)) or ("r1",)
    made = Relation(digest("relation", ids[0]), "supply", ("NAR",), ("OST",), "grain", None, None, "ongoing", ids)
    return replace(made, **fields)


def derived_statement(*reports: Report, **fields: Any) -> Statement:
    """A statement of a ministry."""
    ids = tuple(sorted(r.id for r in reports)) or ("r1",)
    made = Statement(digest("statement", ids[0]), "its ministry", "NAR", False, "indirect", "said", None, (), (), ids)
    return replace(made, **fields)


def story(*articles: Article, **fields: Any) -> Story:
    """A story of the given articles."""
    ids = tuple(sorted(a.id for a in articles))
    return replace(Story(digest("story", *ids[:1]), "A river pact", when(), ids, (), (), (), ()), **fields)


def finding(of: Article | None = None, **fields: Any) -> Finding:
    """A finding with one side and its sentence."""
    of = of or article()
    quote = evidence(of, "", of.text.split("\n\n")[-1])
    side = Side((of.id,), (), "told", (SideQuote(quote.span, quote.quote),))
    made = Finding("f1", None, "agrees", "info", About("events", "e1", "when"), (side,), "both say Monday")
    return replace(made, **fields)


def grouping(*articles: Article, **fields: Any) -> Grouping:
    """A grouping that found nothing in the given articles."""
    return replace(Grouping(articles, (), (), (), (), (), (), (), ()), **fields)
