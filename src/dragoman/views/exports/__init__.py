"""Formats to export to: a module of this folder with a function marked ``@export("name")`` is one."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeAlias

from dragoman.registry import Registry


class Rows(Protocol):
    """What an export reads: the rows of a table as lines of JSON, sorted by id."""

    def rows(self, name: str) -> Iterator[str]:
        """Yield the rows of a table."""


Export: TypeAlias = "Callable[[Rows, Path], tuple[Path, ...]]"

export: Registry[Export] = Registry("export")


def formats() -> Registry[Export]:
    """Return every format by its name; modules are imported on the first call."""
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            importlib.import_module(f"{__name__}.{module.name}")
    return export
