"""Whether two actor ids can be one actor: a chamber belongs to its state, a president to his."""

import re
from collections.abc import Iterable

STATE = re.compile(r"[A-Z]{3}")


def country(actor: str | None) -> str | None:
    """Return the state an actor's id begins with, None where it belongs to none."""
    head = (actor or "").split("/", 1)[0]
    return head if STATE.fullmatch(head) else None


def within(part: str, whole: str) -> bool:
    """Say whether ``part`` is ``whole`` or a body of it."""
    return part == whole or part.startswith(whole + "/")


def fits(one: str | None, other: str | None) -> bool:
    """Say whether two ids can be one actor, one told more closely: IRN and IRN/legislature can, two chambers cannot."""
    return one is None or other is None or within(one, other) or within(other, one)


def closest(actors: Iterable[str | None]) -> str | None:
    """Return the most specific of the ids; of several, the first in their order."""
    known = sorted({a for a in actors if a}, key=lambda a: (-a.count("/"), a))
    return known[0] if known else None


def told(actors: Iterable[str]) -> tuple[str, ...]:
    """Return the actors without those that only name the whole of another: IRN beside IRN/legislature goes."""
    every = sorted(set(actors))
    return tuple(a for a in every if not any(o != a and within(o, a) for o in every))


def matched(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether every actor of the shorter list has one in the longer that it can be."""
    short, long = sorted((set(one), set(other)), key=lambda s: (len(s), sorted(s)))
    return all(any(fits(a, b) for b in long) for a in short)
