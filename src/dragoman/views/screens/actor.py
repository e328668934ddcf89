"""An actor: what holds, what happened over time, agreements, statements, and with whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman import ontology
from dragoman.errors import UnknownName
from dragoman.model.actor import Actor
from dragoman.model.derived import Agreement, Event, Relation, Statement
from dragoman.record import Record
from dragoman.views.phrasing import Phrasing
from dragoman.views.screens.between import Between, between

PARTNERS = 30


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody with whom an actor has events that happened, by quad class."""

    id: str
    name: str
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class ActorScreen:
    """One actor, with its bodies."""

    actor: Actor
    between: Between
    partners: tuple[Partner, ...]
    bodies: tuple[tuple[str, str], ...]  # ids and names of what belongs to it and took part


def actor_screen(record: Record, id: str) -> ActorScreen:
    """Return an actor.

    Raises:
        UnknownName: neither the record nor the tables know it.
    """
    actor = known(record, id)
    events = record.of_actor(Event, id)
    statements = record.of_actor(Statement, id)
    say = Phrasing(record.names())
    return ActorScreen(
        actor=actor,
        between=between(
            record,
            events=events,
            agreements=record.of_actor(Agreement, id),
            relations=record.of_actor(Relation, id),
            statements=statements,
        ),
        partners=_partners(id, events, say),
        bodies=_bodies(id, events, statements, say),
    )


def known(record: Record, id: str) -> Actor:
    """Return an actor of the record, or else of the tables.

    Raises:
        UnknownName: neither knows it.
    """
    found = record.actor(id)
    if found:
        return found
    try:
        return ontology.load().actors.get(id)
    except UnknownName:
        raise UnknownName(f"no actor has the id {id!r}; /actors lists those the articles name") from None


def belongs(actor: str, to: str) -> bool:
    """Say whether an actor is another or a body of it."""
    return actor == to or actor.startswith(f"{to}/")


def _partners(id: str, events: Iterable[Event], say: Phrasing) -> tuple[Partner, ...]:
    counts: dict[str, Counter[int]] = {}
    for event in events:
        if event.stance == "actual" and event.recency == "new":
            for other in {whole(a) for a in (*event.actors, *event.recipients) if not belongs(a, id)}:
                counts.setdefault(other, Counter())[event.quad] += 1
    most = sorted(counts, key=lambda other: (-counts[other].total(), other))[:PARTNERS]
    return tuple(Partner(o, say.name(o), (counts[o][1], counts[o][2], counts[o][3], counts[o][4])) for o in most)


def whole(actor: str) -> str:
    """Return the state that a body belongs to; anything else stands for itself."""
    state, _, body = actor.partition("/")
    return state if body and len(state) == 3 and state.isupper() else actor


def _bodies(
    id: str, events: Iterable[Event], statements: Iterable[Statement], say: Phrasing
) -> tuple[tuple[str, str], ...]:
    found = {a for e in events for a in (*e.actors, *e.recipients)} | {s.speaker_actor for s in statements}
    return tuple((a, say.name(a)) for a in sorted(a for a in found if a and a != id and belongs(a, id)))
