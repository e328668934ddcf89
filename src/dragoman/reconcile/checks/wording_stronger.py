"""Whether an account says more than was done."""

from collections.abc import Iterator

from dragoman.errors import UnknownName
from dragoman.model.derived import Missing, Step
from dragoman.model.finding import Finding
from dragoman.model.report import Report, StepContent
from dragoman.ontology import Ontology
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed, quoted, spread, the

CLAUSE = 120  # code points of a quotation; the clause is enough to find the sentence
NOUNS = {"approved": "approval", "reviewed": "review", "assented": "assent", "promulgated": "promulgation"}


@check("wording_stronger", over=Step)
def wording_stronger(case: Case[Step]) -> Iterator[Finding]:
    """ "Ratified" binds a state; a chamber's vote is one act on the way there, whatever a newspaper calls it.

    An account whose headline makes more of it than its text is told of there, and not again here.
    """
    step = case.row
    strong = [r for r in case.reports if "ratif" in _said(r).lower() and not _headline(case, r)]
    strong = [r for r in strong if r.article not in {h.article for h in _overstating(case)[0]}]
    if step.act != "approved" or step.stance != "actual" or not strong or _told_before(case):
        return
    whole = [r for r in strong if not _body(r)]
    told = whole or strong
    exact = [r for r in case.reports if _body(r) and r not in told]
    sides = [case.side(told, _values(told))] + ([case.side(exact, _values(exact))] if exact else [])
    because = f"{quoted(case, spread(told), CLAUSE)}: {_why(case, named=not whole)}"
    yield case.finding("wording_stronger", "notice", field="as_said", sides=sides, because=because)


@check("headline_overstates", over=Step)
def headline_overstates(case: Case[Step]) -> Iterator[Finding]:
    """The headline has the state act where the text below it has one chamber or body of it."""
    head, text = _overstating(case)
    if head and case.row.act == "approved":
        sides = [case.side(head, _values(head)), case.side(text, _values(text))]
        below = quoted(case, spread(text), CLAUSE)
        because = f"the headline has {quoted(case, spread(head), CLAUSE)}, the text {below}: {_why(case, named=True)}"
        yield case.finding("headline_overstates", "notice", field="as_said", sides=sides, because=because)


def _overstating(case: Case[Step]) -> tuple[list[Report], list[Report]]:
    """Return the headlines that name no body, and what the texts below them tell of one."""
    head: list[Report] = []
    text: list[Report] = []
    for reports in case.by_article:
        above = [r for r in reports if _headline(case, r) and not _body(r)]
        below = [r for r in reports if not _headline(case, r) and _body(r)]
        if above and below:
            head, text = head + above, text + below
    return head, text


def _told_before(case: Case[Step]) -> bool:
    """Say whether the same vote stands in an earlier row of the agreement, which has the finding."""
    step, rows = case.row, case.agreement.steps if case.agreement else ()
    same = [s for s in rows if (s.act, s.stance, s.body, s.parties) == (step.act, step.stance, step.body, step.parties)]
    earlier = (s for s in same if s.id < step.id)
    return any("ratif" in word.lower() for s in earlier for word in s.as_said)


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
    """Return what the act was, and what the state's own procedure still asks for."""
    body = the(_name(case.row.body, case.accounts.ontology)) if case.row.body else "one body"
    act = f"the act is the vote of {body}" if named else f"what other words tell is the vote of {body}"
    missing = _missing(case)
    if not missing:
        return f"{act}, not the ratification of the whole"
    verb, them = ("is", "it") if len(missing) == 1 else ("are", "them")
    return f"{act}; {listed(missing)} {verb} still required, and no account reports {them}"


def _missing(case: Case[Step]) -> list[str]:
    """Return in words what the procedures of the step's parties still require before the state is bound."""
    status = case.agreement.status if case.agreement else ()
    lacking = [m for s in status if s.party in case.row.parties for m in s.missing if m.layer == "domestic"]
    return [_required(m, case.accounts.ontology) for m in lacking[:3]]


def _required(missing: Missing, ontology: Ontology) -> str:
    by = "in" if missing.act == "promulgated" else "by"  # a law is published in a gazette, assented to by a president
    return f"{NOUNS.get(missing.act, missing.act)} {by} {the(_name(missing.body, ontology))}"


def _name(body: str, ontology: Ontology) -> str:
    """Return what the ontology calls a body; without an entry, the last part of its id in words."""
    try:
        return ontology.actors.get(body).name
    except UnknownName:
        return body.rsplit("/", 1)[-1].replace("-", " ")
