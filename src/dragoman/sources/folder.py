"""A folder with its sub-folders, in the order of names, so that the order is the same on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.sources.bytes import head_of, on_disk, read_disk, unreadable
from dragoman.sources.kinds import Failure, File, Found, Terms, has_suffix, known_files, place, printable, surely


@place("folder")
class Folder:
    """All files under a folder that some kind reads; hidden ones are passed over."""

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is a folder."""
        return os.path.isdir(target)

    def fetch(self, target: str, *, name: str, terms: Terms, kind: str | None) -> Found:
        """Return the pages of the folder's files, each called by its path from the folder."""
        root = Path(target)
        found = False
        for entry in walk(root):
            found = True
            if isinstance(entry, Failure):
                yield entry
            else:
                yield from fetch_file(entry, name=_name(entry, root), terms=terms, kind=kind)
        if not found:
            yield Failure(name, f"an empty folder; files of these kinds are read: {known_files()}")


def walk(root: Path) -> Iterator[Path | Failure]:
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


def fetch_file(path: Path, *, name: str, terms: Terms, kind: str | None) -> Found:
    """Return the pages of a file that was not named itself: one that is of no kind is passed over."""
    if path.is_symlink() and path.is_dir():
        yield Failure(name, "skipped: a link to a folder is not followed; name the folder itself", skipped=True)
        return
    file = on_disk(path, name=name, meter=terms.meter)
    if isinstance(file, Failure):
        yield file
    elif kind is not None or has_suffix(name) or _looks_known(file):
        yield from read_disk(file, terms, kind=kind)
    else:
        terms.meter.read += file.size or 0
        what = f"files ending {path.suffix!r} are" if path.suffix else "a file without an ending is"
        yield Failure(name, f"skipped: {what} not read; known: {known_files()}", skipped=True)


def _looks_known(file: File) -> bool:
    try:
        return surely(head_of(file))
    except OSError:
        return False
