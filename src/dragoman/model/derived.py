"""What reports are about: derived from them by a link; take the link away and nothing is lost."""

from dataclasses import dataclass

from dragoman.model.actor import Place
from dragoman.model.terms import (
    Act,
    EventType,
    Layer,
    Obligation,
    OriginKind,
    Recency,
    RelationKind,
    Sector,
    Stance,
    Verdict,
)
from dragoman.model.time import When


@dataclass(frozen=True, slots=True)
class Origin:
    """One place a proposition may come from: a wire, a text, a named source, an utterance, a party, or nobody named."""

    kind: OriginKind
    source: str | None  # as printed
    actor: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins a proposition has, at least and at most; unknown raises only ``high``."""

    low: int
    high: int
    sources: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class StanceReports:
    """The reports of an event that hold it in one way."""

    stance: Stance
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening between actors, with every way in which it is reported to hold; ``stance`` is the weakest."""

    id: str
    type: EventType
    mode: str | None
    context: tuple[str, ...]
    quad: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: When | None
    where: tuple[Place, ...]
    stance: Stance
    stances: tuple[StanceReports, ...]
    recency: Recency
    reports: tuple[str, ...]
    articles: tuple[str, ...]
    origins: Origins


@dataclass(frozen=True, slots=True)
class Missing:
    """An act a party's own procedure still requires and no account reports."""

    act: Act
    layer: Layer
    body: str
    source: str | None  # the constitution or law that asks for it


@dataclass(frozen=True, slots=True)
class PartyStatus:
    """How far one party has come with an agreement."""

    party: str
    act: Act | None
    as_said: tuple[str, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One act in an agreement's life, as all accounts together give it."""

    id: str
    act: Act
    layer: Layer
    round: int | None
    parties: tuple[str, ...]
    body: str | None
    when: When | None
    where: tuple[Place, ...]
    stance: Stance
    as_said: tuple[str, ...]
    reports: tuple[str, ...]
    origins: Origins


@dataclass(frozen=True, slots=True)
class Provision:
    """What an agreement holds, as all accounts together give it."""

    id: str
    obligation: Obligation
    sectors: tuple[Sector, ...]
    text: str
    reports: tuple[str, ...]
    origins: Origins


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument between parties: its steps, provisions and votes."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    term: str | None
    status: tuple[PartyStatus, ...]
    votes: tuple[str, ...]
    reports: tuple[str, ...]
    steps: tuple[Step, ...]
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Whether the figures of a vote add up. ``difference`` is present minus counted, None where it cannot be told."""

    verdict: Verdict
    difference: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote of a body, with its figures and their check."""

    id: str
    agreement: str | None
    body: str | None
    question: str | None
    when: When | None
    yes: int | None
    no: int | None
    abstain: int | None
    not_voting: int | None
    absent: int | None
    present: int | None
    seats: int | None
    threshold: str | None
    outcome: str | None
    arithmetic: Arithmetic
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A state of affairs between actors that lasts, from one to the other."""

    id: str
    kind: RelationKind
    from_: tuple[str, ...]  # exported as "from"
    to: tuple[str, ...]
    object: str | None
    since: str | None  # EDTF
    until: str | None  # EDTF
    status: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an actor said. ``denies`` and ``about`` are ids of events, agreements, votes or relations."""

    id: str
    speaker: str  # as printed
    speaker_actor: str | None
    direct: bool
    directness: str
    text: str
    when: When | None
    denies: tuple[str, ...]
    about: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a holder expects, fears, judges or predicts."""

    id: str
    holder: str
    holder_actor: str | None
    text: str
    window: str | None  # the time it looks to, as printed
    outcome: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one happening, and what their reports are about."""

    id: str
    title: str
    when: When | None
    articles: tuple[str, ...]
    events: tuple[str, ...]
    agreements: tuple[str, ...]
    votes: tuple[str, ...]
    statements: tuple[str, ...]
