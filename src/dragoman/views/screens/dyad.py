"""A dyad: what is between two actors and their bodies."""

from dataclasses import dataclass
from typing import TypeVar

from dragoman.model.actor import Actor
from dragoman.model.derived import Agreement, Event, Relation, Statement
from dragoman.record import Record
from dragoman.views.screens.actor import belongs, known
from dragoman.views.screens.between import Between, between
from dragoman.views.screens.over_time import OverTime, over_time

T = TypeVar("T", Event, Agreement, Relation)


@dataclass(frozen=True, slots=True)
class DyadScreen:
    """Two actors."""

    one: Actor
    other: Actor
    between: Between
    forth: tuple[OverTime, ...]  # what the one did to the other
    back: tuple[OverTime, ...]


def dyad_screen(record: Record, one: str, other: str) -> DyadScreen:
    """Return what is between two actors; what either says of the other counts, wherever it was said.

    Raises:
        UnknownName: one of them is not known.
    """
    first, second = known(record, one), known(record, other)
    events = _of_both(record, Event, one, other)
    forth = [e for e in events if _towards(e, one, other)]
    back = [e for e in events if _towards(e, other, one)]
    agreements = _of_both(record, Agreement, one, other)
    relations = _of_both(record, Relation, one, other)
    rows = {e.id for e in events} | {a.id for a in agreements} | {r.id for r in relations}
    said = {s.id: s for actor in (one, other) for s in record.of_actor(Statement, actor)}
    statements = tuple(s for s in said.values() if rows & {*s.about, *s.denies} or _names(record, s, one, other))
    return DyadScreen(
        one=first,
        other=second,
        between=between(record, events=events, agreements=agreements, relations=relations, statements=statements),
        forth=over_time(forth, events),
        back=over_time(back, events),
    )


def _of_both(record: Record, kind: type[T], one: str, other: str) -> tuple[T, ...]:
    of_other = {row.id for row in record.of_actor(kind, other)}
    return tuple(row for row in record.of_actor(kind, one) if row.id in of_other)


def _towards(event: Event, one: str, other: str) -> bool:
    return any(belongs(a, one) for a in event.actors) and any(belongs(a, other) for a in event.recipients)


def _names(record: Record, statement: Statement, one: str, other: str) -> bool:
    """Say whether a statement by the one names the other."""
    speaker = statement.speaker_actor or ""
    of = other if belongs(speaker, one) else one
    reports = record.reports_with(statement.reports)
    return any(belongs(actor, of) for report in reports for actor in report.actors())
