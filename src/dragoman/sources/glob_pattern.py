"""A pattern of names: ``news/**/2024-*.html``, for shells that do not fill it in, and for more files than they can."""

import glob
import os
from pathlib import Path

from dragoman.sources.folder import fetch_file
from dragoman.sources.kinds import Failure, Found, Terms, place, printable

_WILD = "*?["


@place("glob")
class Glob:
    """All files whose path fits a pattern with ``*``, ``?``, ``[…]`` and ``**`` (folders of any depth)."""

    def claims(self, target: str) -> bool:
        """Say whether ``target`` is a pattern, and no file that is really called so."""
        return any(sign in target for sign in _WILD) and "://" not in target and not os.path.lexists(target)

    def fetch(self, target: str, *, name: str, terms: Terms, kind: str | None) -> Found:
        """Return the pages of the files that fit, each called by its path from where the pattern begins."""
        root = _root(target)
        # sorted, for the same order everywhere; the names of a million files are 100 MB
        found = [path for path in sorted(glob.glob(target, recursive=True)) if not os.path.isdir(path)]
        for path in found:
            shown = printable(Path(path).relative_to(root).as_posix())
            yield from fetch_file(Path(path), name=shown, terms=terms, kind=kind)
        if not found:
            yield Failure(printable(target), "no file fits the pattern; ** stands for folders of any depth")


def _root(target: str) -> Path:
    """Return the folder before the first sign of the pattern."""
    parts = Path(target).parts
    wild = next(at for at, part in enumerate(parts) if any(sign in part for sign in _WILD))
    return Path(*parts[:wild])
