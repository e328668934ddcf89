"""A folder with its sub-folders, in the order of names, so that the order is the same on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.article import Page
from dragoman.sources.bytes import unreadable
from dragoman.sources.kinds import Failure, Limits, kind_of_file, known_suffixes, printable, source


@source("folder")
class Folder:
    """All files under a folder that some kind reads; hidden ones are passed over."""

    suffixes: tuple[str, ...] = ()

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is a folder."""
        return os.path.isdir(target)

    def fetch(self, target: str, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
        """Return the pages of the folder's files, each called by its path from the folder."""
        root = Path(target)
        found = False
        for entry in _walk(root):
            found = True
            if isinstance(entry, Failure):
                yield entry
            else:
                yield from _fetch_file(entry, name=_name(entry, root), limits=limits)
        if not found:
            yield Failure(name, f"an empty folder; files of these kinds are read: {', '.join(known_suffixes())}")


def _walk(root: Path) -> Iterator[Path | Failure]:
    """Return files depth first; a link to a folder is not followed, for it may lead back."""
    waiting = [root]
    while waiting:
        here = waiting.pop()
        if here is not root and not (here.is_dir() and not here.is_symlink()):
            yield here
            continue
        try:
            names = sorted((name for name in os.listdir(here) if not name.startswith(".")), reverse=True)
        except OSError as error:
            yield Failure(_name(here, root), unreadable(error))
            continue
        waiting += [here / name for name in names]


def _name(path: Path, root: Path) -> str:
    return printable(path.relative_to(root).as_posix())


def _fetch_file(path: Path, *, name: str, limits: Limits) -> Iterator[Page | Failure]:
    if path.is_symlink() and path.is_dir():
        yield Failure(name, "skipped: a link to a folder is not followed; name the folder itself", skipped=True)
        return
    kind = kind_of_file(name)
    if kind is None:
        what = f"files ending {path.suffix!r} are" if path.suffix else "a file without an ending is"
        yield Failure(name, f"skipped: {what} not read; known: {', '.join(known_suffixes())}", skipped=True)
        return
    yield from kind().fetch(str(path), name=name, limits=limits)
