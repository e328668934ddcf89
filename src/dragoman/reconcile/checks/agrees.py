"""What several accounts tell alike."""

from collections.abc import Iterator
from itertools import combinations

from dragoman.model.derived import Event, Provision, Step
from dragoman.model.finding import Finding, Side
from dragoman.model.report import Report
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import number, quoted, sources, spread

TOLD = ("clause", "narrative", "report_date")
Told = Step | Provision | Event


@check("agrees", over=(Step, Provision, Event))
def agrees(case: Case[Told]) -> Iterator[Finding]:
    """Two accounts that say the same agree; they corroborate each other only with two known independent origins.

    Outlets that name no source may rest on the same one, so their number alone shows nothing. What one account denies
    or only alleges is not agreed on, and what an account tells as background is left to its own row.
    """
    row = case.row
    if len(case.by_article) < 2 or row.origins.high < 2 or not _held_alike(case):
        return
    if isinstance(row, Event) and (row.recency != "new" or _is_step(case)):
        return
    kind = "corroborated" if row.origins.low >= 2 else "agrees"
    field = _field(row, case)
    quotes = quoted(case, spread(case.reports))
    yield case.finding(
        kind,  # type: ignore[arg-type]
        "info",
        field=field,
        sides=[_side(case, reports, field) for reports in case.by_article],
        because=f"{quotes}; {_origin_sentence(case)}",
        origins=row.origins,
    )


def _held_alike(case: Case[Told]) -> bool:
    return {r.stance for r in case.reports} == {"actual"} and case.row.id not in case.accounts.denials


def _is_step(case: Case[Told]) -> bool:
    """Say whether an event is the other side of a step, which has the finding already."""
    return any(link.kind == "same_act" for r in case.reports for link in r.links)


def _field(row: Told, case: Case[Told]) -> str:
    if isinstance(row, Provision):
        return "obligation"
    # a day taken from the page is not the account's word
    dated = [r for r in case.reports if r.when and r.when.edtf and r.when.basis in TOLD]
    times = [r.when for r in dated if r.when]
    alike = all(a.overlaps(b) for a, b in combinations(times, 2))  # else they agree that it was done, not on when
    return "when" if alike and len({r.article for r in dated}) > 1 else "act" if isinstance(row, Step) else "type"


def _side(case: Case[Told], reports: tuple[Report, ...], field: str) -> Side:
    return case.side(reports, _value(case.row, reports, field))


def _value(row: Told, reports: tuple[Report, ...], field: str) -> str:
    if isinstance(row, Provision):
        return row.obligation
    if field == "when":
        return next((r.when.edtf for r in reports if r.when and r.when.edtf), "no time told")
    return row.act if isinstance(row, Step) else row.type


def _origin_sentence(case: Case[Told]) -> str:
    origins, outlets = case.row.origins, len(case.by_article)
    if origins.low >= 2:
        return f"{number(outlets)} outlets with {number(origins.low)} independent origins: {sources(origins)}"
    if not sources(origins):
        return (
            f"{number(outlets)} outlets, each in its own voice; the origin of none is known, "
            "so they agree but are not shown to be independent"
        )
    return (
        f"{number(outlets)} outlets; {sources(origins)} is the one known origin, where the rest come from is not told, "
        "so they agree but are not shown to be independent"
    )
