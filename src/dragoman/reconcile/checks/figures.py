"""Whether accounts give the figures of a vote alike."""

from collections.abc import Iterator

from dragoman.model.derived import Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report, VoteContent
from dragoman.model.terms import FindingKind
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed

FIGURES = {"yes": "for", "no": "against", "abstain": "abstaining", "not_voting": "not voting", "absent": "absent",
           "present": "present", "seats": "seats"}  # fmt: skip


@check("figures", over=Vote)
def figures(case: Case[Vote]) -> Iterator[Finding]:
    """Two accounts of one vote that give different numbers differ; a number only one gives is no difference.

    Within one account it is a contradiction.
    """
    for field, what in FIGURES.items():
        told: dict[int, list[Report]] = {}
        for report in case.reports:
            figure = _figure(report, field)
            if figure is not None:
                told.setdefault(figure, []).append(report)
        if len(told) > 1:
            yield _finding(case, field, what, dict(sorted(told.items())))


def _finding(case: Case[Vote], field: str, what: str, told: dict[int, list[Report]]) -> Finding:
    """Return the finding with a side for each figure told."""
    sides = [case.side(reports, f"{n:,}") for n, reports in told.items()]
    because = "; ".join(f"{n:,} {what} in {listed(map(case.quote, reports))}" for n, reports in told.items())
    one_account = len({r.article for reports in told.values() for r in reports}) == 1
    kind: FindingKind = "inner_contradiction" if one_account else "differs"
    return case.finding(kind, "warning", field=field, sides=sides, because=because)


def _figure(report: Report, field: str) -> int | None:
    if not isinstance(report.content, VoteContent):
        return None
    found: int | None = getattr(report.content, field)
    return found
