"""What the event coder saw in a clause: type, mode, context, who and what, before stance and source are known."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Mention, Phrase
from dragoman.model.terms import EventType, RoleName
from dragoman.model.text import Span

# "told": as it stands; "future": what would be SUPPORT is AGREE because it is to come; "refusal": a negated promise
Told = Literal["told", "future", "refusal"]


@dataclass(frozen=True, slots=True)
class FoundRole:
    """Who fills a place of an event."""

    role: RoleName
    actor: Actor | None  # None: nobody we can name
    mention: Mention | None
    phrase: Phrase
    # "head": the phrase names the actor; "owner": it is somebody or something of the actor's ("two Polish nurses")
    by: Literal["head", "owner"]


@dataclass(frozen=True, slots=True)
class FoundObject:
    """What is given, signed, cut, seized: the words, and the number in them as printed."""

    text: str
    span: Span
    quantity: str | None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One event that a clause tells.

    ``told`` says whether tense or negation already went into the type: a "future" AGREE and a "refusal" REJECT are
    facts as they stand, and their own tense or negation must not be counted again. Otherwise ``negated`` is the
    clause's own.
    """

    clause: Clause  # whose head tells the type; a noun's own clause where a light verb carries it
    governor: Clause | None  # the clause whose content this is: "demanded that ..."; None: told by itself
    type: EventType
    mode: str | None
    context: tuple[str, ...]
    actors: tuple[FoundRole, ...]
    recipients: tuple[FoundRole, ...]
    objects: tuple[FoundObject, ...]
    rule: str  # "SUPPORT/ratify agreement"
    span: Span
    told: Told
    negated: bool
    content: tuple[Clause, ...] = ()  # the clauses that are what is promised, demanded, threatened
    base: "EventDraft | None" = None  # what tense or negation made another type of: the visit in "will visit"
    own_words: bool = False  # whoever does it says so himself
    score: int = 0  # what the cue's demands count for: the surer, the higher
