"""Heads and dependents among the tokens of a sentence: what the rules that mend a parse are written with."""

from collections.abc import Callable
from dataclasses import replace

from dragoman.model.dependencies import Dependencies
from dragoman.model.reading import Token

Tokens = tuple[Token, ...]
VerbOf = Callable[[str], str | None]


def rehung(tokens: Tokens, moved: dict[int, tuple[int, str]]) -> Tokens:
    """Return the tokens with new heads; unchanged where that would make a circle."""
    found = tuple(replace(t, head=moved[i][0], dep=moved[i][1]) if i in moved else t for i, t in enumerate(tokens))
    return found if all(rooted(found, i) for i in moved) else tokens


def rooted(tokens: Tokens, i: int) -> bool:
    """Say whether the heads above a token come to an end: no circle."""
    for _ in tokens:
        if tokens[i].head == i:
            return True
        i = tokens[i].head
    return False


def children(tokens: Tokens, head: int, *deps: str) -> list[int]:
    """Return the dependents of a token with one of the relations."""
    return [i for i in _below(tokens)[head] if tokens[i].dep in deps]


def subtree(tokens: Tokens, head: int) -> set[int]:
    """Return a token and all that hangs from it."""
    below, found, more = _below(tokens), {head}, [head]
    while more:
        more = [i for at in more for i in below[at] if i not in found]
        found.update(more)
    return found


# the tokens asked about last, with the dependents of each: rules ask often about a sentence before one changes it
_LAST: list[tuple[Tokens, list[list[int]]]] = [((), [])]


def _below(tokens: Tokens) -> list[list[int]]:
    last, below = _LAST[0]
    if last is not tokens:
        below = Dependencies(tokens).children
        _LAST[0] = (tokens, below)
    return below


def root_of(tokens: Tokens) -> int:
    """Return the root of a sentence."""
    return next(i for i, t in enumerate(tokens) if t.head == i)


def above(tokens: Tokens, i: int) -> list[int]:
    """Return the heads over a token, the nearest first."""
    found: list[int] = []
    while tokens[i].head != i and len(found) <= len(tokens):
        i = tokens[i].head
        found.append(i)
    return found
