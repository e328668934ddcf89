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
    shown = _once([found[i] for i in sorted(found)])
    return tuple(f for f in shown if not any(_dismisses(j, f) for j in judgements))


def _once(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that go by sentences and say what one of a row says, or one before them."""
    rows = [f for f in found if any(side.reports for side in f.sides)]
    kept: list[Finding] = []
    for finding in found:
        others = rows if finding.about.table in ("stories", "articles") and finding not in rows else []
        said = {(f.kind, _values(f)) for f in kept}
        again = finding not in rows and (finding.kind, _values(finding)) in said
        if not again and not any(_says(row, finding) for row in others):
            kept.append(finding)
    return kept


def _values(finding: Finding) -> tuple[str, ...]:
    return (finding.story or "", *sorted(side.value for side in finding.sides))


def _says(row: Finding, finding: Finding) -> bool:
    """Say whether a row's finding is of the same kind and quotes a sentence of every side of another."""
    quotes = [q.span for side in row.sides for q in side.quotes]
    sides = ([q.span for q in side.quotes] for side in finding.sides)
    return row.kind == finding.kind and all(any(a.touches(b) for a in spans for b in quotes) for spans in sides)


def _dismisses(judgement: Judgement, finding: Finding) -> bool:
    """Say whether a person judged a finding wrong, by its kind and what it rests on."""
    if judgement.verdict != "wrong" or judgement.about != f"findings {finding.kind}":
        return False
    return set(judgement.subjects) <= {m for side in finding.sides for m in (*side.reports, *side.articles)}
