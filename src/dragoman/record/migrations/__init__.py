"""The record's schema, one numbered file for each version; a new version is a new file with its ``SQL``."""

import importlib
import pkgutil
from collections.abc import Iterator


def scripts() -> Iterator[tuple[int, str]]:
    """Yield the number and the SQL of each migration, in order: ``m0001_first`` is number 1."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        number = int(module.name[1:5])
        yield number, importlib.import_module(f"{__name__}.{module.name}").SQL


def newest() -> int:
    """Return the number of the newest schema that this version knows."""
    return max(number for number, _ in scripts())
