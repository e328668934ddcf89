"""Who acts: states, bodies, chambers, offices, persons, organisations, groups."""

from dataclasses import dataclass

from dragoman.model.terms import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act in relations between states.

    ``id`` is ``IRN``, ``RUS/legislature/state-duma``, ``NATO``, ``person/<slug>``, ``group/<slug>`` or
    ``outlet/<slug>``.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None  # ISO 3166-1 alpha-3 (XKX for Kosovo); None for what belongs to no single state
    sector: tuple[str, ...] = ()  # PLOVER sector and international codes, the primary one first
    aliases: tuple[str, ...] = ()  # as found in the articles of the record, sorted
    cow: int | None = None  # Correlates of War number, states only
    gw: int | None = None  # Gleditsch-Ward number, states only
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, as printed and as far as it resolves."""

    text: str
    country: str | None  # ISO 3166-1 alpha-3
    name: str | None  # the city or region, where one is named
