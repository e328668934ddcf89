"""What comparison of accounts shows: a grouping in, findings out."""

from dragoman.model.finding import Finding
from dragoman.model.grouping import Grouping
from dragoman.ontology import Ontology
from dragoman.reconcile.accounts import Accounts
from dragoman.reconcile.check import every_check

__all__ = ["reconcile"]


def reconcile(grouping: Grouping, *, ontology: Ontology) -> tuple[Finding, ...]:
    """Run every check over every row it looks over; findings are sorted by id."""
    known = [c for _, c in every_check().items()]
    cases = list(Accounts(grouping, ontology).cases())
    found = {f.id: f for c in known for case in cases if isinstance(case.row, c.over) for f in c.looks(case)}
    return tuple(found[i] for i in sorted(found))
