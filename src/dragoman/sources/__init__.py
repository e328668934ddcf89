"""Where pages come from: files of many kinds, folders, archives, the web; each kind is one file of this folder.

>>> from dragoman.sources import fetch
>>> [entry.name for entry in fetch("articles/")]  # doctest: +SKIP
['a.txt', 'b/page.html']
"""

import glob
import importlib
import os
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.model.article import Page
from dragoman.sources.bytes import on_disk, read_disk
from dragoman.sources.following import followed
from dragoman.sources.kinds import Failure, Found, Limits, Meter, Place, Terms, known_files, place, printable, source

__all__ = ["Failure", "Limits", "Meter", "Terms", "fetch", "kinds", "printable", "weigh"]


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
    # resolved here and not in the loop, so that a target that is not there fails when it is named
    return followed(_found(target, terms, kind), terms, fetch=lambda named: _found(named, terms, None))


def weigh(target: str) -> int:
    """Return how many bytes a target has on the disk, for a bar that knows what is left; 0 where that is not known."""
    paths = glob.iglob(target, recursive=True) if not os.path.exists(target) and "://" not in target else [target]
    return sum(_bytes(path) for path in paths)


def _bytes(path: str) -> int:
    try:
        if not os.path.isdir(path):
            return os.path.getsize(path) if os.path.exists(path) else 0
        inner = (entry for entry in os.scandir(path) if not entry.name.startswith("."))
        # as the folder is walked: a link to a folder is not followed
        return sum(_bytes(entry.path) for entry in inner if not (entry.is_symlink() and entry.is_dir()))
    except OSError:
        return 0


def _found(target: str, terms: Terms, kind: str | None) -> Found:
    found = _place(target)
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


def _file(path: Path, *, terms: Terms, kind: str | None) -> Found:
    file = on_disk(path, name=_name(str(path)), meter=terms.meter)
    yield from [file] if isinstance(file, Failure) else read_disk(file, terms, kind=kind)


def _missing(target: str, shown: str) -> str:
    if os.path.islink(target):
        return f"{shown}: the link leads nowhere; name the file it should lead to"
    return f"{shown}: no such file or folder; known files: {known_files()}"


def _name(target: str) -> str:
    return "-" if target == "-" else printable(Path(target).name or Path(target).resolve().name)


@cache
def _load() -> None:
    """Import every module of this folder once, so that each registers itself."""
    for found in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{found.name}")
