"""Putting together what each article says of an actor."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from dragoman.model.actor import Actor


def merged(found: Iterable[Actor]) -> Iterator[Actor]:
    """Yield each actor once, with all aliases; ``found`` is sorted by id, the first of an id gives the other fields."""
    for _, same in groupby(found, key=lambda actor: actor.id):
        first, *others = same
        aliases = {alias for actor in (first, *others) for alias in actor.aliases}
        yield replace(first, aliases=tuple(sorted(aliases)))
