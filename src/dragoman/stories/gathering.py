"""How things that may be one are put together, whatever order they come in."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def gather(
    things: Sequence[T],
    *,
    order: Callable[[T], tuple[Any, ...]],
    fit: Callable[[list[T], T], float],
    keys: Callable[[T], Iterable[Hashable]] = lambda _: (None,),
) -> list[list[T]]:
    """Put things together, the most telling first; each joins the group it fits best, or begins one.

    Args:
        things: what to group.
        order: sorts them, most telling first; ties must be broken by an id.
        fit: how well a thing fits a group, 0 for not at all; of equals, the earlier group is taken.
        keys: a thing is tried with groups that have a thing of a common key, so that many cost little.
    """
    groups: list[list[T]] = []
    holders: dict[Hashable, list[int]] = {}
    for thing in sorted(things, key=order):
        mine = list(dict.fromkeys(keys(thing)))
        tried = sorted({i for key in mine for i in holders.get(key, ())})
        scores = [(fit(groups[i], thing), -i) for i in tried]
        score, at = max(scores, default=(0.0, 0))
        if score <= 0:
            at = -len(groups)
            groups.append([])
        groups[-at].append(thing)
        for key in mine:
            held = holders.setdefault(key, [])
            if -at not in held:
                held.append(-at)
    return groups


def by(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    """Return the things under their keys, in the order in which each key first appears."""
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found


class Union:
    """Sets that grow together; the smallest member stands for its set, so order never matters."""

    def __init__(self, members: Iterable[str]) -> None:
        """Begin with every member in a set of its own."""
        self._up = {m: m for m in members}

    def root(self, member: str) -> str:
        """Return the member that stands for the set."""
        while self._up[member] != member:
            self._up[member] = self._up[self._up[member]]
            member = self._up[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._up[high] = low

    def sets(self) -> list[tuple[str, ...]]:
        """Return the sets, members sorted, in order of their first member."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._up):
            found.setdefault(self.root(member), []).append(member)
        return [tuple(found[root]) for root in sorted(found)]
