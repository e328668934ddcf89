"""Whether accounts that quote one utterance give it in the same words and of the same day."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import TRANSLATED, Passage
from dragoman.reconcile.story_pairs import MONTHS, accounts_of, across

LEAST = 4  # words; a shorter quotation is a phrase that two may share or not by chance
WHOLE = 5  # words; so many in one order are one utterance
ALIKE = 0.6  # of the words in order
ONE_SPEAKER = 0.5  # the same where a name stands by both
PAST = re.compile(
    rf"\b(?:in|on|at|of|since|from|back in)\b[^.“\"]{{0,40}}\b((?:19|20)\d\d)\b|\blast (?:year|month|spring"
    rf"|summer|autumn|fall|winter)\b"
    rf"|\b(?:years?|months|weeks) (?:ago|earlier|before)\b|\b(?:{MONTHS}) (?P<year>(?:19|20)\d\d)\b"
    rf"|\blast (?:{MONTHS})\b",
    re.IGNORECASE,
)


@check("spoken", over=Story)
def spoken(case: Case[Story]) -> Iterator[Finding]:
    """Words between quotation marks ought to be the same words; a shorter cut of the same passage is.

    Two translations of one speech are no difference, where an account says that it translates.
    """
    seen: set[frozenset[str]] = set()
    for one, other in across(case):
        for a, b in ((a, b) for a in one.quotations for b in other.quotations):
            pair = frozenset((a, b))
            least = ONE_SPEAKER if _speakers(case, one) & _speakers(case, other) else ALIKE
            if pair not in seen and _misquoted(_words(a), _words(b), least) and not _translated(case, one, other):
                seen.add(pair)
                sides = [case.told([one], a), case.told([other], b)]
                because = f"put in quotation marks by each, in other words: {case.printed(one)}; {case.printed(other)}"
                yield case.finding("quote_differs", "notice", field="text", sides=sides, because=because)


@check("old_quote", over=Story)
def old_quote(case: Case[Story]) -> Iterator[Finding]:
    """An old quotation that an account shows as if it were said now: another account tells when it was said."""
    for one, other in across(case):
        if not _same_words(one, other):
            continue
        for fresh, old in ((one, other), (other, one)):
            told = _around(case, old)
            if any(_long_ago(case, p) for p in told) and not any(_long_ago(case, p) for p in _around(case, fresh)):
                dated = next(p for p in told if _long_ago(case, p))
                sides = [case.told([fresh], "as said now"), case.told([old, dated], "said before")]
                because = f"{case.printed(fresh)}; of the same words {case.printed(dated)}"
                yield case.finding("old_quote", "warning", field="when", sides=sides, because=because)


def _words(quote: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'][^\W_]+)?", quote.lower().replace("’", "'"))


def _speakers(case: Case[Story], passage: Passage) -> frozenset[str]:
    """Return the names around a quotation, one of which is its speaker's."""
    return frozenset().union(*(p.names for p in _around(case, passage)))


def _misquoted(a: list[str], b: list[str], least: float) -> bool:
    """Say whether two quotations are of one passage and not in the same words."""
    if min(len(a), len(b)) < LEAST or _cut(a, b) or _cut(b, a):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


def _cut(short: list[str], long: list[str]) -> bool:
    """Say whether one quotation is a stretch of the other, whatever its first word is printed like."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _translated(case: Case[Story], *told: Passage) -> bool:
    return any(TRANSLATED.search(p.text) for one in told for p in _around(case, one))


def _around(case: Case[Story], passage: Passage) -> list[Passage]:
    """Return a sentence with its neighbours, which may say of when and by whom it is."""
    account = next(a for a in accounts_of(case) if a[0].article == passage.article)
    at = account.index(passage)
    return [p for p in account[max(0, at - 1) : at + 2] if not p.headline]


def _same_words(one: Passage, other: Passage) -> bool:
    pairs = ((_words(a), _words(b)) for a in one.quotations for b in other.quotations)
    return any(min(len(a), len(b)) >= WHOLE and (_cut(a, b) or _cut(b, a)) for a, b in pairs)


def _long_ago(case: Case[Story], passage: Passage) -> bool:
    """Say whether a sentence outside its quotations tells of a time well before its article."""
    bare = re.sub(r"[“\"«].{2,400}?[”\"»]", " ", passage.text, flags=re.DOTALL)
    printed = (case.accounts.articles[passage.article].published.earliest or "9999")[:4]
    return any((m[1] or m["year"] or "0000") < printed for m in PAST.finditer(bare))
