"""The actors that most articles name."""

from dataclasses import dataclass
from typing import get_args

from dragoman.model.terms import ActorKind
from dragoman.record import Record
from dragoman.record.lookup import ActorCount

MOST = 300


@dataclass(frozen=True, slots=True)
class ActorList:
    """Actors, those named most first."""

    kind: str | None
    kinds: tuple[str, ...]
    actors: tuple[ActorCount, ...]


def actor_list(record: Record, kind: str | None) -> ActorList:
    """Return the actors, of one kind or of all."""
    kinds = tuple(k for k in get_args(ActorKind) if k != "outlet")
    return ActorList(kind, kinds, record.actor_counts(kind=kind, most=MOST))
