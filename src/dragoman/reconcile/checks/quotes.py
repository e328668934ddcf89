"""Whether accounts that quote the same quote the same words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from dragoman.model.derived import Provision, Statement
from dragoman.model.finding import Finding
from dragoman.model.report import Report, StatementContent
from dragoman.reconcile.accounts import Case, whole
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import TRANSLATED
from dragoman.reconcile.wording import listed

QUOTED = re.compile(r"[“\"«](.{2,400}?)[”\"»]", re.DOTALL)
LEAST = 3  # words; a shorter quotation is a phrase that two may share or not by chance
ALIKE = 0.6  # of the words in order; below it the two quote different passages


@check("quotes", over=(Provision, Statement))
def quotes(case: Case[Provision | Statement]) -> Iterator[Finding]:
    """Words between quotation marks ought to be the same words; a shorter cut of the same passage is."""
    said: dict[str, list[tuple[Report, str]]] = {}
    for report in case.reports:
        for quote in _quoted(report):
            said.setdefault(" ".join(_words(quote)), []).append((report, quote))
    for a, b in combinations(sorted(said), 2):
        told = [r for r, _ in (*said[a], *said[b])]
        if _differ(a.split(), b.split()) and len({r.article for r in told}) > 1 and not _translated(case, told):
            yield _finding(case, said[a], said[b])


def _finding(case: Case[Provision | Statement], *versions: list[tuple[Report, str]]) -> Finding:
    """Return the finding with a side for each wording, and every account that has it."""
    sides = [case.side([r for r, _ in told], told[0][1]) for told in versions]
    who = [listed(dict.fromkeys(case.accounts.outlet(r.article) for r, _ in told)) for told in versions]
    words = ", ".join(f"'{side.value}' ({outlets})" for side, outlets in zip(sides, who, strict=True))
    because = f"put in quotation marks by each, in other words: {words}"
    return case.finding("quote_differs", "notice", field="text", sides=sides, because=because)


def _translated(case: Case[Provision | Statement], told: list[Report]) -> bool:
    """Say whether an account says in its sentence that it translates: two translations may differ in their words."""
    spans = [e.span for r in told for e in r.evidence]
    passages = (p for span in spans for p in case.accounts.passages[span.article] if p.quote.span.touches(span))
    return any(TRANSLATED.search(p.text) for p in passages)


def _quoted(report: Report) -> list[str]:
    """Return what a report gives as somebody's own words, long enough to compare."""
    said = report.content if isinstance(report.content, StatementContent) else None
    found = QUOTED.findall(said.text if said else whole(report).quote)
    if said and said.directness != "indirect" and not found:
        found = [said.text]  # the marks stand outside the statement's text
    return [q for q in (f.strip(' ,.;:!?“”"«»') for f in found) if len(q.split()) >= LEAST]


def _words(quote: str) -> list[str]:
    return re.findall(r"[^\W_]+", quote.lower())


def _differ(a: list[str], b: list[str]) -> bool:
    """Say whether two quotations are of one passage and not in the same words."""
    if f" {' '.join(a)} " in f" {' '.join(b)} " or f" {' '.join(b)} " in f" {' '.join(a)} ":
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
