"""Whether accounts date one act alike."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.model.derived import Event, Step
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.model.terms import FindingKind
from dragoman.model.time import When
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import quoted


@check("when", over=(Step, Event))
def when(case: Case[Step | Event]) -> Iterator[Finding]:
    """Dates agree when they agree to the coarser of the two: "March" fits 5 March; else the accounts differ.

    One account that dates one act twice contradicts itself.
    """
    if isinstance(case.row, Event) and any(k.kind == "same_act" for r in case.reports for k in r.links):
        return  # the act's step has the finding
    for reports in case.by_article:
        twice = next((pair for pair in combinations(reports, 2) if _apart(pair[:1], pair[1:])), None)
        if twice:
            yield _finding(case, "inner_contradiction", twice)
    if any(_apart(one, other) for one, other in combinations(case.by_article, 2)):
        dated = [r for reports in case.by_article for r in reports if _told(r.when)]
        telling = {r.article for r in dated}
        yield _finding(case, "differs", [*dated, *(r for r in case.reports if r.article not in telling)])


def _finding(case: Case[Step | Event], kind: FindingKind, reports: Sequence[Report]) -> Finding:
    """Return the finding with a side for each date told, and one for the accounts that tell none."""
    dated = [r for r in reports if _told(r.when)]
    told = {v: [r for r in dated if _edtf(r.when) == v] for v in sorted({_edtf(r.when) for r in dated})}
    because = "; ".join(f"{v} in {quoted(case, rs)}" for v, rs in told.items())
    sides = [case.side(rs, v) for v, rs in told.items()]
    rest = [r for r in reports if not _told(r.when)]
    sides += [case.side(rest, "no time told")] if rest else []
    return case.finding(kind, "warning", field="when", sides=sides, because=because)


def _apart(one: tuple[Report, ...], other: tuple[Report, ...]) -> tuple[Report, Report] | None:
    """Return a report of each account whose times cannot be one; None where any of theirs fit."""
    pairs = [(a, b) for a in one for b in other if _told(a.when) and _told(b.when)]
    return pairs[0] if pairs and not any(_fit(a.when, b.when) for a, b in pairs) else None


def _told(when: When | None) -> bool:
    """Say whether words of the account give the time; what is inferred from the page is nothing to differ on."""
    return when is not None and when.edtf is not None and when.basis in ("clause", "narrative", "report_date")


def _fit(one: When | None, other: When | None) -> bool:
    """Say whether two times overlap; an end that is not known bounds nothing."""
    if one is None or other is None:
        return True
    first, last = "0001-01-01", "9999-12-31"
    return (one.earliest or first) <= (other.latest or last) and (other.earliest or first) <= (one.latest or last)


def _edtf(when: When | None) -> str:
    return (when.edtf if when else None) or "no time told"
