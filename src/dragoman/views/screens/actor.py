"""An actor: what holds, what happened over time, agreements, statements, and with whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman import ontology
from dragoman.errors import UnknownName
from dragoman.model.actor import Actor
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
    say = Phrasing(record.names())
    return ActorScreen(
        actor=actor,
        between=between(record, id),
        partners=_partners(record.partners(id), say),
        bodies=tuple((body, say.name(body)) for body in record.bodies(id)),
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


def _partners(found: Iterable[tuple[str, int, int]], say: Phrasing) -> tuple[Partner, ...]:
    """Return the partners, those with most events first."""
    counts: dict[str, Counter[int]] = {}
    for other, quad, events in found:
        counts.setdefault(other, Counter())[quad] += events
    most = sorted(counts, key=lambda other: (-counts[other].total(), other))[:PARTNERS]
    return tuple(Partner(o, say.name(o), (counts[o][1], counts[o][2], counts[o][3], counts[o][4])) for o in most)
