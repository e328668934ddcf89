"""On how little an account may rest, however many print it."""

from collections.abc import Iterator

from dragoman.model.derived import Event, Origins, Provision, Step
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.wording import listed, number, outlets, sources, spread

VERBAL = (1, 3)  # quad classes of words: who else should say what a government supports?
AGAINST = ("denied", "negated")  # who denies a thing is no witness of it
Told = Step | Provision | Event


def _kinds(origins: Origins) -> set[str]:
    return {o.kind for o in origins.sources}


def _concerns(case: Case[Told]) -> bool:
    """Say whether a row is this story's news; of an act that is a step, the step has the finding."""
    if isinstance(case.row, Event):
        return case.row.recency == "new" and not any(k.kind == "same_act" for r in case.reports for k in r.links)
    return True


@check("one_medium", over=(Step, Provision, Event))
def one_medium(case: Case[Told]) -> Iterator[Finding]:
    """Several outlets that all have it from one medium are one account, however many they are.

    Where their articles as a whole go back to one origin, that is told once, of the story.
    """
    origins = case.row.origins
    telling = [rs for reports in case.by_article if (rs := [r for r in reports if r.stance not in AGAINST])]
    if len(telling) < 2 or origins.high != 1 or not _concerns(case) or not _matters(origins):
        return
    if _told_of_story(case, {rs[0].article for rs in telling}):
        return
    told = listed(case.quote(r) for r in spread(r for rs in telling for r in rs))
    because = f"{told}: all rest on {sources(origins)}, one origin"
    sides = [case.side(rs, sources(origins)) for rs in telling]
    yield case.finding("single_origin", "notice", field="origins", sides=sides, because=because, origins=origins)


def _matters(origins: Origins) -> bool:
    """Say whether all rest on a medium or a bystander; that two quote one minister on his own doing is no news."""
    return any(o.actor and (o.kind == "source" or "outlet/" in o.actor or "/media" in o.actor) for o in origins.sources)


def _told_of_story(case: Case[Told], articles: set[str]) -> bool:
    return any(articles <= set(found.articles) for found in case.accounts.grouping.one_origin)


@check("party_only", over=(Step, Provision, Event))
def party_only(case: Case[Told]) -> Iterator[Finding]:
    """Where every source named is a party to the matter, or its state media, nobody without a stake has said it."""
    origins = case.row.origins
    speech = isinstance(case.row, Event) and case.row.quad in VERBAL
    if _kinds(origins) != {"party"} or speech or not _concerns(case):
        return
    because = f"every account that names a source names a party to it: {sources(origins)} ({outlets(case)})"
    sides = [case.side([r for r in case.reports if len(r.attribution) > 1], "a party speaking of itself")]
    yield case.finding("party_only", "notice", field="origins", sides=sides, because=because, origins=origins)


@check("anonymous_only", over=(Step, Provision, Event))
def anonymous_only(case: Case[Told]) -> Iterator[Finding]:
    """What rests on unnamed sources alone cannot be asked after: readers should know."""
    origins = case.row.origins
    if _kinds(origins) != {"anonymous"} or not _concerns(case):
        return
    accounts = "one account" if len(case.by_article) == 1 else f"{number(len(case.by_article))} accounts"
    because = f"rests on {sources(origins)} alone, in {accounts} ({outlets(case)})"
    sides = [case.side(case.reports, "unnamed sources")]
    yield case.finding("anonymous_only", "notice", field="origins", sides=sides, because=because, origins=origins)
