"""What a brief is asked to be about: one row, an actor, two actors, a period."""

from dataclasses import dataclass

from dragoman.model.derived import Agreement, Assessment, Event, Provision, Statement, Step, Story, Vote
from dragoman.record import Record
from dragoman.views.selection import Selection, Wanted

TABLES = ("agreements", "votes", "events", "statements", "findings")


@dataclass(frozen=True, slots=True)
class About:
    """A row by its id, and what rows are to be beside that."""

    id: str | None = None
    wanted: Wanted | None = None

    def asks(self) -> bool:
        """Say whether anything is asked."""
        return self.id is not None or (self.wanted is not None and self.wanted.asks())


def wanted_ids(record: Record, about: About) -> frozenset[str]:
    """Return the ids of all rows a brief is asked to be about.

    Raises:
        UnknownName: nothing in the record is called as asked.
    """
    ids = _selected(record, about.wanted) if about.wanted is not None and about.wanted.asks() else None
    mine = _around(record, about.id) if about.id is not None else None
    if ids is None or mine is None:
        return mine or ids or frozenset()
    return ids & mine


def _selected(record: Record, wanted: Wanted) -> frozenset[str]:
    selection = Selection(record, wanted)
    rows = [row for table in TABLES for row in selection.rows(table)]
    parts = [p.id for row in rows if isinstance(row, Agreement) for p in _parts(row)]
    return frozenset([*(row.id for row in rows), *parts])


def _parts(agreement: Agreement) -> list[Step | Provision]:
    parts: list[Step | Provision] = [*agreement.steps]
    return [*parts, *agreement.provisions]


def _around(record: Record, id: str) -> frozenset[str]:
    """Return the ids of a row, of its parts, and of what is told of it: statements and findings on it."""
    _, noun = record.find(id)
    ids = {noun.id}
    if isinstance(noun, Story):
        articles = set(noun.articles)
        reports = {r.id for r in record.reports_of(articles)}
    else:
        reports = set(getattr(noun, "reports", ()))
    if isinstance(noun, Agreement):
        ids |= {*(p.id for p in _parts(noun)), *noun.votes}
    elif isinstance(noun, Story):
        for agreement in record.agreements():
            told = (p for p in _parts(agreement) if reports & set(p.reports))
            ids |= {agreement.id, *(p.id for p in told)} if reports & set(agreement.reports) else set()
    rows: list[Vote | Event | Statement | Assessment] = [*record.votes(), *record.events()]
    rows += [*record.statements(), *record.assessments()]
    ids |= {row.id for row in rows if reports & set(row.reports)}
    ids |= {s.id for s in record.statements() if ids & {*s.about, *s.denies}}
    told_of = (f for f in record.findings() if f.about.id in ids or f.story == noun.id)
    return frozenset(ids | {f.id for f in told_of})
