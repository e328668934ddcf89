"""Whether accounts give an agreement the same term."""

from collections.abc import Iterator

from dragoman.model.derived import Agreement
from dragoman.model.finding import Finding
from dragoman.model.report import ProvisionContent, Report, StepContent, VoteContent
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed, spread


@check("term", over=Agreement)
def term(case: Case[Agreement]) -> Iterator[Finding]:
    """An agreement for twenty years in one account and for ten in another: one of them is wrong."""
    by_term: dict[str, list[Report]] = {}
    for report in case.reports:
        told = _term(report)
        if told:
            by_term.setdefault(told, []).append(report)
    if len(by_term) < 2:
        return
    sides = [case.side(reports, told) for told, reports in sorted(by_term.items())]
    said = (f"{told} in {case.quote(spread(reports)[0])}" for told, reports in sorted(by_term.items()))
    yield case.finding("differs", "warning", field="term", sides=sides, because=listed(said))


def _term(report: Report) -> str | None:
    content = report.content
    if isinstance(content, StepContent | ProvisionContent | VoteContent) and content.instrument:
        return content.instrument.term
    return None
