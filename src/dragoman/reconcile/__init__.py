"""What comparison of accounts shows: a grouping in, findings out."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.article import Article
from dragoman.model.finding import Finding, Judgement
from dragoman.model.grouping import Grouping
from dragoman.ontology import Ontology
from dragoman.reconcile.accounts import Accounts
from dragoman.reconcile.check import every_check

__all__ = ["reconcile"]


def reconcile(
    grouping: Grouping,
    *,
    ontology: Ontology,
    former: Sequence[Article] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Finding, ...]:
    """Run every check over every row it looks over; findings are sorted by id.

    Args:
        grouping: the rows and the reports they rest on.
        ontology: the world as data.
        former: articles with the texts they had before.
        judgements: what persons decided; a finding or a report judged wrong is not shown.
    """
    known = [c for _, c in every_check().items()]
    wrong = {s for j in judgements if j.verdict == "wrong" and j.about in ("reports", "articles") for s in j.subjects}
    right = tuple(r for r in grouping.reports if not wrong & {r.id, r.article})
    cases = list(Accounts(replace(grouping, reports=right), ontology, tuple(former)).cases())
    found = {f.id: f for c in known for case in cases if isinstance(case.row, c.over) for f in c.looks(case)}
    return tuple(found[i] for i in sorted(found) if not any(_dismisses(j, found[i]) for j in judgements))


def _dismisses(judgement: Judgement, finding: Finding) -> bool:
    """Say whether a person judged a finding wrong, by its kind and what it rests on."""
    if judgement.verdict != "wrong" or judgement.about != f"findings {finding.kind}":
        return False
    return set(judgement.subjects) <= {m for side in finding.sides for m in (*side.reports, *side.articles)}
