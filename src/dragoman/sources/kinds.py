"""What a kind of source is, and the tables of them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from dragoman.model.article import Page
from dragoman.registry import Registry

if TYPE_CHECKING:
    from dragoman.sources.web.session import Session

Fit = Literal[0, 1, 2]  # what the first bytes say: another kind, perhaps this one, this one for sure

HEAD = 8192  # bytes a kind is told by
_USUAL = (".txt", ".html", ".pdf", ".docx", ".eml", ".json", ".csv", ".zip")  # told where a file is of no kind


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused unread."""

    page: int = 20_000_000  # bytes of one page; the longest articles are under 1 MB, the heaviest pages some 10 MB
    packed: int = 200_000_000  # bytes of a file that is held whole: a list in JSON, a PDF, an archive in an archive
    bomb: int = 100  # times its packed size that an archive may give; text packs to a tenth, a bomb to a thousandth
    small: int = 1_000_000_000  # bytes that any archive may give, however small it is packed
    nested: int = 4  # archives in one another
    listed: int = 2  # lists that name lists


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was named or found, and was not read."""

    name: str  # as Page.name
    reason: str  # what is wrong and the way out, without the name
    skipped: bool = False  # True: no kind of page; it stood in a folder beside others

    def __str__(self) -> str:
        """Return the line that a user is shown."""
        return f"{self.name}: {self.reason}"


@dataclass(slots=True)
class Meter:
    """How many bytes of the files on the disk have been read."""

    read: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms sources are read; the web's are part of them."""

    limits: Limits = field(default_factory=Limits)
    columns: tuple[tuple[str, str], ...] = ()  # (field of an article, column of a table) as the user told them
    follow: bool = False  # True: what feeds and sitemaps on the disk name is fetched
    meter: Meter = field(default_factory=Meter)
    session: "Session | None" = None  # what the web is gone about with; None: in the usual way, nothing remembered


@dataclass(frozen=True, slots=True)
class File:
    """A file: on the disk, in an archive, or as it came from the web."""

    name: str  # as Page.name
    open: Callable[[], BinaryIO]
    size: int | None = None  # bytes; None: not known before it is read
    path: Path | None = None  # where it is on the disk; None: it is in another file, or came from elsewhere
    nested: int = 0  # how many archives it lies in
    url: str | None = None  # where it was fetched
    media_type: str | None = None  # what it was called where it was fetched
    plain: str | None = None  # its name without what says how it was packed; None: as ``name``

    @property
    def told_by(self) -> str:
        """Return the name whose ending tells the kind."""
        return self.plain or self.name


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a file names and that stands elsewhere."""

    target: str  # an address, a path, a pattern
    named_in: str  # File.name of what names it
    base: Path | None = None  # the folder that a path is relative to; None: only an address is meant
    always: bool = False  # True: it is read whether or not the user asked for what is named in files
    once: bool = False  # True: what was read in a former run is not fetched again


Found = Iterator[Page | Failure | Link]


class Source(Protocol):
    """A kind of file; each is a class in a module of its own with ``@source("<kind>")`` above it."""

    suffixes: tuple[str, ...]  # of the files this kind reads, with the dot

    def fits(self, head: bytes) -> Fit:
        """Say what the first bytes of a file tell."""

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the pages of ``file`` one by one, and a failure for each thing in it that cannot be read."""


class Place(Protocol):
    """What a user may name that is no file; each is a class with ``@place("<kind>")`` above it."""

    def claims(self, target: str) -> bool:
        """Say whether ``target``, as the user wrote it, is of this kind."""

    def fetch(self, target: str, *, name: str, terms: Terms, kind: str | None) -> Found:
        """Return the pages of ``target`` one by one; ``kind``: read each file as this kind, whatever it looks like."""


source: Registry[type[Source]] = Registry("source")
place: Registry[type[Place]] = Registry("place")


def printable(name: str) -> str:
    """Return a file's name as text: bytes that are not UTF-8 are written as escapes, ``a\\xff.txt``."""
    # what is no UTF-8 comes from the system as lone surrogates, which neither a database nor a terminal takes
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def known_suffixes() -> tuple[str, ...]:
    """Return the file suffixes that some kind reads, sorted."""
    return tuple(sorted({suffix for _, kind in source.items() for suffix in kind.suffixes}))


def known_files() -> str:
    """Return the endings of the files that are read, the long list cut to what people have most."""
    usual = [suffix for suffix in _USUAL if has_suffix(suffix)]
    return f"{', '.join(usual)} and {len(known_suffixes()) - len(usual)} more (docs/sources.md)"


def kind_of(name: str, head: bytes) -> type[Source] | None:
    """Return the kind that reads a file of this name that begins with these bytes, None: no kind does.

    What the bytes say for sure comes first, for suffixes lie; then the suffix, the longest that fits ("a.warc.gz" is
    no gzip of a page); then what the bytes may be.
    """
    lowered = name.lower()
    found = [(_likely(kind, lowered, head), called) for called, kind in source.items()]
    best, called = min(found, key=lambda told: (-told[0][0], -told[0][1], told[1]))
    return source[called] if best[0] else None


def _likely(kind: type[Source], lowered: str, head: bytes) -> tuple[int, int]:
    """Return how much speaks for a kind, and the length of its suffix that the name has."""
    fit = kind().fits(head)
    suffix = max((len(suffix) for suffix in kind.suffixes if lowered.endswith(suffix)), default=0)
    return 4 * (fit == 2) + 2 * bool(suffix) + (fit == 1), suffix


def surely(head: bytes) -> bool:
    """Say whether a file that begins with these bytes is of some kind, whatever it is called."""
    return any(kind().fits(head) == 2 for _, kind in source.items())


def has_suffix(name: str) -> bool:
    """Say whether some kind reads files with the suffix of ``name``."""
    return name.lower().endswith(known_suffixes())
