"""Whether accounts give the figures of a vote alike."""

from collections.abc import Iterator
from itertools import combinations

from dragoman.model.derived import Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report, VoteContent
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check

FIGURES = {"yes": "for", "no": "against", "abstain": "abstaining", "not_voting": "not voting", "absent": "absent",
           "present": "present", "seats": "seats"}  # fmt: skip


@check("figures", over=Vote)
def figures(case: Case[Vote]) -> Iterator[Finding]:
    """Two accounts of one vote that give different numbers differ; a number only one gives is no difference.

    Within one account it is a contradiction.
    """
    for one, other in combinations(case.reports, 2):
        for field, what in FIGURES.items():
            a, b = _figure(one, field), _figure(other, field)
            if a is not None and b is not None and a != b:
                sides = [case.side([one], f"{a:,}"), case.side([other], f"{b:,}")]
                because = f"{a:,} {what} in {case.quote(one)}, {b:,} in {case.quote(other)}"
                kind = "differs" if one.article != other.article else "inner_contradiction"
                yield case.finding(kind, "warning", field=field, sides=sides, because=because)  # type: ignore[arg-type]


def _figure(report: Report, field: str) -> int | None:
    if not isinstance(report.content, VoteContent):
        return None
    found: int | None = getattr(report.content, field)
    return found
