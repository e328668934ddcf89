"""What an account leaves out that the others tell."""

from collections.abc import Iterator

from dragoman.model.derived import Event, Step, Vote
from dragoman.model.finding import Finding, Side
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed, spread

ENOUGH = 3  # accounts of a story; of two, each leaves out what only the other tells


@check("denial_omitted", over=Event)
def denial_omitted(case: Case[Event]) -> Iterator[Finding]:
    """An account that states as a fact what somebody denies, and does not tell of the denial, leaves the half out."""
    denying = [case.accounts.reports[r] for d in case.accounts.denials.get(case.row.id, ()) for r in d.reports]
    telling = {r.article for r in denying}
    stating = [r for r in case.reports if r.stance == "actual" and len(r.attribution) < 2 and r.article not in telling]
    if not denying or not stating:
        return
    denial = listed(case.quote(r) for r in spread(denying))
    stated = listed(case.quote(r) for r in spread(stating))
    because = f"{stated}, stated as a fact, without the denial: {denial}"
    sides = [case.side(denying, "told"), case.side(stating, "silent")]
    yield case.finding("omitted", "notice", field="denied", sides=sides, because=because)


@check("omitted", over=(Step, Vote))
def omitted(case: Case[Step | Vote]) -> Iterator[Finding]:
    """Where all accounts of a story but one tell of an act or a vote, the one that does not leaves it out."""
    story = case.story
    told = {r.article for r in case.reports if _fresh(r)}
    if story is None or len(story.articles) < ENOUGH or len(told) != len(story.articles) - 1:
        return
    silent = tuple(a for a in story.articles if a not in told)
    if any(r.article in silent for r in case.reports):
        return
    because = f"{case.accounts.outlet(silent[0])} alone does not tell of it: {case.quote(case.reports[0])}"
    sides = [case.side(case.reports, "told"), Side(silent, (), "silent", ())]
    yield case.finding("omitted", "info", field=None, sides=sides, because=because)


def _fresh(report: Report) -> bool:
    return report.recency == "new"
