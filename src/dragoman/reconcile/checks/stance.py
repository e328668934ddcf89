"""Whether what one states as a fact another only attributes, or somebody denies."""

from collections.abc import Iterator

from dragoman.model.derived import Event
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed, spread


@check("asserted_vs_attributed", over=Event)
def asserted_vs_attributed(case: Case[Event]) -> Iterator[Finding]:
    """One account states it in its own voice, another reports it as somebody's claim: the second is the safer."""
    asserting = [r for r in case.reports if r.stance == "actual" and len(r.attribution) < 2]
    claiming = [r for r in case.reports if r.stance == "alleged"]
    apart = {r.article for r in claiming} - {r.article for r in asserting}
    if not asserting or not apart:
        return
    claims = [r for r in claiming if r.article in apart]
    who = (
        listed(dict.fromkeys(r.attribution[-1].source for r in claims if len(r.attribution) > 1))
        or "somebody not named"
    )
    sides = [case.side(asserting, "asserted in its own voice"), case.side(claims, f"alleged by {who}")]
    because = (
        f"stated as a fact: {listed(case.quote(r) for r in spread(asserting))}; "
        f"told as an allegation by {who}: {listed(case.quote(r) for r in spread(claims))}"
    )
    yield case.finding("asserted_vs_attributed", "warning", field="stance", sides=sides, because=because)


@check("denied", over=Event)
def denied(case: Case[Event]) -> Iterator[Finding]:
    """Somebody denies what is told: both stand side by side, with who says which."""
    denials = case.accounts.denials.get(case.row.id, ())
    told = [r for r in case.reports if r.stance not in ("denied", "negated")]
    denying: list[Report] = [case.accounts.reports[r] for d in denials for r in d.reports]
    denying += [r for r in case.reports if r.stance == "denied"]
    if not told or not denying:
        return
    who = listed(dict.fromkeys(_denier(r) for r in denying))
    sides = [case.side([r for r in told if r.stance == s], s) for s in sorted({r.stance or "" for r in told})]
    because = (
        f"{listed(case.quote(r) for r in spread(told))}; denied by {who}: {listed(map(case.quote, spread(denying)))}"
    )
    sides.append(case.side(denying, f"denied by {who}"))
    yield case.finding("denied", "warning", field="stance", sides=sides, because=because)


def _denier(report: Report) -> str:
    speaker = next((r.text for r in report.roles if r.role == "speaker"), None)
    return speaker or (report.attribution[-1].source if report.attribution else "somebody not named")
