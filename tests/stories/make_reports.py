"""Accounts of one happening by several outlets, and the reports coded from them, each in a line or two."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from dragoman.errors import UnknownName
from dragoman.model.actor import Place
from dragoman.model.article import UNDATED, Article, Stamp
from dragoman.model.grouping import Grouping
from dragoman.model.ids import digest
from dragoman.model.report import (
    Content,
    EventContent,
    Instrument,
    Link,
    ProvisionContent,
    RelationContent,
    Report,
    Role,
    Source,
    StatementContent,
    StepContent,
    VoteContent,
)
from dragoman.model.text import Evidence, Span
from dragoman.model.time import When
from dragoman.ontology.actors.table import Term
from dragoman.ontology.procedure import NoProcedure, Procedure, Requirement
from dragoman.reconcile import reconcile
from dragoman.stories import group
from dragoman.stories.who import country


def named(actor: str) -> Any:
    """The actor of an id, of those few that the tests name."""
    names = {"KAZ/legislature/senate": "the Senate of Kazakhstan", "KAZ/president": "the President of Kazakhstan"}
    if actor not in names:
        raise UnknownName(actor)
    return SimpleNamespace(name=names[actor])


PEOPLE = {"person/tokayev": "KAZ"}
KINDS = (("treaty", 7), ("agreement", 3))
KAZAKHSTAN = Procedure(
    "KAZ",
    "treaties that are to be ratified",
    (
        Requirement("approved", "domestic", "KAZ/legislature/mazhilis", "art. 54"),
        Requirement("approved", "domestic", "KAZ/legislature/senate", "art. 54"),
        Requirement("assented", "domestic", "KAZ/president", "art. 44"),
    ),
    "Constitution of Kazakhstan",
)
MEDIA = {"Kazinform": SimpleNamespace(state="KAZ")}
WORLD: Any = SimpleNamespace(
    procedures=SimpleNamespace(of=lambda s: KAZAKHSTAN if s == "KAZ" else NoProcedure(s, "not recorded")),
    actors=SimpleNamespace(
        owner_of_media=lambda a: None,
        get=named,
        state_of=lambda a: PEOPLE.get(a) or country(a),
        nouns=lambda use: {"President": "president", "prime minister": "prime-minister"},
        offices_of=lambda person: ("ECU/president",) if person == "person/lasso" else (),
        terms=lambda office: (Term("person/lasso", "2021-05-24", "2023-11-23", "2025-06-30"),),
        word_list=lambda use: ("former", "ex-"),
    ),
    outlets=SimpleNamespace(named=MEDIA.get, agencies=()),
    cues=SimpleNamespace(speech_nouns=(SimpleNamespace(lemma="accusation", commitment="alleges"),), speech=()),
    ladders=(),
    instruments=SimpleNamespace(
        kinds=(SimpleNamespace(id="treaty", specific=7), SimpleNamespace(id="agreement", specific=3))
    ),
)


def account(outlet: str, title: str, *sentences: str, published: str | None = "2024-03-06") -> Article:
    """An outlet's article; each sentence is a paragraph."""
    text = "\n\n".join((title, *sentences))
    stamp = Stamp(published, published, published, "metadata") if published else UNDATED
    id = digest("article", outlet, text)
    headline = Span(id, 0, len(title))
    return Article(id, outlet, None, title, (), stamp, None, "en", "", None, text, (), (), headline, len(title) + 2)


def day(edtf: str | None, basis: Any = "clause", text: str | None = None) -> When:
    """A day, a month or a year told in the text; "..2024-03-06" is a day not after that."""
    if edtf is None:
        return When(text, None, None, None, basis, "not resolved")
    if edtf.startswith(".."):
        return When(text, f"[{edtf}]", None, edtf[2:], basis)
    ends = {4: ("-01-01", "-12-31"), 7: ("-01", "-28"), 10: ("", "")}[len(edtf)]
    return When(text, edtf, edtf + ends[0], edtf + ends[1], basis)


def told(of: Article, quote: str, content: Content, *roles: Role, via: tuple[str, ...] = (), **fields: Any) -> Report:
    """A report of an article resting on ``quote``; ``via``: the chain of its sources, "KAZ/media", "" for unnamed."""
    names = {"StepContent": "step.act", "ProvisionContent": "provision.text", "VoteContent": "vote.yes",
             "EventContent": "event.type", "StatementContent": "statement.text", "RelationContent": "relation.kind",
             "AssessmentContent": "assessment.text"}  # fmt: skip
    field = names[type(content).__name__]
    start = of.text.index(quote)
    chain = [Source(of.outlet or "", None, None, "asserts", None, False)]
    chain += [Source(v or "sources", v or None, "said", "asserts", "indirect", not v) for v in via]
    kind: Any = field.split(".")[0]
    made = Report(
        id=digest("report", of.id, kind, quote, repr(content), repr(roles), repr(via), repr(sorted(fields))),
        article=of.id,
        kind=kind,
        content=content,
        roles=roles,
        when=None,
        where=(),
        polarity="+",
        modality="actual",
        stance="actual",
        recency="new",
        attribution=tuple(chain),
        links=(),
        evidence=(Evidence(field, Span(of.id, start, start + len(quote)), quote),),
        rule="by hand",
    )
    return replace(made, **fields)


def step(
    of: Article,
    quote: str,
    act: Any = "approved",
    *,
    body: str | None = None,
    parties: tuple[str, ...] = (),
    said: str | None = None,
    name: str | None = "the treaty",
    kind: str = "treaty",
    term: str | None = None,
    round: int | None = None,
    **fields: Any,
) -> Report:
    """A report of a step; the first of the parties is the one that acts."""
    layer: Any = "domestic" if act in ("approved", "rejected", "reviewed") else "international"
    roles = [Role("body", body, body)] if body else []
    roles += [Role("party", p, p) for p in parties]
    content = StepContent(act, layer, said or act, round, Instrument(name, kind, term))
    return told(of, quote, content, *roles, **fields)


def provision(
    of: Article, quote: str, text: str, obligation: Any = "included", sectors: Any = ("economic",), **fields: Any
) -> Report:
    """A report of what the treaty holds."""
    return told(
        of, quote, ProvisionContent(obligation, tuple(sectors), text, Instrument("the treaty", "treaty")), **fields
    )


def vote(of: Article, quote: str, body: str = "KAZ/legislature/mazhilis", **figures: Any) -> Report:
    """A report of a vote on the treaty."""
    names = ("yes", "no", "abstain", "not_voting", "absent", "present", "seats", "threshold", "outcome")
    content = VoteContent(*(figures.pop(n, None) for n in names), Instrument("the treaty", "treaty"))
    return told(of, quote, content, Role("body", body, body), **figures)


def event(
    of: Article, quote: str, type: Any, actors: str, recipients: str = "", object: str = "", **fields: Any
) -> Report:
    """A report of an event; actors and recipients parted by blanks."""
    roles = [Role("actor", a, a) for a in actors.split()] + [Role("recipient", r, r) for r in recipients.split()]
    roles += [Role("object", None, object)] if object else []
    return told(of, quote, EventContent(type), *roles, **fields)


def statement(of: Article, quote: str, speaker: str, text: str | None = None, **fields: Any) -> Report:
    """A report of a saying."""
    content = StatementContent(text or quote, "direct" if "“" in quote else "indirect")
    return told(of, quote, content, Role("speaker", speaker, speaker), **fields)


def relation(of: Article, quote: str, kind: Any, one: str, other: str, **fields: Any) -> Report:
    """A report of a lasting state of affairs."""
    return told(of, quote, RelationContent(kind), Role("from", one, one), Role("to", other, other), **fields)


def denies(report: Report) -> tuple[Link, ...]:
    """The link of a denial to what it denies."""
    return (Link("denies", report.id),)


def place(name: str, country: str) -> tuple[Place, ...]:
    """A city."""
    return (Place(name, country, name),)


def grouped(*things: Article | Report) -> Grouping:
    """Group articles and reports, given in any order."""
    articles = [t for t in things if isinstance(t, Article)]
    reports = [t for t in things if isinstance(t, Report)]
    return group(articles, reports, ontology=WORLD)


def found(*things: Article | Report) -> dict[str, list[Any]]:
    """Group and reconcile; the findings by kind."""
    kinds: dict[str, list[Any]] = {}
    for finding in reconcile(grouped(*things), ontology=WORLD):
        kinds.setdefault(finding.kind, []).append(finding)
    return kinds


def iso(text: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(text)
