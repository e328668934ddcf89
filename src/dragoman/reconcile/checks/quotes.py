"""Whether accounts that quote the same quote the same words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from dragoman.model.derived import Provision, Statement
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case, whole
from dragoman.reconcile.check import check

QUOTED = re.compile(r"[“\"«](.{2,400}?)[”\"»]", re.DOTALL)
LEAST = 3  # words; a shorter quotation is a phrase that two may share or not by chance
ALIKE = 0.6  # of the words in order; below it the two quote different passages


@check("quotes", over=(Provision, Statement))
def quotes(case: Case[Provision | Statement]) -> Iterator[Finding]:
    """Words between quotation marks ought to be the same words; a shorter cut of the same passage is."""
    seen: set[tuple[str, str]] = set()
    for one, other in combinations(case.reports, 2):
        if one.article == other.article:
            continue
        for a, b in ((a, b) for a in _quoted(one) for b in _quoted(other) if _differ(a, b)):
            if (a, b) not in seen:
                seen.add((a, b))
                sides = [case.side([one], a), case.side([other], b)]
                because = (
                    f"both put the words in quotation marks: '{a}' ({_who(case, one)}), '{b}' ({_who(case, other)})"
                )
                yield case.finding("quote_differs", "notice", field="text", sides=sides, because=because)


def _who(case: Case[Provision | Statement], report: Report) -> str:
    return case.accounts.outlet(report.article)


def _quoted(report: Report) -> list[str]:
    found = (q.strip(" ,.;:!?") for q in QUOTED.findall(whole(report).quote))
    return [q for q in found if len(q.split()) >= LEAST]


def _differ(one: str, other: str) -> bool:
    """Say whether two quotations are of one passage and not in the same words."""
    a, b = (re.findall(r"[^\W_]+", q.lower()) for q in (one, other))
    if f" {' '.join(a)} " in f" {' '.join(b)} " or f" {' '.join(b)} " in f" {' '.join(a)} ":
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
