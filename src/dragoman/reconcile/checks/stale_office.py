"""Whether somebody is given an office that is no longer his."""

from collections.abc import Iterator

from dragoman.model.article import Article
from dragoman.model.finding import Finding
from dragoman.model.report import Report, Role
from dragoman.ontology.actors.table import Term
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check

BEFORE = 20  # code points before the title in which a word like "former" stands


@check("stale_office", over=Article)
def stale_office(case: Case[Article]) -> Iterator[Finding]:
    """A person is called by an office that, by the table of offices, had ended before the article appeared.

    What the account itself places in his time of office, and "former" before the title, is no mistake.
    """
    printed = case.row.published.earliest
    told = case.accounts.told_in.get(case.row.id, ()) if printed else ()
    seen: set[tuple[str, str]] = set()
    for report in told:
        for role in report.roles:
            term = _ended(case, role, printed or "")
            key = (role.actor or "", role.text)
            if term is None or key in seen or _in_his_time(report, term) or _said_former(case, report, role):
                continue
            seen.add(key)
            because = (
                f"'{role.text}' in a text of {printed}, without a word that the office ended; "
                f"it ended on {term.end} (from the table of offices, in no account)"
            )
            sides = [case.side([report], role.text)]
            yield case.finding("stale_office", "notice", field=role.actor, sides=sides, because=because)


def _ended(case: Case[Article], role: Role, printed: str) -> Term | None:
    """Return the person's last term in the office he is called by, where it is known to be over."""
    if not (role.actor or "").startswith("person/"):
        return None
    actors = case.accounts.ontology.actors
    lower = f" {role.text.lower()} "
    slugs = {slug for title, slug in actors.nouns("titles").items() if f" {title.lower()} " in lower}
    offices = [o for o in actors.offices_of(role.actor or "") if o.split("/", 1)[-1] in slugs]
    terms = [t for o in offices for t in actors.terms(o) if t.person == role.actor]
    if not terms or any(t.end is None or t.end >= printed for t in terms):
        return None
    return max(terms, key=lambda t: t.end or "")


def _in_his_time(report: Report, term: Term) -> bool:
    """Say whether the account tells of a time when he had the office; a bound by the page's date tells none."""
    when = report.when
    if when is None or when.basis == "article":
        return False
    return (when.earliest or when.latest or "9999") <= (term.end or "")


def _said_former(case: Case[Article], report: Report, role: Role) -> bool:
    """Say whether the text calls him former, late or ousted, in the words of the role or just before them."""
    text = case.row.text
    words = case.accounts.ontology.actors.word_list("former")
    at = next((e.span.start for e in report.evidence if e.quote == role.text), None)
    near = role.text if at is None else text[max(0, at - BEFORE) : at] + role.text
    return any(f" {w}" in f" {near.lower()}" for w in (*words, "then", "one-time"))
