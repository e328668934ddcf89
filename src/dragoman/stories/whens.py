"""When two accounts speak of one time: the coarser holds the finer, and the narrowest that fits all is kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.model.time import When

FIRST, LAST = "0001-01-01", "9999-12-31"  # an end that is not known bounds nothing


def bounds(when: When | None) -> tuple[str, str] | None:
    """Return first and last day of a resolved time, None where it is not resolved."""
    if when is None or when.edtf is None or (when.earliest is None and when.latest is None):
        return None
    return when.earliest or FIRST, when.latest or LAST


def fit(one: When | None, other: When | None) -> bool:
    """Say whether two times can be the same: unknown fits all, and a month holds its days."""
    a, b = bounds(one), bounds(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def width(when: When | None) -> int:
    """Return how many days a time leaves open; what has no end is wider than what has."""
    span = bounds(when)
    return days(*span) if span else 10**7


def days(first: str, last: str) -> int:
    """Return the number of days from one ISO day to another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def narrowest(whens: Iterable[When | None]) -> When | None:
    """Return the narrowest time that fits the others: 2025-01 and 2025-01-17 give 2025-01-17.

    Where accounts contradict each other, the time most of them fit is taken; the check on dates tells the rest.
    """
    told = [w for w in whens if w is not None]
    often = Counter(w for w in told if bounds(w) is not None)  # many accounts give few times: each is compared once
    known = sorted(often, key=_order)
    if not known:
        return next(iter(told), None)
    best = max(known, key=lambda w: (sum(often[o] for o in known if fit(w, o)), -width(w)))
    kept = best
    for other in known:
        if fit(kept, other):
            kept = _both(kept, other)
    return kept


def _order(when: When) -> tuple[int, str, str, str]:
    return width(when), when.edtf or "", when.text or "", when.basis


def _both(one: When, other: When) -> When:
    """Return the time in which both hold; one of the two where that is it."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return one if b is None else other
    first, last = max(a[0], b[0]), min(a[1], b[1])
    for when, span in ((one, a), (other, b)):
        if span == (first, last):
            return when
    return replace(one, edtf=f"[{first}..{last}]", earliest=first, latest=last)
