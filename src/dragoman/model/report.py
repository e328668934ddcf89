"""One proposition, by one source, in one article, with everything coded from it."""

from dataclasses import dataclass

from dragoman.model.actor import Place
from dragoman.model.terms import (
    Act,
    Commitment,
    Directness,
    EventType,
    Kind,
    Layer,
    LinkKind,
    Modality,
    Obligation,
    Polarity,
    Recency,
    RelationKind,
    RoleName,
    Sector,
    Stance,
)
from dragoman.model.text import Evidence, Unknown
from dragoman.model.time import Time, When


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, pact or other instrument as one report describes it."""

    name: str | None  # a proper name or the description as printed
    kind: str  # an entry of ontology/instruments: "treaty", "memorandum", "ceasefire", ...
    term: str | None = None  # ISO 8601 duration, "P20Y"


@dataclass(frozen=True, slots=True)
class EventContent:
    """What happened, in PLOVER's terms; ``type`` is None for content that fits none."""

    type: EventType | None
    mode: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepContent:
    """One act in the life of an instrument."""

    act: Act
    layer: Layer
    as_said: str  # the article's word: "ratified"
    round: int | None
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class ProvisionContent:
    """What an instrument holds, permits, forbids or leaves out."""

    obligation: Obligation
    sectors: tuple[Sector, ...]
    text: str
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class VoteContent:
    """The figures of a vote; None is not told, never zero."""

    yes: int | None
    no: int | None
    abstain: int | None
    not_voting: int | None
    absent: int | None
    present: int | None
    seats: int | None
    threshold: str | None  # "simple", "two-thirds", "unanimity"
    outcome: str | None  # "passed", "rejected"
    instrument: Instrument | None


@dataclass(frozen=True, slots=True)
class RelationContent:
    """A state of affairs between actors that lasts."""

    kind: RelationKind


@dataclass(frozen=True, slots=True)
class StatementContent:
    """An actor's speech act: the words, and how directly they are given."""

    text: str
    directness: Directness


@dataclass(frozen=True, slots=True)
class AssessmentContent:
    """What somebody expects, fears, judges or predicts."""

    text: str


Content = (
    EventContent | StepContent | ProvisionContent | VoteContent | RelationContent | StatementContent | AssessmentContent
)


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a place in a report. ``text`` is as printed; ``quantity`` too."""

    role: RoleName
    actor: str | None  # Actor.id
    text: str
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One link of the chain of attribution, the outlet's first, inward.

    ``commitment`` is to what the next link says; the last one's is to the proposition.
    """

    source: str  # as printed; the outlet's name for the first link
    actor: str | None  # Actor.id
    cue: str | None
    commitment: Commitment
    directness: Directness | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Read from its report: "this X that"."""

    kind: LinkKind
    report: str  # Report.id


@dataclass(frozen=True, slots=True)
class Report:
    """One proposition, by one source, in one article; never merged, never overwritten."""

    id: str
    article: str
    kind: Kind
    content: Content
    roles: tuple[Role, ...]
    when: When | None
    where: tuple[Place, ...]
    polarity: Polarity
    modality: Modality
    stance: Stance | None  # None for a plain verdict (assessments only)
    recency: Recency
    attribution: tuple[Source, ...]
    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    rule: str  # which coder and which rule
    unknown: tuple[Unknown, ...] = ()
    time: Time | None = None  # what ``when`` was resolved from, so that it can be again
    basis: str = "clause"  # When.basis to resolve ``time`` with

    def actors(self, *roles: RoleName) -> tuple[str, ...]:
        """Return the actor ids in the given roles (all, when none is given), in order, without repeats."""
        found = (r.actor for r in self.roles if r.actor and (not roles or r.role in roles))
        return tuple(dict.fromkeys(found))
