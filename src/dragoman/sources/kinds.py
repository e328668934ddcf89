"""What a kind of source is, and the table of them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.article import Page
from dragoman.registry import Registry


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused unread."""

    page: int = 20_000_000  # bytes of one page; the longest articles are under 1 MB, the heaviest pages some 10 MB
    packed: int = 100_000_000  # bytes of one compressed or many-article file, unpacked


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was named or found, and was not read."""

    name: str  # as Page.name
    reason: str  # what is wrong and the way out, without the name
    skipped: bool = False  # True: no kind of page; it stood in a folder beside others

    def __str__(self) -> str:
        """Return the line that a user is shown."""
        return f"{self.name}: {self.reason}"


class Source(Protocol):
    """A place that pages come from; each kind is a class in a file of its own with ``@source("<kind>")`` above it."""

    suffixes: tuple[str, ...]  # of the files this kind reads in a folder, with the dot; empty: none

    def claims(self, target: str) -> bool:
        """Say whether ``target``, as the user wrote it, is of this kind."""

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return the pages of ``target`` one by one; ``name`` is what they are to be called."""


source: Registry[type[Source]] = Registry("source")


def printable(name: str) -> str:
    """Return a file's name as text: bytes that are not UTF-8 are written as escapes, ``a\\xff.txt``."""
    # what is no UTF-8 comes from the system as lone surrogates, which neither a database nor a terminal takes
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def known_suffixes() -> tuple[str, ...]:
    """Return the file suffixes that some kind reads, sorted."""
    return tuple(sorted({suffix for _, kind in source.items() for suffix in kind.suffixes}))


def kind_of_file(path: str) -> type[Source] | None:
    """Return the kind that reads files with the suffix of ``path``."""
    lowered = path.lower()
    return next((kind for _, kind in source.items() if kind.suffixes and lowered.endswith(kind.suffixes)), None)
