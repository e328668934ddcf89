"""Whether an account says more than was done."""

from collections.abc import Iterator

from dragoman.errors import UnknownName
from dragoman.model.derived import Missing, Step
from dragoman.model.finding import Finding
from dragoman.model.report import Report, StepContent
from dragoman.ontology import Ontology
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed, spread

NOUNS = {"approved": "approval", "reviewed": "review", "assented": "assent", "promulgated": "promulgation"}


@check("wording_stronger", over=Step)
def wording_stronger(case: Case[Step]) -> Iterator[Finding]:
    """ "Ratified" binds a state; a chamber's vote is one act on the way there, whatever a newspaper calls it."""
    step = case.row
    strong = [r for r in case.reports if "ratif" in _said(r).lower() and not _headline(case, r)]
    if step.act != "approved" or step.stance != "actual" or not strong:
        return
    whole = [r for r in strong if not _body(r)]
    told = whole or strong
    exact = [r for r in case.reports if _body(r) and r not in told]
    sides = [case.side(told, _values(told))] + ([case.side(exact, _values(exact))] if exact else [])
    because = f"{listed(case.quote(r) for r in spread(told))}: {_why(case, named=not whole)}"
    yield case.finding("wording_stronger", "notice", field="as_said", sides=sides, because=because)


@check("headline_overstates", over=Step)
def headline_overstates(case: Case[Step]) -> Iterator[Finding]:
    """The headline has the state act where the text below it has one chamber or body of it."""
    for reports in case.by_article:
        head = [r for r in reports if _headline(case, r) and not _body(r)]
        text = [r for r in reports if not _headline(case, r) and _body(r)]
        if head and text and case.row.act == "approved":
            sides = [case.side(head, _values(head)), case.side(text, _values(text))]
            below = listed(case.quote(r) for r in text[:2])
            because = f"the headline has {case.quote(head[0])}; the text has a body of the state act: {below}"
            yield case.finding("headline_overstates", "notice", field="as_said", sides=sides, because=because)


def _said(report: Report) -> str:
    return report.content.as_said if isinstance(report.content, StepContent) else ""


def _body(report: Report) -> bool:
    return any("/" in a for a in report.actors("body"))


def _headline(case: Case[Step], report: Report) -> bool:
    span = case.accounts.articles[report.article].headline
    return span is not None and all(e.span.end <= span.end for e in report.evidence)


def _values(reports: list[Report]) -> str:
    return listed(sorted({f"'{_said(r)}'" for r in reports}))


def _why(case: Case[Step], *, named: bool) -> str:
    act = (
        "the act is a vote of one body"
        if named
        else "no body is named, and what is told elsewhere is a vote of one body"
    )
    missing = _missing(case)
    if not missing:
        return f"{act}, not the ratification of the whole"
    return f"{act}; the state's procedure also requires {listed(missing)}, which no account reports"


def _missing(case: Case[Step]) -> list[str]:
    """Return in words what the procedures of the step's parties still require before the state is bound."""
    status = case.agreement.status if case.agreement else ()
    lacking = [m for s in status if s.party in case.row.parties for m in s.missing if m.layer == "domestic"]
    return [_required(m, case.accounts.ontology) for m in lacking[:3]]


def _required(missing: Missing, ontology: Ontology) -> str:
    try:
        body = ontology.actors.get(missing.body).name
    except UnknownName:
        body = missing.body.rsplit("/", 1)[-1].replace("-", " ")
    return f"{NOUNS.get(missing.act, missing.act)} by {body}"
