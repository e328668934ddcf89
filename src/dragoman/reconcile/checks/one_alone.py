"""What one account alone tells."""

from collections.abc import Iterator

from dragoman.model.derived import Step, Vote
from dragoman.model.finding import Finding, Side
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed


@check("one_alone", over=(Step, Vote))
def one_alone(case: Case[Step | Vote]) -> Iterator[Finding]:
    """In a story of several accounts, an act or a vote that only one of them tells is left out by the others."""
    story = case.story
    if story is None or len(story.articles) < 2 or len(case.by_article) != 1 or not _news(case):
        return
    teller = case.reports[0].article
    silent = tuple(a for a in story.articles if a != teller)
    what = (
        "gives the figures of the vote" if isinstance(case.row, Vote) else f"tells this: {case.quote(case.reports[0])}"
    )
    named = listed(dict.fromkeys(f"'{s.source}'" for r in case.reports for s in r.attribution[1:] if s.source))
    source = (
        f", and has them from {named}" if named and isinstance(case.row, Vote) else f", from {named}" if named else ""
    )
    because = f"only {case.accounts.outlet(teller)} {what}{source}"
    sides = [case.side(case.reports, "told"), Side(silent, (), "silent", ())]
    yield case.finding("omitted", "info", field="by all but one", sides=sides, because=because)


def _news(case: Case[Step | Vote]) -> bool:
    """Say whether it is told as new; what one account adds from history rests on more than it says."""
    return any(r.recency == "new" for r in case.reports)
