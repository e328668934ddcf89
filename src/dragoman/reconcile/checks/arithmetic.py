"""Whether the figures of a vote add up."""

from collections.abc import Iterator

from dragoman.model.derived import Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report, VoteContent
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check


@check("arithmetic", over=Vote)
def arithmetic(case: Case[Vote]) -> Iterator[Finding]:
    """The votes for, against and abstaining are added up and set beside those present, or the chamber's seats.

    Too few leaves somebody unaccounted for, which happens and is worth a question; too many cannot be.
    """
    sum_ = case.row.arithmetic
    if sum_.verdict not in ("unaccounted", "impossible"):
        return
    vote = case.row
    whole = vote.present if vote.present is not None else vote.seats
    counted = (whole or 0) - (sum_.difference or 0)
    side = case.side([r for r in case.reports if _figured(r)], f"{counted:,} of {whole:,}")
    severity = "warning" if sum_.verdict == "impossible" else "notice"
    field = "present" if vote.present is not None else "seats"
    yield case.finding("arithmetic", severity, field=field, sides=[side], because=sum_.because)  # type: ignore[arg-type]


def _figured(report: Report) -> bool:
    return isinstance(report.content, VoteContent) and report.content.yes is not None
