"""Whether accounts give the numbers of one thing alike, by the printed words."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.model.article import Article
from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.amounts import Amount
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import Passage
from dragoman.reconcile.story_pairs import across, one_occasion

SHARED = 3  # content words two sentences have in common beside what is counted, for one thing to be told
ALIKE = 0.3  # of the shorter sentence's content words
COUNTING = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb\w*|increas\w*|grow\w*|grew|so far|now|updated?|revised?|toll|further|more than"
    r"|additional|another|since|by (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)  # a count that goes on
DEFINITE = re.compile(r"\b(?:the|these|those|all|both|their|its)\s+$", re.IGNORECASE)


@check("numbers", over=Story)
def numbers(case: Case[Story]) -> Iterator[Finding]:
    """Two accounts that count one thing differently differ; rounding, bounds and a later count are no difference.

    The sentences must have more in common than the thing counted: two quantities of one kind are two quantities.
    """
    seen: set[tuple[object, ...]] = set()
    for one, other in across(case):
        if one.headline or other.headline or not one_occasion(one, other):
            continue
        for a, b in _contrary(one, other):
            if not _of_one(one, other) and not _only_ones(case, one, a, other, b):
                continue
            key = (*sorted((a.value, b.value)), *a.what[-1:])
            if key in seen or _known(case, one, b) or _known(case, other, a):
                continue
            if not _later_count(case, one, other):
                seen.add(key)
                yield _finding(case, "differs", ([one], a), ([other], b))


@check("numbers_within", over=Article)
def numbers_within(case: Case[Article]) -> Iterator[Finding]:
    """One account that counts one thing twice and differently contradicts itself: "four diplomats", "the five"."""
    told = case.accounts.passages[case.row.id]
    seen: set[tuple[float, float]] = set()
    for one, other in combinations(told, 2):
        for a, b in _contrary(one, other):
            pointing = DEFINITE.search(other.text[: b.start]) is not None and len(b.what) < 3
            alike = _of_one(one, other)
            if (pointing or alike) and one_occasion(one, other) and (a.value, b.value) not in seen:
                seen.add((a.value, b.value))
                yield _finding(case, "inner_contradiction", _every(told, a), _every(told, b))


def _every(told: Sequence[Passage], amount: Amount) -> tuple[list[Passage], Amount]:
    """Return all sentences of an account that tell a number of a thing."""
    same = (p for p in told if any(x.value == amount.value and _same_thing(x, amount) for x in p.amounts))
    return list(same), amount


def _finding(case: Case[Story] | Case[Article], kind: str, *told: tuple[list[Passage], Amount]) -> Finding:
    sides = [case.told(passages, amount.text) for passages, amount in told]
    because = "; ".join(f"{amount.text} in {case.printed(passages[-1])}" for passages, amount in told)
    return case.finding(kind, "warning", field="quantity", sides=sides, because=because)  # type: ignore[arg-type]


def _of_one(one: Passage, other: Passage) -> bool:
    shared = one.stems & other.stems
    least = min(len(one.stems), len(other.stems))
    return len(shared) >= SHARED and len(shared) >= ALIKE * least


def _only_ones(case: Case[Story], one: Passage, a: Amount, other: Passage, b: Amount) -> bool:
    """Say whether each account counts such a thing but once, and the two sentences have a word in common."""
    alone = all(
        len({x.value for p in case.accounts.passages[q.article] for x in p.amounts if x.what and _same_thing(x, y)})
        == 1
        for q, y in ((one, a), (other, b))
    )
    named = bool(a.what) and bool(b.what) and a.what[-1] == b.what[-1]
    return alone and named and bool((one.matter & other.matter) - {*a.what, *b.what})


def _contrary(one: Passage, other: Passage) -> Iterator[tuple[Amount, Amount]]:
    """Yield numbers of one kind of thing that cannot be one, where no other number of either sentence fits."""
    for a in one.amounts:
        same = [b for b in other.amounts if _same_thing(a, b)]
        if same and not any(a.fits(b) for b in same):
            back = [x for x in one.amounts if _same_thing(x, same[0])]
            if not any(x.fits(same[0]) for x in back):
                yield a, same[0]


def _same_thing(one: Amount, other: Amount) -> bool:
    if one.money != other.money and not {"dollar", "euro"} & {*one.what, *other.what}:
        return False
    return one.money or bool(set(one.what) & set(other.what))


def _known(case: Case[Story], passage: Passage, amount: Amount) -> bool:
    """Say whether a sentence's account knows the other's number too, of the same thing."""
    told = (x for p in case.accounts.passages[passage.article] for x in p.amounts)
    return any(x.value == amount.value and _same_thing(x, amount) for x in told)


def _later_count(case: Case[Story], one: Passage, other: Passage) -> bool:
    """Say whether one account is of a later day and counts on."""
    days = [case.accounts.articles[p.article].published.latest or "" for p in (one, other)]
    later = one if days[0] > days[1] else other
    return days[0] != days[1] and COUNTING.search(later.text) is not None
