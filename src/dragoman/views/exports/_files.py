"""Writing a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dragoman.errors import OutputError

_WAY_OUT = "make room, or name another folder with --out"


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """Give a text file that takes the place of ``path`` when all has been written to it.

    Raises:
        OutputError: it cannot be written.
    """
    with whole(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is written takes the place of ``path`` when all went well.

    Raises:
        OutputError: it cannot be written.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {_says(error)}; {_WAY_OUT}") from error
    finally:
        with suppress(OSError):  # where nothing may be written, nothing was
            partial.unlink(missing_ok=True)


def folder(path: Path) -> Path:
    """Make a folder to export to where there is none.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: no folder to export to can be made here: {_says(error)}; {_WAY_OUT}") from error
    return path


def _says(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
