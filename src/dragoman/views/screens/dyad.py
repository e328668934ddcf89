"""A dyad: what is between two actors and their bodies."""

from dataclasses import dataclass

from dragoman.model.actor import Actor
from dragoman.model.derived import Statement
from dragoman.record import Record
from dragoman.views.screens.actor import belongs, known
from dragoman.views.screens.between import Between, between
from dragoman.views.screens.over_time import OverTime, over_time

LOOKED_THROUGH = 80  # statements of each, the newest


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
    among = record.event_counts(one, other=other)
    return DyadScreen(
        one=first,
        other=second,
        between=between(record, one, other, statements=_of_each_other(record, one, other)),
        forth=over_time(record.event_counts(one, other=other, side="by"), among),
        back=over_time(record.event_counts(one, other=other, side="to"), among),
    )


def _of_each_other(record: Record, one: str, other: str) -> tuple[Statement, ...]:
    """Return what either says of the other, or of what is between them, the newest first."""
    said = [
        statement
        for speaker, of in ((one, other), (other, one))
        for statement in record.of_actor(Statement, speaker, order="newest", most=LOOKED_THROUGH)
        if _is_of(record, statement, of)
    ]
    return tuple(sorted({s.id: s for s in said}.values(), key=_day, reverse=True))


def _is_of(record: Record, statement: Statement, actor: str) -> bool:
    """Say whether the words of a statement name an actor, or what it is about does."""
    reports = record.reports_with(statement.reports)
    return any(belongs(named, actor) for report in reports for named in report.actors()) or any(
        belongs(named, actor) for about in (*statement.about, *statement.denies) for named in record.named_by(about)
    )


def _day(statement: Statement) -> tuple[str, str]:
    return (statement.when.latest if statement.when and statement.when.latest else "", statement.id)
