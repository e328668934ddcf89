"""The dependencies of one sentence, for questions about any of its words."""

from collections.abc import Callable, Sequence
from functools import cached_property

from dragoman.model.reading import Token


class Dependencies:
    """Who hangs from whom in a sentence.

    Args:
        tokens: the sentence's tokens, heads as indices into them.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token, the indices of its dependents in text order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return found

    def dependents(self, head: int, *deps: str) -> list[int]:
        """Return the dependents of ``head`` with one of the given relations, in text order."""
        return [i for i in self.children[head] if self.tokens[i].dep in deps]

    def first(self, head: int, *deps: str) -> int | None:
        """Return the first dependent of ``head`` with one of the given relations."""
        for i in self.children[head]:
            if self.tokens[i].dep in deps:
                return i
        return None

    def subtree(self, head: int, *, without: Callable[[int], bool] | None = None) -> list[int]:
        """Return ``head`` and all that hangs from it, sorted, leaving out dependents for which ``without`` holds."""
        found = [head]
        for i in found:  # which grows while it is gone through
            below = self.children[i]
            if below:
                found += below if without is None else [child for child in below if not without(child)]
        found.sort()
        return found

    def above(self, i: int) -> list[int]:
        """Return the heads over ``i``, the nearest first."""
        found: list[int] = []
        while self.tokens[i].head != i and len(found) <= len(self.tokens):
            i = self.tokens[i].head
            found.append(i)
        return found
