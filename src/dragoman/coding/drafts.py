"""Drafts: what a coder saw in a clause, before its source, its stance and its id are known."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.actor import Actor, Place
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Content
from dragoman.model.terms import Kind, LinkKind, Modality, Polarity, RoleName, Stance, WhenBasis
from dragoman.model.text import Span
from dragoman.model.time import Time

if TYPE_CHECKING:
    from dragoman.coding.chain import Said


@dataclass(frozen=True, slots=True)
class Filled:
    """A place of a report that words fill, and where those words stand."""

    role: RoleName
    actor: Actor | None  # None: nobody we can name
    text: str
    span: Span
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A place named in the clause, and where."""

    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """The time a clause gives for what it tells, and how it comes by it."""

    time: Time
    basis: WhenBasis
    told: "Dated | None" = None  # what "two days later" counts from


@dataclass(frozen=True, slots=True)
class Held:
    """How a proposition holds, apart from who says so."""

    polarity: Polarity = "+"
    modality: Modality = "actual"
    cue: Span | None = None  # the words that make it other than plain fact


@dataclass(frozen=True, slots=True)
class Draft:
    """A report in the making. ``clause`` carries it; ``span`` is its clause or sentence, the main evidence."""

    kind: Kind
    content: Content
    roles: tuple[Filled, ...]
    clause: Clause
    span: Span
    rule: str
    evidence: tuple[tuple[str, Span], ...] = ()  # (field, where its words stand), beyond the roles
    dated: Dated | None = None
    where: tuple[Located, ...] = ()
    held: Held | None = None  # None: from the clause
    stance: Stance | None = None  # None: derived
    key: str = ""  # what other drafts of the article link to it by
    links: tuple[tuple[LinkKind, str], ...] = field(default=())  # (kind, key of the other draft)
    saying: "Said | None" = None  # who says it, where the report is a saying: the innermost link of its chain


def fill(role: RoleName, actors: tuple[Actor, ...], phrase: Phrase) -> tuple[Filled, ...]:
    """Return a filled place for each actor a phrase stands for, or one without an actor."""
    if not actors:
        return (Filled(role, None, phrase.text, phrase.span),)
    return tuple(Filled(role, actor, phrase.text, phrase.span) for actor in actors)
