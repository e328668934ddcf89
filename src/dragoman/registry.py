"""Tables that fill themselves: a decorated function is known by its name."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from dragoman.errors import UnknownName

T = TypeVar("T")


class Registry(Generic[T]):
    """Entries by name, in the order of their names.

    Args:
        noun: what an entry is called in messages ("export", "source").
    """

    def __init__(self, noun: str) -> None:
        self.noun = noun
        self._entries: dict[str, T] = {}

    def __call__(self, name: str) -> Callable[[T], T]:
        """Return a decorator that keeps what it decorates under ``name``."""

        def keep(entry: T) -> T:
            self._entries[name] = entry
            return entry

        return keep

    def __getitem__(self, name: str) -> T:
        """Return the entry called ``name``.

        Raises:
            UnknownName: there is none; the message lists those there are.
        """
        if name not in self._entries:
            raise UnknownName(f"no {self.noun} called {name!r}; known: {', '.join(self)}")
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        """Names, sorted."""
        return iter(sorted(self._entries))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    def items(self) -> Iterator[tuple[str, T]]:
        """Names with their entries, sorted by name."""
        return ((name, self._entries[name]) for name in self)
