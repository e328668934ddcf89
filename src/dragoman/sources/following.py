"""Reading what files name: the addresses of a feed, the lines of a list."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.model.article import Page
from dragoman.sources.kinds import Failure, Found, Link, Terms, printable
from dragoman.sources.url import fetch_all

_TOGETHER = 256  # addresses that are handed on at once

Fetch = Callable[[str], Found]


def followed(found: Found, terms: Terms, *, fetch: Fetch, depth: int = 0) -> Iterator[Page | Failure]:
    """Return pages and failures, and in the place of what is only named, what it leads to.

    Args:
        fetch: gives what a path or a pattern names.
    """
    waiting: list[Link] = []
    left: Counter[str] = Counter()
    for entry in found:
        if isinstance(entry, Link) and not (entry.always or terms.follow):
            left[entry.named_in] += 1
        elif isinstance(entry, Link) and _is_address(entry):
            waiting.append(entry)
        if waiting and (len(waiting) >= _TOGETHER or not isinstance(entry, Link)):
            yield from _addresses(waiting, terms, fetch, depth)
            waiting = []
        if isinstance(entry, Link):
            if (entry.always or terms.follow) and not _is_address(entry):
                yield from _named(entry, terms, fetch, depth)
        else:
            yield entry
    yield from _addresses(waiting, terms, fetch, depth)
    for name, count in left.items():
        yield Failure(name, f"{count:,} addresses are named in it; --follow fetches them", skipped=True)


def _is_address(link: Link) -> bool:
    return link.target.lower().startswith(("http://", "https://"))


def _addresses(links: list[Link], terms: Terms, fetch: Fetch, depth: int) -> Iterator[Page | Failure]:
    if not links:
        return
    if depth >= terms.limits.listed:
        yield Failure(links[0].named_in, f"named {depth} lists deep: what it names is not fetched; name it itself")
        return
    wanted: list[str] = []
    for link in links:
        if link.once and _met(link.target, terms):
            yield Failure(link.target, "skipped: read before", skipped=True)
        else:
            wanted.append(link.target)
    yield from followed(fetch_all(wanted, terms=terms), terms, fetch=fetch, depth=depth + 1)


def _met(url: str, terms: Terms) -> bool:
    return terms.session is not None and terms.session.visits is not None and terms.session.visits.met(url)


def _named(link: Link, terms: Terms, fetch: Fetch, depth: int) -> Iterator[Page | Failure]:
    """Return what a line of a list leads to on the disk."""
    shown = printable(link.target)
    if link.base is None:
        yield Failure(shown, f"named in {link.named_in}, which is not on the disk: only addresses are read from there")
    elif depth >= terms.limits.listed:
        yield Failure(shown, f"named {depth} lists deep, and not read; name it itself")
    else:
        path = link.target if os.path.isabs(link.target) else str(Path(link.base) / link.target)
        try:
            yield from followed(fetch(path), terms, fetch=fetch, depth=depth + 1)
        except SourceError as error:
            yield Failure(shown, str(error).removeprefix(f"{printable(path)}: "))
