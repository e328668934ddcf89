"""Where a source was dropped on the way from one account to the next."""

import re
from collections.abc import Iterator

from dragoman.model.derived import Event, Provision, Step
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case, whole
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed

COPIED = 0.75  # of the shorter sentence's neighbouring words; two writers of their own seldom share a third
LEAST = 5  # words; a shorter sentence is alike by chance


@check("attribution_lost", over=(Step, Provision, Event))
def attribution_lost(case: Case[Step | Provision | Event]) -> Iterator[Finding]:
    """One account names its source; another has nearly the same sentence as if it knew by itself."""
    sourced = {r.article: r for r in case.reports if len(r.attribution) > 1}
    flat = {r.article: r for r in case.reports if len(r.attribution) < 2 and r.article not in sourced}
    for bare in flat.values():
        model = next((r for r in sourced.values() if _copied(bare, r)), None)
        if model is None:
            continue
        source = listed(dict.fromkeys(f"'{s.source}'" for s in model.attribution[1:]))
        because = f"{case.quote(model)} has it from {source}; {case.quote(bare)} has it in its own voice"
        sides = [case.side([model], f"from {source}"), case.side([bare], "in its own voice")]
        yield case.finding("attribution_lost", "notice", field="attribution", sides=sides, because=because)


def _copied(one: Report, other: Report) -> bool:
    """Say whether two sentences are one, a few words changed."""
    a, b = (re.findall(r"[^\W_]+", whole(r).quote.lower()) for r in (one, other))
    if min(len(a), len(b)) < LEAST:
        return False
    pairs = [{tuple(words[i : i + 2]) for i in range(len(words) - 1)} for words in (a, b)]
    return len(pairs[0] & pairs[1]) >= COPIED * min(map(len, pairs))
