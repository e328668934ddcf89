"""Sentences of a story set side by side: those of two accounts that tell of one thing."""

import re
from collections.abc import Iterator
from itertools import combinations

from dragoman.model.derived import Story
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.passages import Passage

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|sixth|next|previous|earlier|last|another|separate)\b", re.I)
BODIES = re.compile(
    r"\b(senat|upper house|lower house|chamber|house of|assembly|parliament|congress|duma|council|committee|cabinet)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = re.compile(rf"\b(?:{MONTHS})\b")


def accounts_of(case: Case[Story]) -> list[tuple[Passage, ...]]:
    """Return the accounts of a story, each as its sentences."""
    return [case.accounts.passages[a] for a in case.row.articles if a in case.accounts.passages]


def across(case: Case[Story]) -> Iterator[tuple[Passage, Passage]]:
    """Yield every pair of sentences of two accounts."""
    for one, other in combinations(accounts_of(case), 2):
        yield from ((a, b) for a in one for b in other)


def one_occasion(one: Passage, other: Passage) -> bool:
    """Say whether nothing in two sentences puts them in two rounds, two bodies, two years or two months."""
    for pattern in (ORDINAL, YEAR, MONTH, BODIES):
        a, b = ({m[0].lower() for m in pattern.finditer(p.text)} for p in (one, other))
        if a and b and not a & b:
            return False
        if pattern is ORDINAL and a != b:
            return False
    return True
