"""Where pages come from: files of many kinds, folders, archives, the web; each kind is one file of this folder.

>>> from dragoman.sources import fetch
>>> [entry.name for entry in fetch("articles/")]  # doctest: +SKIP
['a.txt', 'b/page.html']
"""

import importlib
import os
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.model.article import Page
from dragoman.sources.bytes import on_disk, read_pages
from dragoman.sources.kinds import Failure, Limits, Meter, Place, Terms, known_suffixes, place, printable, source

__all__ = ["Failure", "Limits", "Meter", "Terms", "fetch", "kinds", "printable"]


def fetch(target: str, *, terms: Terms | None = None, kind: str | None = None) -> Iterator[Page | Failure]:
    """Return the pages of ``target`` one by one, and a line for each thing that could not be read.

    Args:
        target: a file, a folder, a pattern, "-" for standard input, as the user wrote it.
        terms: the limits, and what else holds for all of it.
        kind: read it as this kind, whatever it looks like.

    Raises:
        SourceError: there is nothing of that name.
        UnknownName: there is no such kind.
    """
    _load()
    terms = terms or Terms()
    if kind is not None:
        source[kind]  # an unknown kind is told at once
    found = _place(target)
    # resolved here and not in the loop, so that a target that is not there fails when it is named
    if found is not None:
        return found.fetch(target, name=_name(target), terms=terms, kind=kind)
    path = Path(target)
    if not target or not os.path.exists(path):
        raise SourceError(_missing(target, printable(target)))
    return _file(path, terms=terms, kind=kind)


def kinds() -> tuple[str, ...]:
    """Return the names of the kinds of file, sorted."""
    _load()
    return tuple(source)


def _place(target: str) -> Place | None:
    return next((made for _, entry in place.items() if (made := entry()).claims(target)), None)


def _file(path: Path, *, terms: Terms, kind: str | None) -> Iterator[Page | Failure]:
    file = on_disk(path, name=_name(str(path)), meter=terms.meter)
    if isinstance(file, Failure):
        yield file
    else:
        yield from read_pages(file, terms, kind=kind)


def _missing(target: str, shown: str) -> str:
    if "://" in target:
        return f"{shown}: addresses are not read yet; save the page as .html and name the file"
    if os.path.islink(target):
        return f"{shown}: the link leads nowhere; name the file it should lead to"
    return f"{shown}: no such file or folder; known files: {', '.join(known_suffixes())}"


def _name(target: str) -> str:
    return "-" if target == "-" else printable(Path(target).name or Path(target).resolve().name)


@cache
def _load() -> None:
    """Import every module of this folder once, so that each registers itself."""
    for found in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{found.name}")
