"""Writing a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dragoman.errors import ConfigError


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """Give a text file that takes the place of ``path`` when all has been written to it."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            yield file
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def folder(path: Path) -> Path:
    """Make a folder to export to where there is none.

    Raises:
        ConfigError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"{path}: no folder to export to can be made here: {error.strerror}") from error
    return path
