"""Whether an article was edited, corrected or withdrawn, and what rests on it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from dragoman.model.article import Article
from dragoman.model.derived import Event, Provision, Statement, Step, Vote
from dragoman.model.finding import Finding, Side, SideQuote
from dragoman.model.terms import FindingKind
from dragoman.model.text import Span
from dragoman.reconcile.accounts import Case, short
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import Passage

Told = Step | Provision | Vote | Event | Statement
RETRACTED = re.compile(
    r"^(?:editor['’]s note:? |note:? )?(?:retraction\b"
    r"|this (?:article|story|report) (?:has been|was|is) (?:retracted|withdrawn)"
    r"|we (?:have )?(?:retract|withdr[ae]w)\w* this (?:article|story|report))|\bkill(?:s|ed)? (?:the |this )?story\b",
    re.IGNORECASE,
)
CORRECTED = re.compile(
    r"^(?:correction|corrected|clarification)\b ?(?:\(|:|–|—|-|on|,)"
    r"|\b(?:an )?(?:earlier|previous|prior) version of this"
    r"|\bthis (?:article|story|report) (?:has been|was) (?:corrected|amended|updated to correct)|^corrects\b",
    re.IGNORECASE,
)


@check("edited", over=Article)
def edited(case: Case[Article]) -> Iterator[Finding]:
    """An article that was read with another text before: what stood there, and what stands there now."""
    now = case.row
    for former in case.accounts.former.get(now.id, ()):
        before, after = former.text[former.body :].split(), now.text[now.body :].split()
        if before != after:
            old, new = _difference(before, after)
            sides = [Side((now.id,), (), old or "nothing", ()), _now(now, new)]
            because = f"'{short(old) or 'nothing'}' became '{short(new) or 'nothing'}'"
            yield case.finding("edited", "notice", field=f"text.{former.sha256[:12]}", sides=sides, because=because)


@check("corrected", over=Article)
def corrected(case: Case[Article]) -> Iterator[Finding]:
    """An article that says of itself that it was corrected, or that it is withdrawn."""
    for passage in case.accounts.passages[case.row.id]:
        kind = _notice(passage)
        if kind:
            sides = [case.told([passage], kind)]
            yield case.finding(kind, "warning", field="text", sides=sides, because=case.printed(passage))


@check("rests_on_withdrawn", over=(Step, Provision, Vote, Event, Statement))
def rests_on_withdrawn(case: Case[Told]) -> Iterator[Finding]:
    """What an article told that was corrected or withdrawn since rests on words that may no longer stand."""
    for reports in case.by_article:
        passages = case.accounts.passages[reports[0].article]
        notice = next(((p, kind) for p in passages if (kind := _notice(p))), None)
        if notice:
            passage, kind = notice
            because = f"told in an article that was {kind}: {case.printed(passage)}"
            sides = [case.side(reports, "told"), case.told([passage], kind)]
            yield case.finding(kind, "warning", field="reports", sides=sides, because=because)


def _notice(passage: Passage) -> FindingKind | None:
    """Return what a sentence says became of its article; words on other things' correction say nothing of it."""
    if RETRACTED.search(passage.text):
        return "retracted"
    return "corrected" if CORRECTED.search(passage.text) else None


def _difference(before: list[str], after: list[str]) -> tuple[str, str]:
    """Return the first stretch of words that is another now, before and after."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    _, a, b, c, d = next(code for code in codes if code[0] != "equal")
    return " ".join(before[a:b]), " ".join(after[c:d])


def _now(article: Article, words: str) -> Side:
    at = article.text.find(words, article.body) if words else -1
    quotes = (SideQuote(Span(article.id, at, at + len(words)), words),) if at >= 0 else ()
    return Side((article.id,), (), words or "nothing", quotes)
