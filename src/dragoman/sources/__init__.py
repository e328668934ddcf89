"""Where pages come from: files, folders, standard input; each kind is one file of this folder.

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
from dragoman.registry import Registry
from dragoman.sources.kinds import Failure, Limits, Source, known_suffixes, printable, source

__all__ = ["Failure", "Limits", "fetch", "kinds", "printable"]


def fetch(target: str, *, limits: Limits | None = None, kind: str | None = None) -> Iterator[Page | Failure]:
    """Return the pages of ``target`` one by one, and a line for each thing that could not be read.

    Args:
        target: a file, a folder, "-" for standard input, as the user wrote it.
        kind: read it as this kind, whatever it looks like.

    Raises:
        SourceError: there is nothing of that name.
        UnknownName: there is no such kind.
    """
    chosen = _chosen(target, kind)
    # resolved here and not in the loop, so that a target that is not there fails when it is named
    return chosen.fetch(target, name=_name(target), limits=limits or Limits())


def kinds() -> tuple[str, ...]:
    """Return the names of the kinds of source, sorted."""
    return tuple(_loaded())


def _chosen(target: str, kind: str | None) -> Source:
    table = _loaded()
    if kind is not None:
        return table[kind]()
    claiming = [made for _, entry in table.items() if (made := entry()).claims(target)]
    # a kind that knows the file's ending comes before one that takes any file
    claiming.sort(key=lambda made: not (made.suffixes and target.lower().endswith(made.suffixes)))
    if not claiming:
        raise SourceError(_missing(target, printable(target)))
    return claiming[0]


def _missing(target: str, shown: str) -> str:
    if "://" in target:
        return f"{shown}: addresses are not read yet; save the page as .html and name the file"
    if os.path.islink(target):
        return f"{shown}: the link leads nowhere; name the file it should lead to"
    return f"{shown}: no such file or folder; known files: {', '.join(known_suffixes())}"


def _name(target: str) -> str:
    return "-" if target == "-" else printable(Path(target).name or Path(target).resolve().name)


@cache
def _loaded() -> Registry[type[Source]]:
    """Import every module of this folder once, so that each registers itself."""
    for found in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{found.name}")
    return source
