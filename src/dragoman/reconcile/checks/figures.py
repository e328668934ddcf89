"""Whether accounts give the figures of a vote alike."""

from collections.abc import Iterator

from dragoman.model.derived import Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report, VoteContent
from dragoman.model.terms import FindingKind
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import quoted

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
    """Return the finding with a side for each figure told, and one for the accounts that tell none."""
    sides = [case.side(reports, f"{n:,}") for n, reports in told.items()]
    because = "; ".join(f"{n:,} {what} in {quoted(case, reports)}" for n, reports in told.items())
    telling = {r.article for reports in told.values() for r in reports}
    one_account = len(telling) == 1
    rest = [r for r in case.reports if r.article not in telling]
    if rest and not one_account:
        sides.append(case.side(rest, "no figure told"))
    kind: FindingKind = "inner_contradiction" if one_account else "differs"
    return case.finding(kind, "warning", field=field, sides=sides, because=because)


def _figure(report: Report, field: str) -> int | None:
    if not isinstance(report.content, VoteContent):
        return None
    found: int | None = getattr(report.content, field)
    return found
